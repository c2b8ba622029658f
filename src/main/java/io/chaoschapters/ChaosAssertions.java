package io.chaoschapters;

import io.chaoschapters.diagnosis.Diagnosis;
import io.chaoschapters.diagnosis.grading.DiagnosisAssert;
import io.chaoschapters.monitor.Monitor;
import io.chaoschapters.monitor.MonitorAssert;
import org.apiguardian.api.API;
import org.assertj.core.api.Assertions;

/**
 * The entry point for a chapter's assertions: AssertJ's own, and those on a diagnosis and on the
 * monitor. Import {@code assertThat} statically from here.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public class ChaosAssertions extends Assertions {

  /** For static imports only; AssertJ's entry point is made to be extended. */
  protected ChaosAssertions() {}

  /** Asserts on what a diagnoser answered. */
  public static DiagnosisAssert assertThat(Diagnosis actual) {
    return DiagnosisAssert.assertThat(actual);
  }

  /** Asserts on what the monitor saw in this chapter. */
  public static MonitorAssert assertThat(Monitor actual) {
    return new MonitorAssert(actual);
  }
}
