package io.chaoschapters.report.trials;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.chaoschapters.report.trials.TrialHeader.Asked;
import io.chaoschapters.report.trials.TrialHeader.Tried;
import io.chaoschapters.text.RootLocale;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * The table of trials: for each diagnoser one row an experiment, one for all faults and one for all
 * controls.
 *
 * @param header what the trials are about
 * @param done how many trials were made so far
 * @param runtime where the components ran; several when a resumed run ran elsewhere
 * @param standIn what is a stand-in, or empty
 * @param rows by diagnoser, in the order of the header
 * @param failures what became of each trial that was not measured, in a line
 */
@API(status = API.Status.INTERNAL, since = "0.1")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TrialTable(
    TrialHeader header,
    int done,
    String runtime,
    String standIn,
    List<TrialRow> rows,
    List<String> failures) {
  public TrialTable {
    rows = List.copyOf(rows);
    failures = List.copyOf(failures);
  }

  /** Makes the table. */
  public static TrialTable of(
      TrialHeader header, String runtime, String standIn, List<TrialResult> results) {
    List<TrialRow> rows = new ArrayList<>();
    for (Asked diagnoser : header.diagnosers()) {
      RowMaker maker = new RowMaker(diagnoser.id(), results);
      header.experiments().forEach(tried -> rows.add(maker.row(tried)));
      rows.add(maker.sum(TrialRow.FAULTS, select(header, false)));
      rows.add(maker.sum(TrialRow.CONTROLS, select(header, true)));
    }
    return new TrialTable(
        header,
        results.size(),
        runtime,
        standIn,
        rows,
        results.stream()
            .filter(result -> result.outcome() != TrialOutcome.MEASURED)
            .map(
                result ->
                    RootLocale.format(
                        "trial %d, %s: %s. %s",
                        result.number(),
                        result.experiment(),
                        result.outcome().words(),
                        result.reason()))
            .toList());
  }

  private static List<Tried> select(TrialHeader header, boolean controls) {
    return header.experiments().stream().filter(tried -> tried.control() == controls).toList();
  }

  /** All rows of a diagnoser. */
  public List<TrialRow> of(String diagnoser) {
    return rows.stream().filter(row -> row.diagnoser().equals(diagnoser)).toList();
  }

  /** One row; empty when there is none. */
  public Optional<TrialRow> row(String diagnoser, String experiment) {
    return of(diagnoser).stream().filter(row -> row.experiment().equals(experiment)).findFirst();
  }

  /**
   * Whether a diagnoser gets most of what it is shown right, beyond what luck explains: more than
   * half of the faults and more than half of the controls, each by the lower end of its interval.
   */
  public boolean isGood(String diagnoser) {
    return isMostlyRight(diagnoser, TrialRow.FAULTS) && isMostlyRight(diagnoser, TrialRow.CONTROLS);
  }

  private boolean isMostlyRight(String diagnoser, String sum) {
    return row(diagnoser, sum).map(row -> row.right().low() > 0.5).orElse(false);
  }

  /** Trivial rules that do well: experiments that they get right tell little of a diagnoser. */
  public List<String> goodBaselines() {
    return header.diagnosers().stream()
        .filter(Asked::baseline)
        .map(Asked::id)
        .filter(this::isGood)
        .toList();
  }
}
