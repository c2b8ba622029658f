package io.chaoschapters.trials.baseline;

import io.chaoschapters.report.baseline.Tally;
import io.chaoschapters.report.trials.TrialHeader;
import io.chaoschapters.report.trials.TrialRow;
import io.chaoschapters.report.trials.TrialTable;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Takes what one diagnoser achieved from a table of trials. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Tallies {
  private Tallies() {}

  /** One per experiment, in the order of the table. */
  public static List<Tally> of(TrialTable table, String diagnoser) {
    return table.header().experiments().stream()
        .map(tried -> tally(tried, table.row(diagnoser, tried.name()).orElseThrow()))
        .toList();
  }

  private static Tally tally(TrialHeader.Tried tried, TrialRow row) {
    return new Tally(
        tried.name(),
        tried.control(),
        row.right().of(),
        row.right().hits(),
        row.falseAlarms(),
        row.errors() + row.skipped(),
        row.diagnose().median(),
        tokens(row));
  }

  private static @Nullable Long tokens(TrialRow row) {
    Long read = row.promptTokens();
    Long written = row.answerTokens();
    return read == null || written == null ? null : Long.valueOf(read + written);
  }
}
