package io.chaoschapters.runtime.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.runtime.ComponentSpec;
import io.chaoschapters.runtime.ReadyCheck;
import io.chaoschapters.toy.ToyComponent;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A check that takes long is under way nearly always; what it said is told all the same. */
class ReadyProbeTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  @Test
  void checkIsUnderWay_lastWordsAreThoseOfTheOneBefore() {
    AtomicInteger checks = new AtomicInteger();
    CountDownLatch never = new CountDownLatch(1);
    ReadyCheck slow =
        component -> {
          if (checks.incrementAndGet() == 1) {
            throw new IllegalStateException("no answer");
          }
          never.await();
          return true;
        };
    ComponentSpec spec = ComponentSpec.of("one", "store", slow, LONG);
    try (ReadyProbe probe = new ReadyProbe(spec, new ToyComponent("one"))) {
      assertThat(probe.look(LONG).last()).isEqualTo("no answer");
      assertThat(probe.look(Duration.ofMillis(1)).last()).isEqualTo("no answer");
    }
  }

  @Test
  void noCheckHasReturned_thatIsSaid() {
    CountDownLatch never = new CountDownLatch(1);
    ReadyCheck hangs =
        component -> {
          never.await();
          return true;
        };
    ComponentSpec spec = ComponentSpec.of("one", "store", hangs, LONG);
    try (ReadyProbe probe = new ReadyProbe(spec, new ToyComponent("one"))) {
      assertThat(probe.look(Duration.ofMillis(1)).last())
          .isEqualTo("its ready check does not return");
    }
  }
}
