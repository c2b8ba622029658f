package io.chaoschapters.runtime.scraping;

import io.chaoschapters.metrics.PrometheusConfig;
import io.chaoschapters.metrics.ScrapeTarget;
import io.chaoschapters.runtime.ContainerImage;
import io.chaoschapters.runtime.ContainerProgram;
import io.chaoschapters.runtime.Endpoint;
import io.chaoschapters.runtime.MetricsService;
import io.chaoschapters.runtime.components.RunningParts;
import io.chaoschapters.settings.KnownSettings;
import io.chaoschapters.settings.SettingValue;
import io.chaoschapters.settings.Settings;
import io.chaoschapters.text.RootLocale;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;

/** Starts a Prometheus among the containers of the run. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class ContainerMetrics {
  /** The version that the tests run against where images are built from Debian's packages. */
  public static final String IMAGE = "prom/prometheus:v2.42.0";

  private static final int CONTAINER_PORT = 9090;
  private static final String CONFIG = "/etc/prometheus/chapters.yml";

  private ContainerMetrics() {}

  /** Scrapes from this machine until the Prometheus inside has samples. */
  public static MetricsService start(
      Settings settings, RunningParts cluster, List<ScrapeTarget> targets) {
    PrometheusStore store = new PrometheusStore(cluster, targets);
    SettingValue asked = settings.value(KnownSettings.PROMETHEUS);
    if (asked.value().equals("embedded")) {
      return store.embedded("as asked by " + asked.origin());
    }
    if (targets.isEmpty()) {
      return store.embedded(PrometheusStore.NO_TARGETS);
    }
    return store.start(
        store.spec().inContainer(program(cluster, targets)),
        RootLocale.format("Prometheus in a container (%s)", IMAGE));
  }

  private static ContainerProgram program(RunningParts cluster, List<ScrapeTarget> targets) {
    String config =
        PrometheusConfig.render(
            targets.stream().map(target -> asSeenInside(cluster, target)).toList());
    return new ContainerProgram(
        ContainerImage.of(IMAGE),
        PrometheusStore.arguments(CONFIG, "/tmp/prometheus", "0.0.0.0:" + CONTAINER_PORT),
        Map.of(),
        Map.of(PrometheusStore.PORT, CONTAINER_PORT),
        Map.of(CONFIG, config));
  }

  /** The subject tells where this JVM finds metrics; Prometheus finds them in its own network. */
  private static ScrapeTarget asSeenInside(RunningParts cluster, ScrapeTarget target) {
    Endpoint seenHere = new Endpoint(target.uri().getHost(), target.uri().getPort());
    return cluster.asSeenInside(seenHere).map(inside -> moved(target, inside)).orElse(target);
  }

  private static ScrapeTarget moved(ScrapeTarget target, Endpoint inside) {
    URI uri = URI.create(target.uri().getScheme() + "://" + inside + target.uri().getRawPath());
    return new ScrapeTarget(target.job(), target.instance(), uri, target.labels(), target.only());
  }
}
