package io.chaoschapters.diagnosis.semantic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chaoschapters.diagnosis.Citation;
import io.chaoschapters.diagnosis.Verdict;
import io.chaoschapters.diagnosis.semantic.symptom.Calibration;
import io.chaoschapters.diagnosis.semantic.symptom.Symptom;
import io.chaoschapters.diagnosis.semantic.symptom.SymptomKind;
import io.chaoschapters.diagnosis.semantic.symptom.Symptoms;
import io.chaoschapters.subject.Term;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeighingTest {
  private static final Calibration CALIBRATION = Calibration.standard();

  @ParameterizedTest
  @CsvSource({
    "0.0, 0.0, 0.0, 0.0, NONE, false",
    "0.6, 0.0, 0.9, 0.9, NONE, false",
    "1.0, 0.0, 0.8, 0.9, ANOMALY, true",
    "1.0, 0.0, 0.2, 0.2, ANOMALY, false",
    "1.0, 0.0, 0.2, 0.9, UNSURE, false",
    "0.0, 2.0, 0.0, 0.0, UNSURE, false",
    "0.3, 2.0, 0.2, 0.2, UNSURE, false",
    "3.0, 0.4, 0.9, 0.9, ANOMALY, true"
  })
  void weightOfTheEvidence_decidesByOneSum(
      double weight, double missing, double right, double alone, Verdict verdict, boolean named) {
    Weighing weighing = weighing(weight, missing, right, alone);
    assertThat(weighing.steady() + weighing.explained() + weighing.unexplained())
        .isCloseTo(1, within(1e-9));
    assertThat(weighing.verdict()).isEqualTo(verdict);
    if (verdict != Verdict.NONE) {
      assertThat(weighing.hasTerm()).isEqualTo(named);
    }
  }

  private static Weighing weighing(double weight, double missing, double right, double alone) {
    Symptom symptom =
        Symptom.of(SymptomKind.VIOLATION, "x", "x", weight, null, Citation.of("x", ""));
    List<RankedTerm> terms = List.of(new RankedTerm(Term.of("t", "d"), 1, 1));
    Ranking ranking = new Ranking(terms, right, alone, null, 0, null, null);
    return Weighing.of(
        new Symptoms(weight == 0 ? List.of() : List.of(symptom), List.of(), missing),
        weight == 0 ? Ranking.NOTHING : ranking,
        CALIBRATION);
  }
}
