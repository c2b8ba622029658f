package io.chaoschapters.diagnosis.answer;

import io.chaoschapters.diagnosis.Diagnosis;
import io.chaoschapters.diagnosis.Provenance;
import io.chaoschapters.diagnosis.Verdict;
import io.chaoschapters.fuzz.Sentences;
import io.chaoschapters.fuzz.WarmUp;
import io.chaoschapters.subject.Glossary;
import io.chaoschapters.toy.ToySubject;
import java.nio.charset.StandardCharsets;

/** Any answer of a model becomes a diagnosis; one that cannot be read says why. */
public final class DiagnosisParserFuzz {
  private static final Glossary GLOSSARY = new ToySubject().glossary();
  private static final DiagnosisParser PARSER = new DiagnosisParser(GLOSSARY);

  private DiagnosisParserFuzz() {}

  /** Before the first try. */
  public static void fuzzerInitialize() {
    WarmUp.with("diagnosis", DiagnosisParserFuzz::fuzzerTestOneInput);
  }

  /** One try. */
  public static void fuzzerTestOneInput(byte[] input) {
    String answer = new String(input, StandardCharsets.UTF_8);
    Diagnosis diagnosis = PARSER.parse(Provenance.of("fuzz", "1", 0, "", answer));
    if (diagnosis.headline().isEmpty()) {
      throw new AssertionError("a diagnosis without a headline");
    }
    if ((diagnosis.verdict() == Verdict.ANOMALY) == diagnosis.terms().isEmpty()) {
      throw new AssertionError("an anomaly without a name, or a name without an anomaly");
    }
    if (diagnosis.verdict() == Verdict.INVALID) {
      Sentences.check(diagnosis.mechanism());
    }
  }
}
