package io.chaoschapters.runtime.local;

import io.chaoschapters.metrics.EmbeddedScraper;
import io.chaoschapters.metrics.PrometheusClient;
import io.chaoschapters.metrics.PrometheusConfig;
import io.chaoschapters.metrics.ScrapeTarget;
import io.chaoschapters.runtime.Component;
import io.chaoschapters.runtime.ComponentSpec;
import io.chaoschapters.runtime.Endpoint;
import io.chaoschapters.runtime.MetricsService;
import io.chaoschapters.runtime.ProcessPlace;
import io.chaoschapters.runtime.ProcessProgram;
import io.chaoschapters.runtime.RuntimeFailureException;
import io.chaoschapters.runtime.process.Programs;
import io.chaoschapters.runtime.scraping.HandoverSource;
import io.chaoschapters.settings.InvalidSettingException;
import io.chaoschapters.settings.KnownSettings;
import io.chaoschapters.settings.SettingValue;
import io.chaoschapters.settings.Settings;
import io.chaoschapters.text.Failure;
import io.chaoschapters.text.RootLocale;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the metrics store that the setting {@code prometheus} asks for. */
final class LocalMetrics {
  private static final Logger LOG = LoggerFactory.getLogger(LocalMetrics.class);
  private static final String ID = "prometheus";
  private static final String PORT = "http";
  private static final Duration READY_WITHIN = Duration.ofSeconds(30);

  private final Settings settings;
  private final LocalCluster cluster;
  private final Map<Endpoint, PrometheusClient> clients = new ConcurrentHashMap<>();

  LocalMetrics(Settings settings, LocalCluster cluster) {
    this.settings = settings;
    this.cluster = cluster;
  }

  MetricsService start(List<ScrapeTarget> targets) {
    SettingValue asked = settings.value(KnownSettings.PROMETHEUS);
    String byWhom = "as asked by " + asked.origin();
    return switch (asked.value()) {
      case "embedded" -> embedded(scraper(targets), byWhom);
      case "auto" -> automatic(targets);
      default -> prometheus(program(asked), targets, scraper(targets), byWhom);
    };
  }

  private MetricsService automatic(List<ScrapeTarget> targets) {
    Optional<Path> found = Programs.onPath("prometheus");
    EmbeddedScraper scraper = scraper(targets);
    if (found.isEmpty()) {
      return embedded(scraper, "there is no prometheus on the PATH");
    }
    try {
      return prometheus(found.get(), targets, scraper, "found on the PATH");
    } catch (RuntimeFailureException e) {
      LOG.warn("{} was found but does not start: {}", found.get(), Failure.words(e));
      return embedded(scraper, found.get() + " does not start");
    }
  }

  /** It scrapes from now on, while a Prometheus may be starting. */
  private EmbeddedScraper scraper(List<ScrapeTarget> targets) {
    return cluster.closeLater(new EmbeddedScraper(targets)).start();
  }

  private static Path program(SettingValue asked) {
    Path program = Path.of(asked.value()).toAbsolutePath();
    if (!Programs.isProgram(program)) {
      throw new InvalidSettingException(
          RootLocale.format(
              "Setting 'prometheus' (from %s) is '%s', which is no program that can be run. Use auto, embedded or the path of a prometheus program.",
              asked.origin(), asked.value()));
    }
    return program;
  }

  private static MetricsService embedded(EmbeddedScraper scraper, String why) {
    scraper.scrapeNow();
    return new MetricsService(scraper, RootLocale.format("embedded scraper (%s)", why));
  }

  private MetricsService prometheus(
      Path program, List<ScrapeTarget> targets, EmbeddedScraper scraper, String why) {
    ComponentSpec spec =
        new ComponentSpec(
            ID,
            "metrics store",
            List.of(PORT),
            new ProcessProgram(place -> commandLine(program, place, targets), Map.of()),
            null,
            component -> client(component).isReady(),
            READY_WITHIN);
    Component component = cluster.start(List.of(spec)).get(0);
    scraper.scrapeNow();
    HandoverSource source =
        cluster.closeLater(new HandoverSource(scraper, client(component), targets.size()));
    return new MetricsService(
        source.begin(),
        RootLocale.format(
            "Prometheus %s (%s); the embedded scraper answers until Prometheus, which starts to scrape late, has samples of %d s",
            program, why, HandoverSource.OVERLAP.toSeconds()));
  }

  /** One for each endpoint that was tried: a client has threads of its own. */
  private PrometheusClient client(Component component) {
    return clients.computeIfAbsent(
        component.endpoint(PORT), endpoint -> new PrometheusClient(endpoint.http("")));
  }

  private static List<String> commandLine(
      Path program, ProcessPlace place, List<ScrapeTarget> targets) {
    Path config = place.folder().resolve("prometheus.yml");
    try {
      Files.writeString(config, PrometheusConfig.render(targets));
    } catch (IOException e) {
      throw new UncheckedIOException("The configuration could not be written to " + config, e);
    }
    List<String> line = new ArrayList<>();
    line.add(program.toString());
    line.add("--config.file=" + config);
    line.add("--storage.tsdb.path=" + place.folder().resolve("data"));
    line.add("--web.listen-address=127.0.0.1:" + place.port(PORT));
    line.add("--log.level=warn");
    line.addAll(PrometheusConfig.QUERY_FLAGS);
    return line;
  }
}
