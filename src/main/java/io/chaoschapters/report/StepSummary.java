package io.chaoschapters.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apiguardian.api.API;

/**
 * What GitHub Actions shows on the page of a run: Markdown in the file that {@code
 * GITHUB_STEP_SUMMARY} names. Elsewhere nothing is written. One that cannot be written takes
 * nothing from the run.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class StepSummary {
  /** All summaries of a step together, so that several subjects in one command do not add up. */
  static final int MOST_BYTES = 60_000;

  private static final String VARIABLE = "GITHUB_STEP_SUMMARY";
  private static final String CUT = "\n*Cut here: the rest is in the log and in the report.*\n";

  private StepSummary() {}

  /**
   * Appends a section.
   *
   * @param complaint receives why it could not be written
   */
  public static void append(
      Map<String, String> environment,
      String title,
      List<String> markdown,
      Consumer<String> complaint) {
    String name = environment.getOrDefault(VARIABLE, "");
    if (name.isEmpty()) {
      return;
    }
    try {
      Path file = Path.of(name);
      long room = MOST_BYTES - (Files.exists(file) ? Files.size(file) : 0);
      Files.writeString(
          file,
          within(room, title, markdown),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException | IllegalArgumentException e) {
      complaint.accept("No summary for GitHub Actions, because " + name + " cannot be written.");
    }
  }

  private static String within(long room, String title, List<String> markdown) {
    List<String> lines = new ArrayList<>();
    lines.add("## " + escaped(title));
    lines.add("");
    lines.addAll(markdown);
    lines.add("");
    StringBuilder text = new StringBuilder();
    long left = room - bytes(CUT);
    for (String line : lines) {
      left -= bytes(line) + 1;
      if (left < 0) {
        return room < bytes(CUT) ? "" : text.append(CUT).toString();
      }
      text.append(line).append('\n');
    }
    return text.toString();
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /** As text within Markdown, whatever it holds. */
  public static String escaped(String text) {
    return text.replaceAll("([\\\\`*_\\[\\]<>|#])", "\\\\$1").replaceAll("\\s*\\R\\s*", " ");
  }
}
