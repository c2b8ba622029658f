package io.chaoschapters.subjects.ratelimiter.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StoreCallsTest {

  @Test
  void queuedForLongerThanAllowed_standInAnswers() {
    CountDownLatch busy = new CountDownLatch(1);
    try (StoreCalls calls = new StoreCalls(1, Duration.ZERO)) {
      calls.call(() -> await(busy), () -> "stand-in");
      CompletableFuture<String> queued = calls.call(() -> "work", () -> "stand-in");
      busy.countDown();
      assertThat(queued.orTimeout(5, TimeUnit.SECONDS).join()).isEqualTo("stand-in");
    }
  }

  @Test
  void queueFull_standInAnswersAtOnce() {
    CountDownLatch busy = new CountDownLatch(1);
    try (StoreCalls calls = new StoreCalls(1, Duration.ofMinutes(1))) {
      List<CompletableFuture<String>> filling =
          IntStream.range(0, 1100)
              .mapToObj(i -> calls.call(() -> await(busy), () -> "stand-in"))
              .toList();
      assertThat(filling)
          .filteredOn(CompletableFuture::isDone)
          .isNotEmpty()
          .allSatisfy(done -> assertThat(done.join()).isEqualTo("stand-in"));
      busy.countDown();
    }
  }

  private static String await(CountDownLatch latch) {
    try {
      return latch.await(10, TimeUnit.SECONDS) ? "work" : "never released";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "interrupted";
    }
  }
}
