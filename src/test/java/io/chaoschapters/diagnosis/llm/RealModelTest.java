package io.chaoschapters.diagnosis.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.chaoschapters.diagnosis.Diagnoser;
import io.chaoschapters.diagnosis.Diagnosis;
import io.chaoschapters.diagnosis.EvidenceCase;
import io.chaoschapters.diagnosis.EvidenceCases;
import io.chaoschapters.diagnosis.Inquiry;
import io.chaoschapters.diagnosis.Verdict;
import io.chaoschapters.settings.AiSettings;
import io.chaoschapters.settings.Settings;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A real llama-server with a real model file, for those who have them: {@code
 * -Dai.model=FILE.gguf}, and {@code -Dai.llama-server=PATH} unless it is on the PATH.
 */
class RealModelTest {
  private final Settings settings = Settings.ofProcess();

  @BeforeEach
  void modelFileIsThere() {
    assumeTrue(
        settings.text(AiSettings.MODEL).endsWith(".gguf"),
        "no model file is named: -Dai.model=FILE.gguf");
  }

  @Test
  void model_tellsAFaultFromItsControl() {
    List<EvidenceCase> cases = EvidenceCases.of("message-queue");
    EvidenceCase fault = cases.stream().filter(EvidenceCase::isFault).findFirst().orElseThrow();
    EvidenceCase control = cases.stream().filter(EvidenceCase::isControl).findFirst().orElseThrow();
    try (Diagnoser diagnoser = new LlamaCppProvider().open(settings)) {
      Diagnosis seen = diagnoser.diagnose(Inquiry.about(fault.evidence(), piece -> {}));
      assertThat(fault.grade(seen).isRight()).as(seen.headline()).isTrue();
      assertThat(seen.provenance().promptTokens()).isPositive();
      assertThat(diagnoser.diagnose(Inquiry.about(control.evidence(), piece -> {})).verdict())
          .isEqualTo(Verdict.NONE);
    }
  }
}
