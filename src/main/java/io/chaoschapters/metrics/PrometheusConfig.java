package io.chaoschapters.metrics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Writes the configuration with which a Prometheus gives the answers that {@link MetricSource}
 * promises.
 *
 * @see <a
 *     href="https://prometheus.io/docs/prometheus/latest/configuration/configuration/">Configuration</a>
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class PrometheusConfig {

  /** The time from one scrape to the next. */
  public static final Duration SCRAPE_INTERVAL = Duration.ofSeconds(1);

  /** The time a target has to answer a scrape. */
  public static final Duration SCRAPE_TIMEOUT = Duration.ofMillis(900);

  /** The command-line flags that Prometheus must be started with, besides its own paths. */
  public static final List<String> QUERY_FLAGS =
      List.of("--query.lookback-delta=" + MetricSource.STALE_AFTER.toSeconds() + "s");

  private PrometheusConfig() {}

  /**
   * The text of a {@code prometheus.yml} that scrapes these targets once a second and does nothing
   * else.
   *
   * @param targets grouped by job in the order given
   */
  public static String render(List<ScrapeTarget> targets) {
    return render(targets, SCRAPE_INTERVAL, SCRAPE_TIMEOUT);
  }

  static String render(List<ScrapeTarget> targets, Duration interval, Duration timeout) {
    var jobs = new LinkedHashMap<String, List<Map<String, Object>>>();
    for (ScrapeTarget target : targets) {
      jobs.computeIfAbsent(target.job(), name -> new ArrayList<>()).add(staticConfig(target));
    }
    var scrapeConfigs = new ArrayList<Map<String, Object>>();
    jobs.forEach(
        (name, configs) -> {
          var job = new LinkedHashMap<String, Object>();
          job.put("job_name", name);
          job.put("static_configs", configs);
          scrapeConfigs.add(job);
        });
    var global = new LinkedHashMap<String, Object>();
    global.put("scrape_interval", interval.toMillis() + "ms");
    global.put("scrape_timeout", timeout.toMillis() + "ms");
    var config = new LinkedHashMap<String, Object>();
    config.put("global", global);
    config.put("scrape_configs", scrapeConfigs);
    try {
      return YAMLMapper.builder()
          .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
          .build()
          .writeValueAsString(config);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The Prometheus configuration could not be written.", e);
    }
  }

  private static Map<String, Object> staticConfig(ScrapeTarget target) {
    var labels = new LinkedHashMap<String, Object>();
    labels.put("instance", target.instance());
    labels.putAll(new TreeMap<>(target.labels()));
    String path = target.uri().getRawPath();
    labels.put("__metrics_path__", path.isEmpty() ? "/" : path);
    labels.put("__scheme__", target.uri().getScheme());
    var config = new LinkedHashMap<String, Object>();
    config.put("targets", List.of(target.uri().getRawAuthority()));
    config.put("labels", labels);
    return config;
  }
}
