package io.chaoschapters.subjects.tikv.service;

import io.chaoschapters.subjects.tikv.service.Messages.StoreEntry;
import io.chaoschapters.text.RootLocale;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says a word to every other store each second, and notes who does not reply, and how. */
final class PeerWatch implements AutoCloseable {
  private static final long EVERY_MILLIS = 1_000;
  private static final Duration TIMEOUT = Duration.ofMillis(700);
  private static final String ANSWERS = "answers";
  private static final Logger LOG = LoggerFactory.getLogger("tikv.peers");

  private final Map<Long, String> seen = new ConcurrentHashMap<>();
  private final ScheduledExecutorService clock;
  private final List<StoreEntry> others;
  private final StoreMetrics metrics;

  PeerWatch(List<StoreEntry> others, StoreMetrics metrics) {
    this.others = List.copyOf(others);
    this.metrics = metrics;
    // A thread for each: one that does not answer holds up no look at the others.
    this.clock =
        Executors.newScheduledThreadPool(others.size(), task -> new Thread(task, "peer-watch"));
    others.forEach(other -> metrics.peer(other.id()));
  }

  void start() {
    for (StoreEntry other : others) {
      clock.scheduleWithFixedDelay(
          () -> ask(other), EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private void ask(StoreEntry other) {
    try {
      PlainHttp.get(other.statusAddress() + "/status", TIMEOUT);
      note(other, null);
    } catch (IOException e) {
      note(other, e);
    }
  }

  private void note(StoreEntry other, @Nullable IOException failure) {
    String now = failure == null ? ANSWERS : words(failure);
    if (failure != null) {
      metrics.peerFailed(other.id());
    }
    String before = seen.put(other.id(), now);
    if (failure != null && !now.equals(before)) {
      LOG.warn("{} {}", other.name(), now);
    } else if (failure == null && before != null && !ANSWERS.equals(before)) {
      LOG.info("{} answers again", other.name());
    }
  }

  private static String words(IOException failure) {
    if (failure instanceof ConnectException) {
      return "refuses connections";
    }
    if (failure instanceof UnknownHostException
        || failure instanceof NoRouteToHostException
        || String.valueOf(failure.getMessage()).startsWith("Connect timed out")) {
      return "cannot be reached";
    }
    return failure instanceof SocketTimeoutException
        ? RootLocale.format(
            "accepted a connection but did not answer within %d ms", TIMEOUT.toMillis())
        : "broke off a connection";
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
