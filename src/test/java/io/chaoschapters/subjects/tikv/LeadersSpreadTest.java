package io.chaoschapters.subjects.tikv;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.subject.Invariant;
import io.chaoschapters.subject.Measurement;
import io.chaoschapters.subject.Observation;
import io.chaoschapters.subject.Reading;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LeadersSpreadTest {
  private static final Invariant SPREAD =
      TikvInvariants.all().stream()
          .filter(invariant -> invariant.id().equals(TikvInvariants.LEADERS_SPREAD))
          .findFirst()
          .orElseThrow();

  private static Measurement measured(double answering, double cutOff) {
    return SPREAD
        .measure()
        .apply(
            new Observation(
                Instant.EPOCH,
                List.of(),
                Map.of(
                    TikvSignals.STORES_ANSWERING, Reading.of(answering),
                    TikvSignals.CUT_OFF, Reading.of(cutOff),
                    TikvSignals.LEADER_SPREAD, Reading.of(4))));
  }

  @Test
  void allStoresThere_theSpreadCounts() {
    assertThat(measured(3, 0).reading()).isEqualTo(Reading.of(4));
  }

  /** Ten regions on two stores are 7 and 3 now and then, which nobody has to even out. */
  @Test
  void storeMissing_isNoImbalanceOfTheOthers() {
    assertThat(measured(2, 0).reading().isKnown()).isFalse();
    assertThat(measured(3, 1).reading().isKnown()).isFalse();
  }
}
