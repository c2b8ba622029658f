package io.chaoschapters.runtime.kubernetes.namespace;

import io.chaoschapters.runtime.RuntimeFailureException;
import io.chaoschapters.runtime.Watchdog;
import io.chaoschapters.runtime.kubernetes.api.Api;
import io.chaoschapters.runtime.kubernetes.guard.CpuShare;
import io.chaoschapters.runtime.kubernetes.guard.Orders;
import io.chaoschapters.text.Failure;
import io.chaoschapters.text.RootLocale;
import io.chaoschapters.waiting.DaemonThreads;
import io.chaoschapters.waiting.Progress;
import io.chaoschapters.waiting.Wait;
import io.chaoschapters.waiting.WaitTimeoutException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apiguardian.api.API;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Renews the run's Lease, and gives the guard in the cluster its orders. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class LeaseKeeper implements Watchdog, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LeaseKeeper.class);
  private static final Duration EVERY = Duration.ofSeconds(2);
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);
  private static final Duration PRESENT_WITHIN = Duration.ofSeconds(60);
  private static final Duration POLL = Duration.ofMillis(50);

  private final Api api;
  private final String namespace;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("kubernetes-lease"));
  private Orders orders = Orders.none();
  private boolean failing;

  public LeaseKeeper(Api api, String namespace) {
    this.api = api;
    this.namespace = namespace;
  }

  public LeaseKeeper begin() {
    clock.scheduleWithFixedDelay(this::renewOrTell, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
    return this;
  }

  private void renewOrTell() {
    try {
      renew();
      if (failing) {
        failing = false;
        LOG.info("The Lease of namespace {} is renewed again.", namespace);
      }
    } catch (RuntimeException e) { // the clock would not come again
      if (!failing) {
        LOG.warn(
            "The Lease of namespace {} was not renewed, and is tried again: {}",
            namespace,
            Failure.words(e));
      }
      failing = true;
    }
  }

  private synchronized void renew() {
    String patch =
        RootLocale.format(
            "{\"metadata\":{\"annotations\":{\"%s\":\"%s\"}},\"spec\":{\"renewTime\":\"%s\"}}",
            Orders.ANNOTATION, orders, Instant.now().truncatedTo(ChronoUnit.MICROS).toString());
    api.ask(
        "renew the Lease of the run",
        client ->
            client
                .leases()
                .inNamespace(namespace)
                .withName(Orders.GUARD)
                .patch(PatchContext.of(PatchType.JSON_MERGE), patch));
  }

  /**
   * Returns once the guard has answered for the first time.
   *
   * @throws RuntimeFailureException when it does not; nothing must be done without it
   */
  public void awaitGuard() {
    await(0, PRESENT_WITHIN, "be there");
  }

  @Override
  public Watch endAfter(Duration limit) {
    return order(new Orders.Limit(limit.toMillis(), null), "end everything in time");
  }

  /** As {@link #endAfter}, but that a container is given back its share of a processor then. */
  public Watch giveBackAfter(Duration limit, CpuShare back) {
    return order(
        new Orders.Limit(limit.toMillis(), back), "give back " + back.container() + "'s limit");
  }

  private Watch order(Orders.Limit limit, String promise) {
    long number;
    synchronized (this) {
      orders = orders.with(orders.number() + 1, limit);
      number = orders.number();
      renew();
    }
    try {
      await(number, ANSWER_WITHIN, promise);
      return () -> lift(number);
    } catch (RuntimeFailureException e) {
      lift(number);
      throw e;
    }
  }

  /** The next renewal tells the guard. */
  private synchronized void lift(long id) {
    if (orders.limits().containsKey(id)) {
      orders = orders.without(id);
    }
  }

  private void await(long number, Duration within, String promise) {
    try {
      new Wait("answer of the guard pod", within, POLL)
          .until(() -> new Progress(answered() >= number, "it has not answered"));
    } catch (WaitTimeoutException e) {
      throw new RuntimeFailureException(
          RootLocale.format(
              "The guard pod did not promise to %s (%s); look at it with: kubectl --namespace=%s describe pod %s",
              promise, Failure.words(e), namespace, Orders.GUARD),
          e);
    }
  }

  private long answered() {
    return api.askFor(
            "read what the guard pod answers",
            client -> client.configMaps().inNamespace(namespace).withName(Orders.ANSWERS).get())
        .map(map -> Maps.of(map.getData()).get(Orders.ANSWER))
        .map(Long::parseLong)
        .orElse(-1L);
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }

  @Override
  public String toString() {
    return "the Lease of namespace " + namespace;
  }
}
