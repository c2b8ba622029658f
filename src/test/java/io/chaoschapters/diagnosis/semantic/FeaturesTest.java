package io.chaoschapters.diagnosis.semantic;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.diagnosis.evidence.Baseline;
import io.chaoschapters.diagnosis.evidence.Evidence;
import io.chaoschapters.diagnosis.evidence.SignalChange;
import io.chaoschapters.diagnosis.evidence.ViolationEvidence;
import io.chaoschapters.diagnosis.semantic.embedding.SentenceEncoder;
import io.chaoschapters.diagnosis.semantic.embedding.Vectors;
import io.chaoschapters.diagnosis.semantic.symptom.Calibration;
import io.chaoschapters.diagnosis.semantic.symptom.Harm;
import io.chaoschapters.diagnosis.semantic.symptom.Symptoms;
import io.chaoschapters.diagnosis.semantic.term.GlossaryText;
import io.chaoschapters.diagnosis.semantic.words.Words;
import io.chaoschapters.subject.Glossary;
import io.chaoschapters.subject.Reading;
import io.chaoschapters.subject.Term;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeaturesTest {
  private static final int WIDTH = 128;

  /** Alike are sentences with the same words. */
  private static final SentenceEncoder WORDS =
      sentences -> sentences.stream().map(FeaturesTest::vector).toList();

  private static final Glossary GLOSSARY =
      new Glossary(
          List.of(
              Term.of("long queue", "Parcels wait in the queue."),
              Term.of("late drivers", "Drivers arrive late.")));

  private static float[] vector(String sentence) {
    float[] vector = new float[WIDTH];
    Words.stems(sentence).forEach(stem -> vector[Math.floorMod(stem.hashCode(), WIDTH)] = 1);
    return Vectors.unit(vector);
  }

  private static double[] unmoved(double queueNow) {
    Evidence evidence =
        new Evidence(
            Instant.EPOCH,
            List.of(),
            List.of(
                new ViolationEvidence("people are glad", "", null, true, 0, 0, 1.0, null, "glad")),
            List.of(
                new SignalChange(
                    "q",
                    "q",
                    "parcels that wait in the queue",
                    "",
                    Reading.of(3),
                    Reading.of(queueNow))),
            List.of(),
            new Baseline(Instant.EPOCH, List.of(), List.of()),
            GLOSSARY);
    GlossaryText glossary = GlossaryText.of(GLOSSARY, WORDS);
    return Features.of(
            Symptoms.of(evidence, Calibration.standard()),
            Harm.of(List.of()),
            glossary,
            WORDS,
            new Consequences(WORDS))
        .whole()[4];
  }

  /** What would have moved with a fault and did not speaks against it. */
  @Test
  void numberThatStayedAsItWas_isHeldAgainstTheTermItIsAbout() {
    double[] still = unmoved(3);
    assertThat(still[0]).isGreaterThan(still[1] + 0.2);
    double[] moved = unmoved(30);
    assertThat(moved[0]).isEqualTo(moved[1]);
  }
}
