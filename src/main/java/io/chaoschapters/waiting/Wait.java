package io.chaoschapters.waiting;

import io.chaoschapters.text.RootLocale;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apiguardian.api.API;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * Waits for a condition.
 *
 * <p>A probe that throws ends the wait at once: that is the fail-fast. An interrupt ends it too.
 * The last look is taken when the time is over, so that a machine that stood still in between fails
 * no wait whose condition holds.
 *
 * @param what a noun phrase, such as {@code steady state}
 * @param atMost how long it may take
 * @param pollEvery the time between two checks
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Wait(String what, Duration atMost, Duration pollEvery) {
  private static final Duration DEFAULT_POLL = Duration.ofMillis(20);

  /** A wait that looks every 20 ms. */
  public static Wait atMost(String what, Duration atMost) {
    return new Wait(what, atMost, DEFAULT_POLL);
  }

  /**
   * Returns when the probe says that the wait is over.
   *
   * @throws WaitTimeoutException when it does not in time
   * @throws WaitInterruptedException when the thread is interrupted; Awaitility would wait on
   */
  public void until(Supplier<Progress> probe) {
    AtomicReference<String> last = new AtomicReference<>("never checked");
    BooleanSupplier look =
        () -> {
          if (Thread.currentThread().isInterrupted()) {
            throw new WaitInterruptedException(
                RootLocale.format("Cut short while waiting for %s; last: %s", what, last.get()));
          }
          Progress progress = probe.get();
          last.set(progress.last());
          return progress.done();
        };
    try {
      Awaitility.await(what)
          .atMost(atMost.plus(pollEvery))
          .pollDelay(Duration.ZERO)
          .pollInterval(pollEvery)
          .pollInSameThread()
          .until(look::getAsBoolean);
    } catch (ConditionTimeoutException e) {
      if (look.getAsBoolean()) {
        return;
      }
      throw new WaitTimeoutException(
          RootLocale.format("%s: not reached in %s; last: %s", what, words(atMost), last.get()));
    }
  }

  private static String words(Duration duration) {
    return duration.toMillis() % 1000 == 0
        ? duration.toSeconds() + " s"
        : duration.toMillis() / 1000.0 + " s";
  }
}
