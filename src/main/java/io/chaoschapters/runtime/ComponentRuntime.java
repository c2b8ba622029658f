package io.chaoschapters.runtime;

import io.chaoschapters.metrics.ScrapeTarget;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;

/**
 * Runs components of a subject; what it started ends when it is closed, and also when this JVM is
 * gone.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface ComponentRuntime extends Watchdog, AutoCloseable {
  /** Its id, such as {@code local}. */
  String id();

  /**
   * Starts components side by side and waits until all are ready.
   *
   * @throws RuntimeFailureException when one does not get ready; the message names it and ends with
   *     its last log lines, and all that were started here are ended
   */
  List<Component> start(List<ComponentSpec> specs);

  /** Starts a metrics store that scrapes the targets every second. */
  MetricsService startMetrics(List<ScrapeTarget> targets);

  /** An existing folder of the run, for logs of clients that a subject runs in this JVM. */
  Path logs();

  /**
   * Variables that mark a program of this machine as one of the run: its guard ends what has them
   * in its environment when this JVM is gone. Empty where the guard is elsewhere.
   */
  @API(status = API.Status.INTERNAL, since = "0.1")
  default Map<String, String> marks() {
    return Map.of();
  }

  /** Ends everything it started; safe to call twice. */
  @Override
  void close();
}
