package io.chaoschapters.subject.yaml.run;

import io.chaoschapters.metrics.EmbeddedScraper;
import io.chaoschapters.metrics.MetricValue;
import io.chaoschapters.metrics.ScrapeTarget;
import io.chaoschapters.runtime.Component;
import io.chaoschapters.subject.yaml.model.ComponentEntry;
import io.chaoschapters.subject.yaml.model.Definition;
import io.chaoschapters.subject.yaml.model.TargetEntry;
import io.chaoschapters.text.RootLocale;
import io.chaoschapters.waiting.Progress;
import io.chaoschapters.waiting.Wait;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/** Finds the component that a moving target is at the moment. */
final class MovingTarget {
  private static final Duration WITHIN = Duration.ofSeconds(5);
  private static final Duration LOOK_EVERY = Duration.ofMillis(200);

  private final TargetEntry target;
  private final Definition definition;
  private final YamlCluster cluster;

  MovingTarget(TargetEntry target, Definition definition, YamlCluster cluster) {
    this.target = target;
    this.definition = definition;
    this.cluster = cluster;
  }

  /**
   * Waits until it is exactly one: while a leader is elected there is none, or two say they are.
   *
   * @throws io.chaoschapters.waiting.WaitTimeoutException when it is none or several all the time
   */
  Component find() {
    AtomicReference<List<String>> found = new AtomicReference<>(List.of());
    new Wait(RootLocale.format("the target '%s'", target.name()), WITHIN, LOOK_EVERY)
        .until(
            () -> {
              found.set(now());
              return new Progress(found.get().size() == 1, words(found.get()));
            });
    return cluster.component(found.get().get(0));
  }

  private String words(List<String> found) {
    return found.isEmpty()
        ? RootLocale.format("it is none of %s", String.join(", ", target.among()))
        : RootLocale.format("it is %s at once", String.join(" and ", found));
  }

  private List<String> now() {
    if (target.test() instanceof TargetEntry.ByMetric metric) {
      return byMetric(metric);
    }
    TargetEntry.ByCheck check = (TargetEntry.ByCheck) target.test();
    return target.among().stream()
        .filter(id -> check.check().look(cluster.addresses().of(cluster.component(id))).holds())
        .toList();
  }

  /** Asked anew: what the metrics store has may be of a second ago. */
  private List<String> byMetric(TargetEntry.ByMetric metric) {
    List<ScrapeTarget> pages = new ArrayList<>();
    for (ComponentEntry entry : definition.components()) {
      if (target.among().contains(entry.id())) {
        ScrapeTarget page = Objects.requireNonNull(cluster.page(entry));
        pages.add(page.keepingOnly(List.of(metric.query())));
      }
    }
    try (EmbeddedScraper scraper = new EmbeddedScraper(pages)) {
      scraper.scrapeNow();
      return scraper.query(metric.query()).values().stream()
          .filter(value -> value.value() == metric.equalTo())
          .map(MetricValue::labels)
          .map(labels -> String.valueOf(labels.get("instance")))
          .toList();
    }
  }
}
