package io.chaoschapters.report.baseline;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.apiguardian.api.API;

/**
 * What trials came to.
 *
 * @param version of the format
 * @param made when
 * @param runtime where the components ran, in words
 * @param comparability what must agree with trials that are compared with these
 * @param tallies one an experiment, in the order of the trials
 */
@API(status = API.Status.INTERNAL, since = "0.1")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Baseline(
    int version, Instant made, String runtime, Comparability comparability, List<Tally> tallies) {
  /** The version that is written, and the only one that is read. */
  public static final int VERSION = 1;

  public Baseline {
    tallies = List.copyOf(tallies);
  }

  /** As this program writes it. */
  public static Baseline of(
      Instant made, String runtime, Comparability comparability, List<Tally> tallies) {
    return new Baseline(VERSION, made, runtime, comparability, tallies);
  }

  /** Whether anything was answered at all. */
  public boolean hasAnswers() {
    return tallies.stream().anyMatch(tally -> tally.answers() > 0);
  }
}
