package io.chaoschapters.settings;

import java.util.List;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/** Every setting there is. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class KnownSettings {
  public static final Setting SUBJECT =
      Setting.of(
          "subject",
          "",
          "Which subject's chapters run; not set: all that are found, on the stage the first.");

  public static final Setting RUNTIME =
      Setting.of(
          "runtime",
          "auto",
          "Where components run: local, docker, kubernetes, or the id of a RuntimeProvider on the class path;"
              + " auto uses docker if it is available, else local.");

  public static final Setting AI =
      Setting.of(
          "ai", "semantic", "Which diagnoser answers; the first of a list gives the verdict.");

  public static final Setting POLL =
      Setting.longOnly("poll", "1000", "Milliseconds from one observation to the next.");

  public static final Setting OUTPUT =
      Setting.longOnly(
          "output", "target/chapters", "Folder under which runs leave their artifacts.");

  public static final Setting PROMETHEUS =
      Setting.longOnly(
          "prometheus",
          "auto",
          "auto: prometheus from the PATH, else the embedded scraper, which also answers for a"
              + " subject without metrics; embedded; or a program's path.");

  public static final Setting PULL_TIMEOUT =
      Setting.longOnly(
          "pull-timeout",
          "120000",
          "Milliseconds that pulling an image may take on docker, and on kubernetes until its container runs.");

  public static final Setting KEEP_FAULT =
      Setting.longOnly(
          "keep-fault",
          "120000",
          "Milliseconds that a fault and its load are kept at most beyond their time, while a live"
              + " show pauses for the review of a chapter that did not pass.");

  public static final Setting MODE =
      Setting.of(
          "mode",
          "live",
          "What mvn exec:java does.",
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
          "help");

  public static final Setting CHAPTER =
      Setting.of(
          "chapter",
          "1",
          "The chapter at which a live show starts, or that a picture shows: its number.");

  public static final Setting SHOW =
      Setting.of(
          "show",
          "",
          "What -Dmode=replay plays: the path of a show.cast. For -Dmode=picture: the folder of a"
              + " run; not set: the subject's latest.");

  public static final Setting RECORD =
      Setting.of(
          "record",
          "false",
          "true leaves show.cast and show.html of a run without a stage, too; a live show always"
              + " does.",
          "true",
          "false");

  public static final Setting ATTACHMENTS =
      Setting.longOnly(
          "attachments",
          "auto",
          "Whether report, evidence and answer of a chapter that did not pass are named in its output as [[ATTACHMENT|path]], which Jenkins and GitLab read; auto: when CI or JENKINS_URL is in the environment.",
          "auto",
          "true",
          "false");

  public static final Setting THEME =
      Setting.of(
          "theme",
          "dark",
          "How the stage looks; NO_COLOR in the environment means monochrome.",
          "dark",
          "light",
          "colour-blind",
          "monochrome");

  public static final Setting SYMBOLS =
      Setting.longOnly(
          "symbols",
          "auto",
          "Which characters the stage draws with; auto asks the locale.",
          "auto",
          "unicode",
          "ascii");

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
                  KEEP_FAULT,
                  ATTACHMENTS),
              NewProjectSettings.ALL,
              KubernetesSettings.ALL,
              AttachSettings.ALL,
              TrialSettings.ALL,
              BaselineSettings.ALL,
              AiSettings.ALL)
          .flatMap(List::stream)
          .toList();

  private KnownSettings() {}
}
