package io.chaoschapters.runtime.components;

import io.chaoschapters.metrics.ScrapeTarget;
import io.chaoschapters.runtime.Component;
import io.chaoschapters.runtime.ComponentSpec;
import io.chaoschapters.runtime.Endpoint;
import io.chaoschapters.runtime.MetricsService;
import io.chaoschapters.runtime.Watchdog;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;

/** A running cluster, as a runtime sees it. */
@API(status = API.Status.INTERNAL, since = "0.1")
public interface RunningParts {
  /** As {@link io.chaoschapters.runtime.ComponentRuntime#start}. */
  List<? extends Component> start(List<ComponentSpec> specs);

  /** As {@link io.chaoschapters.runtime.ComponentRuntime#startMetrics}. */
  MetricsService startMetrics(List<ScrapeTarget> targets);

  /** As {@link io.chaoschapters.runtime.Watchdog#endAfter}. */
  Watchdog.Watch endAfter(Duration limit);

  /** As {@link io.chaoschapters.runtime.ComponentRuntime#logs}. */
  Path logs();

  /** As {@link io.chaoschapters.runtime.ComponentRuntime#marks}. */
  default Map<String, String> marks() {
    return Map.of();
  }

  /** Where a component finds what this JVM finds at an endpoint, if it is one of a component. */
  Optional<Endpoint> asSeenInside(Endpoint seenHere);

  /** A part that is no component; it is closed before the components are ended. */
  <T extends AutoCloseable> T closeLater(T part);

  /** Lets go on whatever is frozen. */
  void thawAll();

  /** Ends everything; called once. */
  void close();
}
