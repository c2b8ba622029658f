package io.chaoschapters.runtime.kubernetes.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.waiting.Progress;
import io.chaoschapters.waiting.Wait;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class WatchmanTest {
  private static final Duration OLD_AFTER = Duration.ofSeconds(15);

  private static final CpuShare SHARE = new CpuShare("one-life1", "main", "2", "100m");

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private String renewed = "2026-01-01T00:00:00.000000Z";
  private String orders = "0";
  private int status = 200;
  private boolean away;
  private volatile int refusals;
  private long now;

  private final Watchman watchman =
      new Watchman(
          this::answer,
          "n",
          OLD_AFTER,
          () -> now,
          new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));

  private ServerDoor.Answer answer(String method, String path, String body) throws IOException {
    if (away) {
      throw new IOException("away");
    }
    if (path.contains("/leases/")) {
      return new ServerDoor.Answer(
          status,
          status == 200
              ? "{\"metadata\":{\"annotations\":{\"chaoschapters.io/orders\":\""
                  + orders
                  + "\"}},\"spec\":{\"renewTime\":\""
                  + renewed
                  + "\"}}"
              : "");
    }
    asked.add(method + " " + path + " " + body);
    if (method.equals("PATCH") && refusals > 0) {
      refusals--;
      return new ServerDoor.Answer(500, "not now");
    }
    return new ServerDoor.Answer(200, "{}");
  }

  private static Orders.Limit ending(long millis) {
    return new Orders.Limit(millis, null);
  }

  private void pass(Duration time) {
    now += time.toNanos();
  }

  private boolean isRemoved() {
    return asked.stream().anyMatch(line -> line.startsWith("DELETE /api/v1/namespaces/n "));
  }

  @Test
  void leaseThatIsRenewed_isNeverOld() {
    for (int i = 0; i < 100; i++) {
      renewed = "renewed-" + i;
      assertThat(watchman.look()).isTrue();
      pass(Duration.ofSeconds(10));
    }
    assertThat(isRemoved()).isFalse();
  }

  @Test
  void leaseThatIsOld_isTheEnd_podsFirst() {
    watchman.look();
    pass(OLD_AFTER);
    assertThat(watchman.look()).isTrue();
    pass(Duration.ofMillis(1));

    assertThat(watchman.look()).isFalse();

    assertThat(asked.subList(1, asked.size()))
        .containsExactly(
            "DELETE /api/v1/namespaces/n/pods?gracePeriodSeconds=0&labelSelector=chaoschapters.io%2Fcomponent ",
            "DELETE /api/v1/namespaces/n ");
  }

  @Test
  void leaseThatIsGone_isOldAfterItsTime() {
    status = 404;
    watchman.look();
    assertThat(isRemoved()).isFalse();
    pass(OLD_AFTER.plusMillis(1));
    watchman.look();
    assertThat(isRemoved()).isTrue();
  }

  /** The run could not renew it either, and gets its time once the server is there again. */
  @Test
  void serverThatWasAway_doesNotMakeTheLeaseOld() {
    watchman.look();
    away = true;
    pass(Duration.ofMinutes(5));
    watchman.look();
    away = false;
    pass(Duration.ofSeconds(10));
    watchman.look();
    assertThat(isRemoved()).isFalse();

    pass(OLD_AFTER);
    watchman.look();
    assertThat(isRemoved()).isTrue();
  }

  @Test
  void serverThatRefuses_saysNothingOfTheLease() {
    watchman.look();
    status = 403;
    pass(Duration.ofMinutes(5));
    watchman.look();
    assertThat(isRemoved()).isFalse();
  }

  @Test
  void orders_areAnsweredOnceObeyed() {
    watchman.look();
    orders = Orders.none().with(1, ending(600_000)).toString();
    watchman.look();
    watchman.look();

    assertThat(asked)
        .hasSize(2)
        .last()
        .asString()
        .startsWith("PUT /api/v1/namespaces/n/configmaps/" + Orders.ANSWERS)
        .contains("\"answer\":\"1\"");
  }

  @Test
  void limitThatIsOver_endsThePodsAndLeavesTheNamespace() {
    orders = Orders.none().with(1, ending(1)).toString();
    watchman.look();

    Wait.atMost("the end of the pods", Duration.ofSeconds(30))
        .until(
            () ->
                new Progress(
                    asked.stream()
                        .anyMatch(line -> line.startsWith("DELETE /api/v1/namespaces/n/pods")),
                    "not yet"));
    assertThat(isRemoved()).isFalse();
  }

  /** Nothing else is ended, and it is asked again when the server does not do it at once. */
  @Test
  void limitOfAShareThatIsOver_givesItBack() {
    refusals = 1;
    orders = Orders.none().with(1, new Orders.Limit(1, SHARE)).toString();
    watchman.look();

    Wait.atMost("the share given back", Duration.ofSeconds(30))
        .until(
            () ->
                new Progress(
                    asked.stream().filter(line -> line.startsWith("PATCH")).count() == 2,
                    "not yet"));
    assertThat(asked)
        .contains(
            "PATCH /api/v1/namespaces/n/pods/one-life1/resize {\"spec\":{\"containers\":[{\"name\":\"main\",\"resources\":{\"limits\":{\"cpu\":\"2\"},\"requests\":{\"cpu\":\"100m\"}}}]}}")
        .noneMatch(line -> line.startsWith("DELETE"));
  }

  /** What disturbs components of others is given the time to undo it. */
  @Test
  void limitThatIsOver_endsTheAgentsInTheirOwnTime() {
    orders = Orders.none().with(1, ending(1)).toString();
    watchman.look();

    Wait.atMost("the end of the agents", Duration.ofSeconds(30))
        .until(
            () ->
                new Progress(
                    asked.contains(
                        "DELETE /api/v1/namespaces/n/pods?labelSelector=chaoschapters.io%2Fagent "),
                    "not yet"));
  }

  /** The run's machine may be years ahead, or set its clock back. */
  @Test
  void clocksThatDiffer_doNotMatter() {
    for (String time :
        List.of("2099-01-01T00:00:00Z", "2031-01-01T00:00:00Z", "1999-01-01T00:00:00Z")) {
      renewed = time;
      assertThat(watchman.look()).isTrue();
      pass(OLD_AFTER.minusSeconds(1));
    }
    assertThat(watchman.look()).isTrue();
    assertThat(isRemoved()).isFalse();
  }

  @Test
  void limitThatWasLifted_endsNothing() {
    Orders set = Orders.none().with(1, ending(500));
    orders = set.toString();
    watchman.look();
    orders = set.without(1).toString();
    watchman.look();
    long until = System.nanoTime() + Duration.ofSeconds(1).toNanos();
    Wait.atMost("twice its time", Duration.ofSeconds(30))
        .until(() -> new Progress(System.nanoTime() > until, "not yet"));

    assertThat(asked).noneMatch(line -> line.startsWith("DELETE"));
  }

  @Test
  void text_comesBackAsItWas() {
    Orders some = Orders.none().with(3, ending(30_000)).with(4, new Orders.Limit(20_000, SHARE));
    assertThat(Orders.parse(some.toString())).isEqualTo(some);
    assertThat(some.toString()).isEqualTo("2;3=30000;4=20000:one-life1/main/2/100m");
  }
}
