package io.chaoschapters.runtime.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TimeLimitsTest {
  private static final long AT_MOST_SECONDS = 20;

  @Test
  void failsAtFirst_isTriedAgainUntilItSucceedsAndNotAfterwards() throws InterruptedException {
    AtomicInteger tries = new AtomicInteger();
    CountDownLatch done = new CountDownLatch(2);
    TimeLimits limits =
        new TimeLimits(
            () -> {
              if (tries.incrementAndGet() < 3) {
                throw new IllegalStateException("not yet");
              }
              done.countDown();
            });
    limits.limit(1, 1);
    limits.limit(2, 600); // after the third try of the first one

    assertThat(done.await(AT_MOST_SECONDS, TimeUnit.SECONDS)).isTrue();
    limits.end();
    assertThat(tries).hasValue(4);
  }

  @Test
  void lifted_isNotTriedAgain() throws InterruptedException {
    AtomicInteger tries = new AtomicInteger();
    CountDownLatch first = new CountDownLatch(1);
    TimeLimits limits =
        new TimeLimits(
            () -> {
              tries.incrementAndGet();
              first.countDown();
              throw new IllegalStateException("never");
            });
    limits.limit(1, 1);
    assertThat(first.await(AT_MOST_SECONDS, TimeUnit.SECONDS)).isTrue();

    limits.lift(1);
    int then = tries.get();
    CountDownLatch later = new CountDownLatch(1);
    TimeLimits clock = new TimeLimits(later::countDown);
    clock.limit(1, 600);

    assertThat(later.await(AT_MOST_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(tries).hasValueLessThanOrEqualTo(then + 1);
    limits.end();
    clock.end();
  }
}
