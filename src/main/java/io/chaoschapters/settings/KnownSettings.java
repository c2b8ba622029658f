package io.chaoschapters.settings;

import java.util.List;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/** Every setting there is. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class KnownSettings {
  /** The id of the subject whose chapters run; not set means all that are found. */
  public static final Setting SUBJECT =
      any(
          "subject",
          "subject",
          "",
          "Which subject's chapters run; not set: all that are found, on the stage the first.");

  /** Where components run. */
  public static final Setting RUNTIME =
      any(
          "runtime",
          "runtime",
          "auto",
          "Where components run: local, docker, or the id of a RuntimeProvider on the class path;"
              + " auto uses docker if it is available, else local.");

  /** Which diagnoser answers. */
  public static final Setting AI =
      any(
          "ai",
          "ai",
          "semantic",
          "Which diagnoser answers; the first of a list gives the verdict.");

  /** How often the monitor observes, in milliseconds. */
  public static final Setting POLL =
      any("poll", null, "1000", "Milliseconds from one observation to the next.");

  /** The folder under which runs leave their artifacts. */
  public static final Setting OUTPUT =
      any("output", null, "target/chapters", "Folder under which runs leave their artifacts.");

  /** The Prometheus program of the local runtime. */
  public static final Setting PROMETHEUS =
      any(
          "prometheus",
          null,
          "auto",
          "auto: prometheus from the PATH, else the embedded scraper; embedded; or a program's"
              + " path.");

  /** How long the docker runtime may take to pull an image, in milliseconds. */
  public static final Setting PULL_TIMEOUT =
      any(
          "pull-timeout",
          null,
          "120000",
          "Milliseconds that the docker runtime may take to pull an image.");

  /** What the main program does. */
  public static final Setting MODE =
      new Setting(
          "mode",
          "mode",
          "live",
          "What mvn exec:java does.",
          List.of(
              "live",
              "rehearse",
              "replay",
              "diagnose",
              "serve",
              "course",
              "picture",
              "list",
              "check",
              "new",
              "doctor",
              "help"));

  /** The chapter at which a live show starts. */
  public static final Setting CHAPTER =
      any(
          "chapter",
          "chapter",
          "1",
          "The chapter at which a live show starts, or that a picture shows: its number.");

  /** The recording that is replayed. */
  public static final Setting SHOW =
      any(
          "show",
          "show",
          "",
          "What -Dmode=replay plays: the path of a show.cast. For -Dmode=picture: the folder of a"
              + " run; not set: the subject's latest.");

  /** Whether a run without a stage is recorded, too. */
  public static final Setting RECORD =
      new Setting(
          "record",
          "record",
          "false",
          "true leaves show.cast and show.html of a run without a stage, too; a live show always"
              + " does.",
          List.of("true", "false"));

  /** Whether files of failed chapters are named in the output. */
  public static final Setting ATTACHMENTS =
      new Setting(
          "attachments",
          null,
          "auto",
          "Whether report, evidence and answer of a chapter that did not pass are named in its output as [[ATTACHMENT|path]], which Jenkins and GitLab read; auto: when CI or JENKINS_URL is in the environment.",
          List.of("auto", "true", "false"));

  /** How the stage looks. */
  public static final Setting THEME =
      new Setting(
          "theme",
          "theme",
          "dark",
          "How the stage looks; NO_COLOR in the environment means monochrome.",
          List.of("dark", "light", "colour-blind", "monochrome"));

  /** Which characters the stage draws with. */
  public static final Setting SYMBOLS =
      new Setting(
          "symbols",
          null,
          "auto",
          "Which characters the stage draws with; auto asks the locale.",
          List.of("auto", "unicode", "ascii"));

  static final List<Setting> ALL =
      Stream.of(
              List.of(
                  SUBJECT,
                  MODE,
                  CHAPTER,
                  RECORD,
                  RUNTIME,
                  AI,
                  THEME,
                  SYMBOLS,
                  SHOW,
                  POLL,
                  OUTPUT,
                  PROMETHEUS,
                  PULL_TIMEOUT,
                  ATTACHMENTS),
              NewProjectSettings.ALL,
              KubernetesSettings.ALL,
              TrialSettings.ALL,
              BaselineSettings.ALL,
              AiSettings.ALL)
          .flatMap(List::stream)
          .toList();

  private KnownSettings() {}

  private static Setting any(
      String name, @org.jspecify.annotations.Nullable String alias, String value, String text) {
    return new Setting(name, alias, value, text, List.of());
  }
}
