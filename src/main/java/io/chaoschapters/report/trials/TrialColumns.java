package io.chaoschapters.report.trials;

import io.chaoschapters.text.RootLocale;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** The columns of the table as people read it, after the experiment's name. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class TrialColumns {
  public static final List<String> NAMES =
      List.of(
          "expected",
          "right",
          "95 %",
          "wrong",
          "missed",
          "false alarms",
          "unsure",
          "unreadable",
          "errors",
          "skipped",
          "detected s",
          "asked s",
          "after fault",
          "said by system",
          "diagnosed s",
          "tokens",
          "cost $");

  private TrialColumns() {}

  public static List<String> cells(TrialRow row) {
    return List.of(
        row.expected(),
        row.right().words(),
        row.right().interval(),
        count(row.wrong()),
        count(row.missed()),
        count(row.falseAlarms()),
        count(row.unsure()),
        count(row.unreadable()),
        count(row.errors()),
        count(row.skipped()),
        row.detect().words(),
        row.asked().words(),
        count(row.afterFault()),
        count(row.namedBySystem()),
        row.diagnose().words(),
        tokens(row),
        cost(row.cost()));
  }

  /** An empty-looking zero lets what is there be seen. */
  private static String count(int count) {
    return count == 0 ? "-" : Integer.toString(count);
  }

  private static String tokens(TrialRow row) {
    Long read = row.promptTokens();
    Long written = row.answerTokens();
    return read == null || written == null ? "-" : read + " + " + written;
  }

  private static String cost(@Nullable Double dollars) {
    return dollars == null ? "-" : RootLocale.format("%.4f", dollars);
  }
}
