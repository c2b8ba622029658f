package io.chaoschapters.diagnosis.semantic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chaoschapters.diagnosis.Citation;
import io.chaoschapters.diagnosis.Verdict;
import io.chaoschapters.subject.Term;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeighingTest {
  private static final Calibration CALIBRATION = Calibration.standard();

  @ParameterizedTest
  @CsvSource({
    "0.0, 0.0, 0.0, 0.00, NONE, false",
    "0.6, 0.0, 0.9, 0.20, NONE, false",
    "1.0, 0.0, 0.5, 0.20, ANOMALY, true",
    "1.0, 0.0, 0.5, 0.00, UNSURE, true",
    "1.0, 0.0, 0.3, 0.20, ANOMALY, false",
    "0.0, 2.0, 0.0, 0.00, UNSURE, false",
    "0.3, 2.0, 0.3, 0.20, UNSURE, false",
    "3.0, 0.4, 0.6, 0.20, ANOMALY, true"
  })
  void weightOfTheEvidence_decidesByOneSum(
      double weight, double missing, double cosine, double lead, Verdict verdict, boolean named) {
    Weighing weighing = weighing(weight, missing, cosine);
    assertThat(weighing.steady() + weighing.explained() + weighing.unexplained())
        .isCloseTo(1, within(1e-9));
    assertThat(weighing.verdict(lead, CALIBRATION.tie())).isEqualTo(verdict);
    if (verdict != Verdict.NONE) {
      assertThat(weighing.hasTerm()).isEqualTo(named);
    }
  }

  private static Weighing weighing(double weight, double missing, double cosine) {
    List<Symptom> symptoms =
        weight == 0
            ? List.of()
            : List.of(new Symptom("x", weight, null, Citation.of("x", ""), List.of()));
    List<RankedTerm> terms =
        weight == 0 ? List.of() : List.of(new RankedTerm(Term.of("t", "d"), cosine, cosine));
    return Weighing.of(new Symptoms(symptoms, missing), new Ranking(terms), CALIBRATION);
  }
}
