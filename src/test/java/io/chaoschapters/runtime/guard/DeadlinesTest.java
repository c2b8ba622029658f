package io.chaoschapters.runtime.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeadlinesTest {
  private static final long AT_MOST_SECONDS = 20;

  private final Deadlines<String> deadlines = new Deadlines<>();

  @AfterEach
  void end() {
    deadlines.end();
  }

  @Test
  void undoingFails_isTriedAgain() throws InterruptedException {
    CountDownLatch tries = new CountDownLatch(2);
    deadlines.arm(
        "thaw",
        1,
        () -> {
          tries.countDown();
          throw new IllegalStateException("not yet");
        });

    assertThat(tries.await(AT_MOST_SECONDS, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void armedAgain_takesThePlaceOfTheEarlierOne() throws InterruptedException {
    AtomicInteger earlier = new AtomicInteger();
    CountDownLatch later = new CountDownLatch(1);
    deadlines.arm("thaw", TimeUnit.MINUTES.toMillis(1), earlier::incrementAndGet);
    deadlines.arm("thaw", 1, later::countDown);

    assertThat(later.await(AT_MOST_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(earlier).hasValue(0);
  }

  @Test
  void disarmed_nothingIsUndone() throws InterruptedException {
    AtomicInteger undone = new AtomicInteger();
    CountDownLatch another = new CountDownLatch(1);
    deadlines.arm("thaw", 30, undone::incrementAndGet);
    deadlines.disarm("thaw");
    deadlines.arm("connect", 60, another::countDown);

    assertThat(another.await(AT_MOST_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(undone).hasValue(0);
  }
}
