package io.chaoschapters.subjects.ratelimiter.service;

import io.chaoschapters.text.RootLocale;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How the exchange with the store goes; it logs the first failure, then summaries. */
final class SyncHealth {
  private static final Logger LOG = LoggerFactory.getLogger("ratelimiter.sync");
  private static final long SUMMARY_EVERY_MILLIS = Duration.ofSeconds(10).toMillis();

  private long ok;
  private long failed;
  private long discarded;
  private @Nullable Long lastSuccessMillis;
  private @Nullable Boolean storeUp;
  private @Nullable String lastError;
  private long failingSinceMillis;
  private long failuresInRow;
  private long discardedInRow;
  private long lastLogMillis;

  synchronized void succeeded(long nowMillis) {
    ok++;
    lastSuccessMillis = nowMillis;
    storeUp = true;
    lastError = null;
    if (failuresInRow > 0) {
      LOG.info(
          "sync recovered after {} s: {} syncs failed, {} hits discarded",
          seconds(nowMillis - failingSinceMillis),
          failuresInRow,
          discardedInRow);
      failuresInRow = 0;
      discardedInRow = 0;
    }
  }

  synchronized void failed(long nowMillis, String error, long hitsDiscarded, long hitsPending) {
    failed++;
    discarded += hitsDiscarded;
    discardedInRow += hitsDiscarded;
    storeUp = false;
    lastError = error;
    failuresInRow++;
    if (failuresInRow == 1) {
      failingSinceMillis = nowMillis;
      lastLogMillis = nowMillis;
      LOG.warn(
          "sync failed: {} ({} hits discarded, {} hits pending)",
          error,
          hitsDiscarded,
          hitsPending);
    } else if (nowMillis - lastLogMillis >= SUMMARY_EVERY_MILLIS) {
      lastLogMillis = nowMillis;
      LOG.warn(
          "sync failing for {} s: {} ({} syncs failed, {} hits discarded, {} hits pending)",
          seconds(nowMillis - failingSinceMillis),
          error,
          failuresInRow,
          discardedInRow,
          hitsPending);
    }
  }

  private static String seconds(long millis) {
    return RootLocale.format("%.1f", millis / 1000.0);
  }

  synchronized void checkAnswered(boolean answered) {
    storeUp = answered;
  }

  synchronized @Nullable Boolean storeUp() {
    return storeUp;
  }

  synchronized @Nullable Long lastSuccessMillis() {
    return lastSuccessMillis;
  }

  synchronized @Nullable String lastError() {
    return lastError;
  }

  synchronized long ok() {
    return ok;
  }

  synchronized long failed() {
    return failed;
  }

  synchronized long discarded() {
    return discarded;
  }
}
