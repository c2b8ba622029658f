package io.chaoschapters.runtime.scraping;

import io.chaoschapters.metrics.EmbeddedScraper;
import io.chaoschapters.metrics.PrometheusClient;
import io.chaoschapters.metrics.PrometheusConfig;
import io.chaoschapters.metrics.ScrapeTarget;
import io.chaoschapters.runtime.Component;
import io.chaoschapters.runtime.ComponentSpec;
import io.chaoschapters.runtime.ContainerImage;
import io.chaoschapters.runtime.ContainerProgram;
import io.chaoschapters.runtime.Endpoint;
import io.chaoschapters.runtime.MetricsService;
import io.chaoschapters.settings.KnownSettings;
import io.chaoschapters.settings.SettingValue;
import io.chaoschapters.settings.Settings;
import io.chaoschapters.text.RootLocale;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apiguardian.api.API;

/** Starts a Prometheus among the containers of the run. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class ContainerMetrics {
  /** The version that the tests run against where images are built from Debian's packages. */
  public static final String IMAGE = "prom/prometheus:v2.42.0";

  private static final String ID = "prometheus";
  private static final String PORT = "http";
  private static final int CONTAINER_PORT = 9090;
  private static final String CONFIG = "/etc/prometheus/chapters.yml";
  private static final Duration READY_WITHIN = Duration.ofSeconds(30);

  private final Settings settings;
  private final Surroundings cluster;
  private final Map<Endpoint, PrometheusClient> clients = new ConcurrentHashMap<>();

  /** Where it runs. */
  @API(status = API.Status.INTERNAL, since = "0.1")
  public interface Surroundings {
    /** As {@link io.chaoschapters.runtime.Runtime#start}. */
    List<? extends Component> start(List<ComponentSpec> specs);

    /** Where a component of the run finds what this JVM finds at an endpoint. */
    Optional<Endpoint> asSeenInside(Endpoint seenHere);

    /** Closes something with the runtime. */
    <T extends AutoCloseable> T closeLater(T part);
  }

  /** Nothing is started yet. */
  public ContainerMetrics(Settings settings, Surroundings cluster) {
    this.settings = settings;
    this.cluster = cluster;
  }

  /** It scrapes from this machine until the Prometheus inside has something to answer with. */
  public MetricsService start(List<ScrapeTarget> targets) {
    EmbeddedScraper scraper = cluster.closeLater(new EmbeddedScraper(targets)).start();
    SettingValue asked = settings.value(KnownSettings.PROMETHEUS);
    if (asked.value().equals("embedded")) {
      scraper.scrapeNow();
      return new MetricsService(
          scraper, RootLocale.format("embedded scraper (as asked by %s)", asked.origin()));
    }
    Component prometheus = cluster.start(List.of(spec(targets))).get(0);
    scraper.scrapeNow();
    HandoverSource source =
        cluster.closeLater(new HandoverSource(scraper, client(prometheus), targets.size()));
    return new MetricsService(
        source.begin(),
        RootLocale.format(
            "Prometheus in a container (%s); the embedded scraper answers until Prometheus, which starts to scrape late, has samples of %d s",
            IMAGE, HandoverSource.OVERLAP.toSeconds()));
  }

  private ComponentSpec spec(List<ScrapeTarget> targets) {
    List<String> command =
        new ArrayList<>(
            List.of(
                "--config.file=" + CONFIG,
                "--storage.tsdb.path=/tmp/prometheus",
                "--web.listen-address=0.0.0.0:" + CONTAINER_PORT,
                "--log.level=warn"));
    command.addAll(PrometheusConfig.QUERY_FLAGS);
    String config = PrometheusConfig.render(targets.stream().map(this::asSeenInside).toList());
    return new ComponentSpec(
        ID,
        "metrics store",
        List.of(PORT),
        null,
        new ContainerProgram(
            ContainerImage.of(IMAGE),
            command,
            Map.of(),
            Map.of(PORT, CONTAINER_PORT),
            Map.of(CONFIG, config)),
        component -> client(component).isReady(),
        READY_WITHIN);
  }

  /** The subject tells where this JVM finds metrics; Prometheus finds them in its own network. */
  private ScrapeTarget asSeenInside(ScrapeTarget target) {
    Endpoint seenHere = new Endpoint(target.uri().getHost(), target.uri().getPort());
    return cluster.asSeenInside(seenHere).map(inside -> moved(target, inside)).orElse(target);
  }

  private static ScrapeTarget moved(ScrapeTarget target, Endpoint inside) {
    URI uri = URI.create(target.uri().getScheme() + "://" + inside + target.uri().getRawPath());
    return new ScrapeTarget(target.job(), target.instance(), uri, target.labels(), target.only());
  }

  /** One for each endpoint that was tried: a client has threads of its own. */
  private PrometheusClient client(Component component) {
    return clients.computeIfAbsent(
        component.endpoint(PORT), endpoint -> new PrometheusClient(endpoint.http("")));
  }
}
