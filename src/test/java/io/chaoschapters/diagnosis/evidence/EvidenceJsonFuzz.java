package io.chaoschapters.diagnosis.evidence;

import io.chaoschapters.fuzz.Sentences;
import io.chaoschapters.fuzz.WarmUp;
import java.nio.charset.StandardCharsets;

/** Any text as an evidence file is read and can be shown, or refused in a sentence. */
public final class EvidenceJsonFuzz {
  private EvidenceJsonFuzz() {}

  /** Before the first try. */
  public static void fuzzerInitialize() {
    WarmUp.with("evidence", EvidenceJsonFuzz::fuzzerTestOneInput);
  }

  /** One try. */
  public static void fuzzerTestOneInput(byte[] input) {
    Evidence evidence;
    try {
      evidence = EvidenceJson.parse(new String(input, StandardCharsets.UTF_8), "evidence.json");
    } catch (InvalidEvidenceException e) {
      Sentences.check(e.getMessage());
      return;
    }
    if (EvidenceText.markdown(evidence).isBlank()
        || EvidenceText.markdown(evidence.atSteadyState()).isBlank()) {
      throw new AssertionError("evidence without a word");
    }
    EvidenceJson.parse(EvidenceJson.text(evidence), "evidence.json");
  }
}
