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
 * One client that sends one request after the other at a steady rate.
 *
 * <p>A request that is late because the one before it took long is sent late; none is left out.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class PacedLoad implements RunningLoad {
  private static final Duration LAST_ANSWER = Duration.ofSeconds(5);

  private final Map<String, Long> outcomes = new ConcurrentHashMap<>();
  private final ScheduledExecutorService client;
  private final String name;

  /**
   * Starts to send.
   *
   * @param name what is sent, in the plural, such as {@code writes}
   * @param perSecond how often, above 0
   * @param request sends one request, waits for its answer within a bound of its own, and returns
   *     what came of it in a word, such as {@code acknowledged}; one that throws counts as {@code
   *     failed}
   */
  public PacedLoad(String name, double perSecond, Supplier<String> request) {
    this.name = name;
    client = Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("load-" + name));
    long period = Math.max(1, Math.round(TimeUnit.SECONDS.toNanos(1) / perSecond));
    client.scheduleAtFixedRate(() -> send(request), 0, period, TimeUnit.NANOSECONDS);
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
    return new TreeMap<>(outcomes);
  }

  @Override
  public void close() {
    client.shutdown();
    Wait.atMost("the answer to the last of the " + name, LAST_ANSWER)
        .until(() -> new Progress(client.isTerminated(), "one is under way"));
  }
}
