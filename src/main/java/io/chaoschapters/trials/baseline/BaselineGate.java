package io.chaoschapters.trials.baseline;

import io.chaoschapters.report.baseline.Baseline;
import io.chaoschapters.report.baseline.BaselineException;
import io.chaoschapters.report.baseline.BaselineFile;
import io.chaoschapters.report.baseline.Comparability;
import io.chaoschapters.report.baseline.Tally;
import io.chaoschapters.settings.BaselineSettings;
import io.chaoschapters.settings.InvalidSettingException;
import io.chaoschapters.settings.Setting;
import io.chaoschapters.settings.Settings;
import io.chaoschapters.text.RootLocale;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** What a run is to do with a baseline: compare with it, or write it. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class BaselineGate {
  private static final String DIAGNOSER = "diagnoser";

  private final BaselineFile file;
  private final boolean update;
  private final boolean acrossDiagnosers;
  private final int breakFrom;
  private final Comparability now;
  private final @Nullable Baseline baseline;

  private BaselineGate(BaselineFile file, boolean update, Settings settings, Comparability now) {
    this.file = file;
    this.update = update;
    this.acrossDiagnosers = settings.text(BaselineSettings.ACROSS).equals(DIAGNOSER);
    this.breakFrom = settings.count(BaselineSettings.BREAK);
    this.now = now;
    if (update) {
      file.requireWritable();
      this.baseline = null;
    } else {
      Baseline read = file.read();
      requireLike(read.comparability());
      this.baseline = read;
    }
  }

  /**
   * Reads the baseline, or sees that it can be written, before anything is started.
   *
   * @param named the setting that names the file
   * @param update the setting that has it written
   * @param now what the run is about
   * @return empty when no baseline is named
   * @throws BaselineException when it cannot be used
   */
  public static Optional<BaselineGate> open(
      Settings settings, Setting named, Setting update, Comparability now) {
    String path = settings.text(named);
    boolean updates = settings.isOn(update);
    if (path.isEmpty()) {
      if (updates) {
        throw new InvalidSettingException(
            RootLocale.format(
                "Setting '%s' needs a file to write: name it with -D%s=FILE.",
                update.name(), named.name()));
      }
      return Optional.empty();
    }
    BaselineFile file = new BaselineFile(Path.of(path), "-D" + update.name() + "=true");
    return Optional.of(new BaselineGate(file, updates, settings, now));
  }

  private void requireLike(Comparability before) {
    Mismatch mismatch = new Mismatch(before, now);
    List<String> questions = mismatch.ofQuestions();
    if (!questions.isEmpty()) {
      throw new BaselineException(
          RootLocale.format(
              "The baseline %s is of other trials than these (%s): name the baseline of these, or make it anew with %s.",
              file.path(), String.join("; ", questions), file.howToMake()));
    }
    List<String> diagnoser = mismatch.ofDiagnoser();
    if (!diagnoser.isEmpty() && !acrossDiagnosers) {
      throw new BaselineException(
          RootLocale.format(
              "The baseline %s is of another diagnoser than these trials (%s): -D%s=%s compares the two, and %s begins anew.",
              file.path(),
              String.join("; ", diagnoser),
              BaselineSettings.ACROSS.name(),
              DIAGNOSER,
              file.howToMake()));
    }
  }

  /** The baseline to compare with; empty when it is to be written. */
  public Optional<Baseline> baseline() {
    return Optional.ofNullable(baseline);
  }

  public BaselineFile file() {
    return file;
  }

  /** Compares a number of trials that was fixed ahead. */
  public Comparison compare(List<Tally> tallies) {
    return Comparison.of(Objects.requireNonNull(baseline), tallies, breakFrom);
  }

  /** Compares trials that may go on. */
  public Comparison compare(StoppingRule stopping, int round, List<Tally> tallies) {
    return Comparison.at(stopping, round, Objects.requireNonNull(baseline), tallies, breakFrom);
  }

  /**
   * Writes the baseline if that is wanted.
   *
   * @return a sentence on what was written, or empty
   * @throws BaselineException when there is nothing to write, or it cannot be written
   */
  public Optional<String> update(Instant made, String runtime, List<Tally> tallies) {
    if (!update) {
      return Optional.empty();
    }
    Baseline written = Baseline.of(made, runtime, now, tallies);
    if (!written.hasAnswers()) {
      throw new BaselineException(
          RootLocale.format(
              "The baseline %s was not written, because nothing was answered.", file.path()));
    }
    file.write(written);
    return Optional.of(
        RootLocale.format(
            "Baseline written: %s. Commit it, and compare with it from now on.", file.path()));
  }
}
