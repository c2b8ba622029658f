package io.chaoschapters.runtime.attach;

import io.chaoschapters.metrics.EmbeddedScraper;
import io.chaoschapters.metrics.ScrapeTarget;
import io.chaoschapters.runtime.MetricsService;
import io.chaoschapters.runtime.components.RunningParts;
import java.util.List;
import org.apiguardian.api.API;

/** Metrics of what runs already: this machine scrapes, as nothing is started for it. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class AttachedMetrics {
  private AttachedMetrics() {}

  /** Scrapes until the runtime ends. */
  public static MetricsService start(List<ScrapeTarget> targets, RunningParts parts) {
    EmbeddedScraper scraper = parts.closeLater(new EmbeddedScraper(targets)).start();
    scraper.scrapeNow();
    return new MetricsService(scraper, "embedded scraper, as nothing is started beside what runs");
  }
}
