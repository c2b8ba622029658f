package io.chaoschapters.metrics;

import io.chaoschapters.metrics.exposition.Names;
import io.chaoschapters.text.RootLocale;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * One address that shows metrics, and the labels that all its series get.
 *
 * @param job the {@code job} label, which names a group of like targets
 * @param instance the {@code instance} label, which names this one
 * @param uri where its metrics are: http or https, with a host, without query or fragment
 * @param labels further labels, such as a node's name; may be empty
 * @param only the queries that will be asked about it; empty for any
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record ScrapeTarget(
    String job, String instance, URI uri, Map<String, String> labels, List<MetricQuery> only) {

  /** Checks the address and the label names, and copies the labels. */
  public ScrapeTarget {
    if (job.isBlank() || instance.isBlank()) {
      throw new IllegalArgumentException(
          RootLocale.format("The scrape target %s needs a job and an instance.", uri));
    }
    boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
    if (!http || uri.getHost() == null || uri.getRawQuery() != null || uri.getFragment() != null) {
      throw new IllegalArgumentException(
          RootLocale.format(
              "The scrape target '%s' cannot be used: give an http or https address with a host and a path, without query or fragment.",
              uri));
    }
    for (String label : labels.keySet()) {
      Names.requireLabel(label);
      if (label.equals("job") || label.equals("instance")) {
        throw new IllegalArgumentException(
            RootLocale.format(
                "The scrape target %s has the label '%s' twice: it is an argument of its own.",
                uri, label));
      }
    }
    labels = Map.copyOf(labels);
    only = List.copyOf(only);
  }

  /** A target of which everything is of interest. */
  public ScrapeTarget(String job, String instance, URI uri, Map<String, String> labels) {
    this(job, instance, uri, labels, List.of());
  }

  /** A target with no further labels. */
  public static ScrapeTarget of(String job, String instance, URI uri) {
    return new ScrapeTarget(job, instance, uri, Map.of());
  }

  /** Returns a copy with one more label, or with another value for it. */
  public ScrapeTarget withLabel(String label, String value) {
    var more = new TreeMap<>(labels);
    more.put(label, value);
    return new ScrapeTarget(job, instance, uri, more, only);
  }

  /**
   * Returns a copy for which only some queries will be asked. The embedded scraper passes over all
   * other lines: a page may have tens of thousands, and each costs time once a second.
   */
  public ScrapeTarget keepingOnly(Collection<MetricQuery> queries) {
    return new ScrapeTarget(job, instance, uri, labels, List.copyOf(queries));
  }

  /** Whether a line of its page may be of interest. */
  boolean wants(String line) {
    return only.isEmpty()
        || only.stream().anyMatch(query -> query.mayConcern(line, seriesLabels()));
  }

  /** All labels that a series of this target gets, job and instance included. */
  Map<String, String> seriesLabels() {
    var all = new TreeMap<>(labels);
    all.put("job", job);
    all.put("instance", instance);
    all.values().removeIf(String::isEmpty);
    return all;
  }
}
