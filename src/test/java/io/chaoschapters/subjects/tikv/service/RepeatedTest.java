package io.chaoschapters.subjects.tikv.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RepeatedTest {
  @Test
  void taskThatFailed_isDoneAgainAndLogged() throws InterruptedException {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    ServerLog log =
        new ServerLog(new PrintStream(said, true, StandardCharsets.UTF_8), Clock.systemUTC());
    ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    CountDownLatch thrice = new CountDownLatch(3);
    try {
      new Repeated(clock, log)
          .every(
              Duration.ZERO,
              Duration.ofMillis(1),
              "counting",
              () -> {
                thrice.countDown();
                throw new IllegalStateException("no");
              });

      assertThat(thrice.await(20, TimeUnit.SECONDS)).isTrue();
    } finally {
      clock.shutdownNow();
    }
    assertThat(said.toString(StandardCharsets.UTF_8)).contains("[ERROR]", "counting failed", "no");
  }
}
