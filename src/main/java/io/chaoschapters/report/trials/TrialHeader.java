package io.chaoschapters.report.trials;

import java.time.Instant;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What a series of trials is about; the first line of its log.
 *
 * @param version of the log's format
 * @param fingerprint of experiments, diagnosers and settings: only what agrees may be continued
 * @param began when
 * @param subject the subject's id
 * @param title the subject's title
 * @param seed decides the order of the trials and of each glossary
 * @param repetitions how often each experiment is performed; controls may be performed more often
 * @param experiments in the order of the file
 * @param diagnosers in the order in which they are asked, baselines last
 * @param glossary a digest of the terms and their definitions; null in logs of before it was kept
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record TrialHeader(
    int version,
    String fingerprint,
    Instant began,
    String subject,
    String title,
    long seed,
    int repetitions,
    List<Tried> experiments,
    List<Asked> diagnosers,
    @Nullable String glossary) {
  /** The version that is written, and the only one that is read. */
  public static final int VERSION = 1;

  public TrialHeader {
    experiments = List.copyOf(experiments);
    diagnosers = List.copyOf(diagnosers);
  }

  /** How many trials there are. */
  public int planned() {
    return experiments.stream().mapToInt(Tried::planned).sum();
  }

  /** How many of them are controls. */
  public int controls() {
    return experiments.stream().filter(Tried::control).mapToInt(Tried::planned).sum();
  }

  /**
   * An experiment.
   *
   * @param name its name
   * @param expected the right answer in words
   * @param control whether the right answer is that nothing is wrong
   * @param planned how often it is performed
   */
  public record Tried(String name, String expected, boolean control, int planned) {}

  /**
   * A diagnoser.
   *
   * @param id its id
   * @param version its version
   * @param baseline whether it is a trivial rule, for comparison
   */
  public record Asked(String id, String version, boolean baseline) {}
}
