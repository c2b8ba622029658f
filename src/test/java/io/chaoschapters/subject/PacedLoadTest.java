package io.chaoschapters.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PacedLoadTest {
  @Test
  void requestsOfBothKinds_areCountedByWhatCameOfThem() {
    AtomicInteger sent = new AtomicInteger();
    PacedLoad load =
        new PacedLoad("writes", 500, () -> sent.incrementAndGet() % 2 == 0 ? "even" : "odd");
    await().until(() -> sent.get() >= 10);
    load.close();

    assertThat(load.outcomes()).containsOnlyKeys("even", "odd");
    assertThat(load.outcomes().values().stream().mapToLong(Long::longValue).sum())
        .isEqualTo(sent.get());
  }

  @Test
  void requestThatThrows_countsAsFailedAndTheNextIsSent() {
    try (PacedLoad load =
        new PacedLoad(
            "writes",
            500,
            () -> {
              throw new IllegalStateException("no answer");
            })) {
      await().untilAsserted(() -> assertThat(load.outcomes().get("failed")).isGreaterThan(2L));
    }
  }

  @Test
  void requestsThatWaitForEachOther_areAsManyAtOnceAsThereAreClients() {
    CountDownLatch together = new CountDownLatch(3);
    try (PacedLoad load =
        new PacedLoad(
            "writes",
            500,
            3,
            () -> {
              together.countDown();
              return answeredAfter(together);
            })) {
      await().untilAsserted(() -> assertThat(load.outcomes().get("answered")).isGreaterThan(2L));
    }
  }

  @Test
  void clientsThatAreTooFewForTheRate_areSaidToStayBehind() {
    CountDownLatch answer = new CountDownLatch(1);
    PacedLoad load = new PacedLoad("writes", 500, () -> answeredAfter(answer));
    await()
        .untilAsserted(
            () -> assertThat(load.outcomes().get("not sent in time")).isGreaterThan(500L));
    answer.countDown();
    load.close();
  }

  @Test
  void closedWhileARequestIsUnderWay_waitsForItsAnswer() {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch answer = new CountDownLatch(1);
    PacedLoad load =
        new PacedLoad(
            "writes",
            500,
            () -> {
              begun.countDown();
              return answeredAfter(answer);
            });
    await().until(() -> begun.getCount() == 0);
    Thread answering = new Thread(answer::countDown);
    answering.start();
    load.close();

    assertThat(load.outcomes()).containsOnlyKeys("answered");
  }

  private static String answeredAfter(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      return "interrupted";
    }
    return "answered";
  }
}
