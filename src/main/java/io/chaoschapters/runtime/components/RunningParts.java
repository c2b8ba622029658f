package io.chaoschapters.runtime.components;

import io.chaoschapters.metrics.ScrapeTarget;
import io.chaoschapters.runtime.Component;
import io.chaoschapters.runtime.ComponentSpec;
import io.chaoschapters.runtime.MetricsService;
import io.chaoschapters.runtime.Watchdog;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apiguardian.api.API;

/** What a runtime has started. */
@API(status = API.Status.INTERNAL, since = "0.1")
public interface RunningParts {
  /** As {@link io.chaoschapters.runtime.Runtime#start}. */
  List<? extends Component> start(List<ComponentSpec> specs);

  /** As {@link io.chaoschapters.runtime.Runtime#startMetrics}. */
  MetricsService startMetrics(List<ScrapeTarget> targets);

  /** As {@link io.chaoschapters.runtime.Watchdog#endAfter}. */
  Watchdog.Watch endAfter(Duration limit);

  /** As {@link io.chaoschapters.runtime.Runtime#logs}. */
  Path logs();

  /** Lets go on whatever is frozen. */
  void thawAll();

  /** Ends everything; called once. */
  void close();
}
