package io.chaoschapters.diagnosis.semantic;

import io.chaoschapters.diagnosis.evidence.Baseline;
import io.chaoschapters.diagnosis.evidence.Evidence;
import io.chaoschapters.diagnosis.evidence.LogEvidence;
import io.chaoschapters.diagnosis.evidence.SignalChange;
import io.chaoschapters.diagnosis.evidence.ViolationEvidence;
import io.chaoschapters.subject.ComponentStatus;
import io.chaoschapters.subject.Glossary;
import io.chaoschapters.subject.Health;
import io.chaoschapters.subject.Reading;
import java.time.Instant;
import java.util.List;

/** Evidence of nothing, which takes a question through all of the code once before it counts. */
final class PracticeEvidence {
  private PracticeEvidence() {}

  static Evidence of(Glossary glossary) {
    return new Evidence(
        Instant.EPOCH,
        List.of(ComponentStatus.of("a", "part", Health.SILENT, "")),
        List.of(new ViolationEvidence("it works", "", null, true, 1.5, 1.5, null, 1.0, "1.5")),
        List.of(new SignalChange("b", "b", "b", "s", Reading.of(0), Reading.of(1))),
        List.of(new LogEvidence("a", "WARN 1", 1, true)),
        new Baseline(
            Instant.EPOCH, List.of(ComponentStatus.of("a", "part", Health.SERVING, "")), List.of()),
        glossary);
  }
}
