package example;

import io.chaoschapters.subject.RunningLoad;
import io.chaoschapters.waiting.Progress;
import io.chaoschapters.waiting.Wait;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;

/**
 * Several clients at once. One that has to wait for an answer leaves out what it could not send.
 */
final class Clients implements RunningLoad {
  private static final Duration LAST_ANSWER = Duration.ofSeconds(8);

  private final CountDownLatch closed = new CountDownLatch(1);
  private final Map<String, Long> outcomes = new ConcurrentHashMap<>();
  private final List<Thread> threads = new ArrayList<>();
  private final Traffic traffic;

  /** One client, on one thread. */
  interface Client extends AutoCloseable {
    /** Does one thing and says whether that went well. */
    boolean act();

    @Override
    void close();
  }

  /** Starts them; {@code perSecond} is what each of them does. */
  Clients(Traffic traffic, List<? extends Client> clients, DoubleSupplier perSecond) {
    this.traffic = traffic;
    for (Client client : clients) {
      Thread thread = new Thread(() -> run(client, perSecond), "client-" + threads.size());
      thread.setDaemon(true);
      threads.add(thread);
      thread.start();
    }
  }

  private void run(Client client, DoubleSupplier perSecond) {
    try (client) {
      long begun;
      do {
        begun = System.nanoTime();
        boolean succeeded = client.act();
        traffic.finished((System.nanoTime() - begun) / 1e9, succeeded);
        outcomes.merge(succeeded ? "succeeded" : "failed", 1L, Long::sum);
      } while (!isClosedWithin(begun + (long) (1e9 / perSecond.getAsDouble())));
    }
  }

  private boolean isClosedWithin(long untilNanos) {
    try {
      return closed.await(Math.max(0, untilNanos - System.nanoTime()), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  @Override
  public Map<String, Long> outcomes() {
    return new TreeMap<>(outcomes);
  }

  @Override
  public void close() {
    closed.countDown();
    Wait.atMost("the clients' last answers", LAST_ANSWER)
        .until(
            () ->
                new Progress(
                    threads.stream().noneMatch(Thread::isAlive), "some still wait for theirs"));
  }
}
