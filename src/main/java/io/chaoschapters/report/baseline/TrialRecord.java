package io.chaoschapters.report.baseline;

import io.chaoschapters.report.trials.TrialHeader;
import io.chaoschapters.report.trials.TrialRow;
import io.chaoschapters.report.trials.TrialTable;
import io.chaoschapters.text.RootLocale;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * What trials of one diagnoser on one system came to, in short.
 *
 * @param made when
 * @param faults graded answers to faults
 * @param faultsRight right ones of them
 * @param controls graded answers to controls
 * @param controlsRight right ones of them
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record TrialRecord(
    Instant made, int faults, int faultsRight, int controls, int controlsRight) {
  /** What is said where there is no record. */
  public static final String NONE = "not measured on this system: run trials";

  /**
   * Whose trials, and of what.
   *
   * @param subject the subject's id
   * @param diagnoser the diagnoser's id
   * @param version its method and model
   * @param glossary a digest of the terms and their definitions
   */
  public record Of(String subject, String diagnoser, String version, String glossary) {}

  /** From a baseline; empty when it is of others, or nothing was answered. */
  static Optional<TrialRecord> in(Baseline baseline, Of wanted) {
    Comparability about = baseline.comparability();
    Of found =
        new Of(about.subject(), about.diagnoser(), about.diagnoserVersion(), about.glossary());
    if (!found.equals(wanted)) {
      return Optional.empty();
    }
    int[] sums = new int[4];
    for (Tally tally : baseline.tallies()) {
      sums[tally.control() ? 2 : 0] += tally.answers();
      sums[tally.control() ? 3 : 1] += tally.right();
    }
    return answered(new TrialRecord(baseline.made(), sums[0], sums[1], sums[2], sums[3]));
  }

  /** From a table of trials; empty when it is of others, or nothing was answered. */
  static Optional<TrialRecord> in(TrialTable table, Of wanted) {
    TrialHeader header = table.header();
    boolean asked =
        header.subject().equals(wanted.subject())
            && Objects.equals(header.glossary(), wanted.glossary())
            && header.diagnosers().stream()
                .anyMatch(
                    one ->
                        one.id().equals(wanted.diagnoser())
                            && one.version().equals(wanted.version()));
    Optional<TrialRow> faults = table.row(wanted.diagnoser(), TrialRow.FAULTS);
    Optional<TrialRow> controls = table.row(wanted.diagnoser(), TrialRow.CONTROLS);
    if (!asked || faults.isEmpty() || controls.isEmpty()) {
      return Optional.empty();
    }
    return answered(
        new TrialRecord(
            header.began(),
            faults.get().right().of(),
            faults.get().right().hits(),
            controls.get().right().of(),
            controls.get().right().hits()));
  }

  private static Optional<TrialRecord> answered(TrialRecord record) {
    return Optional.of(record).filter(found -> found.faults() + found.controls() > 0);
  }

  /** Such as {@code measured: 14 of 16 faults, 8 of 8 controls, 2026-11-30}. */
  public String words() {
    return RootLocale.format(
        "measured: %d of %d faults, %d of %d controls, %s",
        faultsRight, faults, controlsRight, controls, made.atZone(ZoneOffset.UTC).toLocalDate());
  }
}
