package io.chaoschapters.diagnosis;

import io.chaoschapters.diagnosis.evidence.Evidence;
import io.chaoschapters.diagnosis.leak.LeakException;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * What a chapter asks for a diagnosis: gathers evidence, refuses to ask when the evidence gives the
 * answer away, and asks.
 *
 * <p>A chapter gets one as a parameter. Tests of chapters may implement it.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface Diagnostician {
  /**
   * Gathers evidence and asks every diagnoser.
   *
   * @return the answer of the first
   * @throws LeakException when the evidence gives the answer away; no diagnoser is asked
   * @throws DiagnosisException when the first did not answer at all
   */
  Diagnosis diagnose();

  /** The ids of the diagnosers of this run; the first gives the verdict. */
  List<String> diagnosers();

  /** The evidence of the last question; empty before the first. */
  Optional<Evidence> evidence();

  /** Every answer, in the order in which they came. */
  List<Diagnosis> answers();

  /** The first diagnoser's last answer; empty when it was not asked. */
  Optional<Diagnosis> verdict();

  /** The last answer of each of the other diagnosers that answered, in the order of the run's. */
  List<Diagnosis> comparisons();
}
