package io.chaoschapters.subject;

import io.chaoschapters.waiting.DaemonThreads;
import io.chaoschapters.waiting.Progress;
import io.chaoschapters.waiting.Wait;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apiguardian.api.API;

/**
 * Clients that send requests at a steady rate, each one after the other.
 *
 * <p>A request that is late because the one before it took long is sent late; none is left out.
 * Clients that are too few for the rate stay behind it, which the outcomes say.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class PacedLoad implements RunningLoad {
  private static final Duration LAST_ANSWER = Duration.ofSeconds(5);

  /** Behind the rate by that part of what it asks for, and by more than a second's worth. */
  private static final double BEHIND = 0.1;

  private static final String NOT_SENT = "not sent in time";

  private final Map<String, Long> outcomes = new ConcurrentHashMap<>();
  private final ScheduledExecutorService client;
  private final String name;
  private final double perSecond;
  private final long begun = System.nanoTime();
  private volatile long closed;

  /**
   * One client starts to send.
   *
   * @param name what is sent, in the plural, such as {@code writes}
   * @param perSecond how often, above 0
   * @param request sends one request, waits for its answer within a bound of its own, and returns
   *     what came of it in a word, such as {@code acknowledged}; one that throws counts as {@code
   *     failed}
   */
  public PacedLoad(String name, double perSecond, Supplier<String> request) {
    this(name, perSecond, 1, request);
  }

  /**
   * Starts to send.
   *
   * @param name what is sent, in the plural, such as {@code writes}
   * @param perSecond how often by all clients together, above 0
   * @param clients how many requests may be under way at once, 1 or more
   * @param request as above; several threads call it at once when there are several clients
   */
  public PacedLoad(String name, double perSecond, int clients, Supplier<String> request) {
    this.name = name;
    this.perSecond = perSecond;
    client = Executors.newScheduledThreadPool(clients, DaemonThreads.named("load-" + name));
    double between = TimeUnit.SECONDS.toNanos(1) / perSecond;
    long period = Math.max(1, Math.round(between * clients));
    for (int i = 0; i < clients; i++) {
      client.scheduleAtFixedRate(
          () -> send(request), Math.round(between * i), period, TimeUnit.NANOSECONDS);
    }
  }

  private void send(Supplier<String> request) {
    outcomes.merge(outcome(request), 1L, Long::sum);
  }

  private static String outcome(Supplier<String> request) {
    try {
      return request.get();
    } catch (RuntimeException e) {
      return "failed"; // a periodic task that throws would never be run again
    }
  }

  @Override
  public Map<String, Long> outcomes() {
    Map<String, Long> all = new TreeMap<>(outcomes);
    long until = closed == 0 ? System.nanoTime() : closed;
    double asked = (until - begun) / 1e9 * perSecond;
    double behind = asked - all.values().stream().mapToLong(Long::longValue).sum();
    if (behind > Math.max(perSecond, asked * BEHIND)) {
      all.put(NOT_SENT, Math.round(behind));
    }
    return all;
  }

  @Override
  public void close() {
    if (closed == 0) {
      closed = System.nanoTime();
    }
    client.shutdown();
    Wait.atMost("the answer to the last of the " + name, LAST_ANSWER)
        .until(() -> new Progress(client.isTerminated(), "one is under way"));
  }
}
