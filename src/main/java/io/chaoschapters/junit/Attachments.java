package io.chaoschapters.junit;

import io.chaoschapters.settings.KnownSettings;
import io.chaoschapters.settings.Settings;
import io.chaoschapters.text.Failure;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.MediaType;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The files of a chapter that did not pass, so that pages of test results link to them: published
 * by JUnit, and named in the test's output as Jenkins and GitLab read it.
 */
final class Attachments {
  /** What explains a failure; the rest is in the chapter's folder. */
  private static final Map<String, MediaType> FILES =
      Map.of(
          "report.html", MediaType.create("text", "html"),
          "evidence.md", MediaType.create("text", "markdown"),
          "evidence.json", MediaType.APPLICATION_JSON,
          "prompt.txt", MediaType.TEXT_PLAIN_UTF_8,
          "answer.txt", MediaType.TEXT_PLAIN_UTF_8,
          "answer.json", MediaType.APPLICATION_JSON);

  private final List<Path> files;

  /**
   * Of a run and one of its chapters.
   *
   * @param run the run's folder, which may hold the report
   * @param chapter the chapter's
   */
  Attachments(Path run, Path chapter) {
    this.files =
        FILES.keySet().stream()
            .sorted()
            .flatMap(name -> Stream.of(run.resolve(name), chapter.resolve(name)))
            .filter(Files::isRegularFile)
            .toList();
  }

  /**
   * Publishes copies through JUnit.
   *
   * @param complaint receives JUnit's refusal, which does not fail the chapter
   */
  void publish(ExtensionContext context, Consumer<String> complaint) {
    for (Path file : files) {
      String name = file.getFileName().toString();
      MediaType type = FILES.getOrDefault(name, MediaType.APPLICATION_OCTET_STREAM);
      try {
        context.publishFile(
            name, type, target -> Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING));
      } catch (RuntimeException e) {
        complaint.accept("JUnit does not take attachments: " + Failure.words(e));
        return;
      }
    }
  }

  /** Names them in lines of their own, where the settings or the build server want it. */
  void name(Settings settings, Map<String, String> environment, PrintStream out) {
    String wish = settings.text(KnownSettings.ATTACHMENTS);
    boolean server = environment.containsKey("CI") || environment.containsKey("JENKINS_URL");
    if (wish.equals("true") || wish.equals("auto") && server) {
      files.forEach(file -> out.println("[[ATTACHMENT|" + real(file) + "]]"));
    }
  }

  /** Resolves links such as {@code latest}, which soon point elsewhere. */
  private static Path real(Path file) {
    try {
      return file.toRealPath();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot find " + file, e);
    }
  }
}
