package io.chaoschapters.diagnosis.semantic.symptom;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.diagnosis.evidence.Baseline;
import io.chaoschapters.diagnosis.evidence.Evidence;
import io.chaoschapters.diagnosis.evidence.SignalChange;
import io.chaoschapters.diagnosis.evidence.ViolationEvidence;
import io.chaoschapters.subject.ComponentStatus;
import io.chaoschapters.subject.Glossary;
import io.chaoschapters.subject.Health;
import io.chaoschapters.subject.Reading;
import io.chaoschapters.subject.Term;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SurgesTest {
  private static final List<ComponentStatus> WELL =
      List.of(ComponentStatus.of("o", "oven", Health.SERVING, ""));
  private static final ViolationEvidence OVER =
      new ViolationEvidence("bread is fresh", "", null, false, 2, 2, null, 1.0, "");

  private static SignalChange signal(String description, String unit, Reading before, Reading now) {
    return new SignalChange("s", "s", description, unit, before, now);
  }

  private static List<Symptom> surges(
      SignalChange signal, List<ComponentStatus> components, List<ViolationEvidence> violations) {
    return Surges.of(
        new Evidence(
            Instant.EPOCH,
            components,
            violations,
            List.of(signal),
            List.of(),
            new Baseline(Instant.EPOCH, WELL, List.of()),
            new Glossary(List.of(Term.of("a", "One."), Term.of("b", "Two.")))),
        Calibration.standard());
  }

  private static List<Symptom> surges(String description, String unit, double from, double to) {
    return surges(signal(description, unit, Reading.of(from), Reading.of(to)), WELL, List.of());
  }

  @ParameterizedTest
  @CsvSource({
    "loaves ordered, loaves/s, 8, 160",
    "loaves ordered, loaves/min, 40, 400",
    "loaves ordered per second, '', 8, 160"
  })
  void rateThatRoseTenfold_isASurge(String description, String unit, double from, double to) {
    assertThat(surges(description, unit, from, to))
        .singleElement()
        .satisfies(
            surge -> {
              assertThat(surge.sentence()).isEqualTo("many times as much as usual: " + description);
              assertThat(surge.weight()).isPositive();
            });
  }

  @ParameterizedTest
  @CsvSource({
    "loaves ordered, loaves/s, 8, 79",
    "loaves ordered, loaves/s, 160, 8",
    "loaves ordered, loaves/s, 0, 160",
    "loaves ordered, loaves/s, 1.67, 49.7",
    "loaves ordered, loaves, 8, 160",
    "time to bake a loaf, ms, 8, 160",
    "loaves that could not be baked, loaves/s, 8, 160",
    "loaves undelivered, loaves/s, 8, 160",
    "orders rejected, orders/s, 8, 160"
  })
  void whatRoseLess_isNoRate_orIsOfFailures_isNone(
      String description, String unit, double from, double to) {
    assertThat(surges(description, unit, from, to)).isEmpty();
  }

  @Test
  void unknown_isNoSurge() {
    Reading unknown = Reading.unknown("no answer");
    assertThat(surges(signal("loaves", "loaves/s", unknown, Reading.of(160)), WELL, List.of()))
        .isEmpty();
    assertThat(surges(signal("loaves", "loaves/s", Reading.of(8), unknown), WELL, List.of()))
        .isEmpty();
  }

  @Test
  void whenAnythingElseIsOrWasAmiss_thatIsLookedAtInstead() {
    SignalChange signal = signal("loaves", "loaves/s", Reading.of(8), Reading.of(160));
    assertThat(surges(signal, WELL, List.of())).hasSize(1);
    assertThat(surges(signal, WELL, List.of(OVER))).isEmpty();
    for (Health health : List.of(Health.SILENT, Health.DEGRADED, Health.UNKNOWN)) {
      assertThat(surges(signal, List.of(ComponentStatus.of("o", "oven", health, "")), List.of()))
          .isEmpty();
    }
  }
}
