package io.chaoschapters.diagnosis;

import io.chaoschapters.diagnosis.evidence.Evidence;
import io.chaoschapters.diagnosis.grading.DiagnosisGrader;
import io.chaoschapters.diagnosis.grading.Grade;
import org.jspecify.annotations.Nullable;

/**
 * A made-up situation of a made-up system, and the answer that is right for it.
 *
 * @param expect a term, {@code none} for a control, or {@code open} when no term fits
 * @param component the component to blame, or null where that is not asked
 */
public record EvidenceCase(
    String system, String name, String expect, @Nullable String component, Evidence evidence) {

  /** Whether the right answer is that the system is in order. */
  public boolean isControl() {
    return expect.equals("none");
  }

  /** Whether no term of the glossary fits. */
  public boolean isOpen() {
    return expect.equals("open");
  }

  /** Whether the right answer is a term. */
  public boolean isFault() {
    return !isControl() && !isOpen();
  }

  /** The grade of an answer to it. */
  public Grade grade(Diagnosis diagnosis) {
    if (isControl()) {
      return DiagnosisGrader.findsNoAnomaly(diagnosis);
    }
    return isOpen()
        ? DiagnosisGrader.isUnsureOrOther(diagnosis)
        : DiagnosisGrader.names(diagnosis, expect);
  }

  @Override
  public String toString() {
    return system + ": " + name;
  }
}
