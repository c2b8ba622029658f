package io.chaoschapters.runtime.network;

import io.chaoschapters.runtime.RuntimeFailureException;
import io.chaoschapters.text.Failure;
import io.chaoschapters.text.RootLocale;
import io.chaoschapters.waiting.WaitTimeoutException;
import java.time.Duration;
import java.util.Collection;
import java.util.function.Consumer;
import org.apiguardian.api.API;

/**
 * Starts a component although another program may take its ports between their choice and the
 * start.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class PortAttempts {
  private static final int ATTEMPTS = 5;
  private static final Duration PORT_FREE_WITHIN = Duration.ofSeconds(10);

  /** One start; it returns when the component serves. */
  @FunctionalInterface
  public interface Attempt {
    /**
     * Starts it.
     *
     * @throws PortTakenException when it ended because another program has a port of it
     */
    void start() throws PortTakenException;
  }

  private PortAttempts() {}

  /**
   * Takes other ports when these turn out to be taken.
   *
   * @throws RuntimeFailureException when it does not start, or ports are taken again and again
   */
  public static void onAnyPorts(Attempt attempt, Consumer<PortTakenException> chooseOthers) {
    for (int number = 1; ; number++) {
      try {
        attempt.start();
        return;
      } catch (PortTakenException e) {
        if (number == ATTEMPTS) {
          throw e.asFailure();
        }
        chooseOthers.accept(e);
      }
    }
  }

  /**
   * Keeps to ports that others know by now, and waits until they are free.
   *
   * @throws RuntimeFailureException when it does not start, or its ports stay taken
   */
  public static void onTheSamePorts(String id, Collection<Integer> ports, Attempt attempt) {
    onAnyPorts(
        () -> {
          awaitFree(id, ports);
          attempt.start();
        },
        taken -> {});
  }

  private static void awaitFree(String id, Collection<Integer> ports) {
    try {
      Ports.awaitFree(ports, PORT_FREE_WITHIN);
    } catch (WaitTimeoutException e) {
      throw new RuntimeFailureException(
          RootLocale.format(
              "Component '%s' cannot be restarted on its port: %s. End the program that holds it.",
              id, Failure.words(e)),
          e);
    }
  }
}
