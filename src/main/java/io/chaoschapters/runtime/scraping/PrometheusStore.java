package io.chaoschapters.runtime.scraping;

import io.chaoschapters.metrics.EmbeddedScraper;
import io.chaoschapters.metrics.PrometheusClient;
import io.chaoschapters.metrics.PrometheusConfig;
import io.chaoschapters.metrics.ScrapeTarget;
import io.chaoschapters.runtime.Component;
import io.chaoschapters.runtime.ComponentSpec;
import io.chaoschapters.runtime.Endpoint;
import io.chaoschapters.runtime.MetricsService;
import io.chaoschapters.runtime.components.RunningParts;
import io.chaoschapters.text.RootLocale;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apiguardian.api.API;

/**
 * The metrics store of a run: a scraper in this JVM from now on, and a Prometheus that takes over
 * from it, if there is one.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class PrometheusStore {
  /** The name of the port at which it answers. */
  public static final String PORT = "http";

  /** Why none is started for a subject that it could ask nothing. */
  public static final String NO_TARGETS = "the subject has no metrics to scrape";

  private static final Duration READY_WITHIN = Duration.ofSeconds(30);

  private final RunningParts cluster;
  private final EmbeddedScraper scraper;
  private final int targets;
  private final Map<Endpoint, PrometheusClient> clients = new ConcurrentHashMap<>();

  /** Begins to scrape. */
  public PrometheusStore(RunningParts cluster, List<ScrapeTarget> targets) {
    this.cluster = cluster;
    this.targets = targets.size();
    this.scraper = cluster.closeLater(new EmbeddedScraper(targets)).start();
  }

  /** Uses the scraper alone. */
  public MetricsService embedded(String why) {
    scraper.scrapeNow();
    return new MetricsService(scraper, RootLocale.format("embedded scraper (%s)", why));
  }

  /** The component spec of a Prometheus, without a program. */
  public ComponentSpec spec() {
    return ComponentSpec.of(
            "prometheus", "metrics store", component -> client(component).isReady(), READY_WITHIN)
        .withPorts(PORT);
  }

  /**
   * Starts a Prometheus.
   *
   * @param spec as {@link #spec()}, with what it runs as
   * @param words which one it is
   */
  public MetricsService start(ComponentSpec spec, String words) {
    Component prometheus = cluster.start(List.of(spec)).get(0);
    scraper.scrapeNow();
    HandoverSource source =
        cluster.closeLater(new HandoverSource(scraper, client(prometheus), targets));
    return new MetricsService(
        source.begin(),
        RootLocale.format(
            "%s; the embedded scraper answers until Prometheus, which starts to scrape late, has samples of %d s",
            words, HandoverSource.OVERLAP.toSeconds()));
  }

  /** One for each endpoint that was tried: a client has threads of its own. */
  private PrometheusClient client(Component component) {
    return clients.computeIfAbsent(
        component.endpoint(PORT), endpoint -> new PrometheusClient(endpoint.http("")));
  }

  public static List<String> arguments(String config, String data, String address) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "--config.file=" + config,
                "--storage.tsdb.path=" + data,
                "--web.listen-address=" + address,
                "--log.level=warn"));
    all.addAll(PrometheusConfig.QUERY_FLAGS);
    return all;
  }
}
