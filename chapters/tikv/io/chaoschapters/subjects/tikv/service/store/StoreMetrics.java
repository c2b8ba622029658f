package io.chaoschapters.subjects.tikv.service.store;

import io.chaoschapters.subjects.tikv.service.metrics.DurationHistogram;
import io.chaoschapters.subjects.tikv.service.metrics.LiveFamily;
import io.chaoschapters.subjects.tikv.service.metrics.MetricsPage;
import io.chaoschapters.text.RootLocale;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntSupplier;

/**
 * A store's metrics page: what is counted as it happens, and what is collected every ten seconds.
 */
final class StoreMetrics implements PeerConnection.Counters {
  private static final String GRPC = "tikv_grpc_msg_duration_seconds";

  private final Map<String, DurationHistogram> calls = new TreeMap<>();
  private final Map<Long, AtomicLong> undelivered = new ConcurrentSkipListMap<>();
  private final AtomicLong received = new AtomicLong();
  private final AtomicLong resolved = new AtomicLong();
  private final AtomicLong unresolved = new AtomicLong();
  private final MetricsPage page = new MetricsPage("tikv-families.txt");
  private volatile Flushed flushed = Flushed.NOTHING;

  /** What the store's ten-second round has collected last. */
  record Flushed(boolean known, int leaders, int regions) {
    static final Flushed NOTHING = new Flushed(false, 0, 0);
  }

  /** What is told at the moment it is asked for. */
  interface Live {
    int leaders();

    int slowScore();

    long capacity();

    long available();

    long used();

    long pdReconnects();
  }

  StoreMetrics() {
    for (String type : List.of("raw_put", "raw_get", "raw_batch_get")) {
      calls.put(type, new DurationHistogram("priority=\"unknown\",type=\"" + type + '"'));
    }
  }

  /** TiKV's word for a method, such as {@code raw_put} for {@code RawPut}. */
  static String type(String method) {
    return method.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
  }

  /** A client's call was answered, one way or another. */
  void answered(String type, long nanos) {
    DurationHistogram calls = this.calls.get(type);
    if (calls != null) {
      calls.record(nanos);
    }
  }

  /** The series of a store is not there before the first failure. */
  @Override
  public void undelivered(long store, int messages) {
    undelivered.computeIfAbsent(store, id -> new AtomicLong()).addAndGet(messages);
  }

  @Override
  public void resolved() {
    resolved.incrementAndGet();
  }

  void received(int messages) {
    received.addAndGet(messages);
  }

  void storesUnresolved() {
    unresolved.incrementAndGet();
  }

  /** Every ten seconds, and not before the first ten are over. */
  void flush(int leaders, int regions) {
    flushed = new Flushed(true, leaders, regions);
  }

  /** Adds the families; afterwards there are pages. */
  void measure(Live live, boolean unpersistedApply) {
    page.add(
            LiveFamily.among(
                GRPC,
                "histogram",
                "Bucketed histogram of grpc server messages",
                calls.values().stream().map(DurationHistogram::labels).toList(),
                samples -> calls.values().forEach(histogram -> histogram.tell(samples))))
        .add(gauge("tikv_raftstore_slow_score", "Slow score of the store.", live::slowScore))
        .add(
            gauge(
                "tikv_raft_enable_unpersisted_apply_regions",
                "The number of regions that disable apply unpersisted raft log.",
                () -> unpersistedApply ? live.leaders() : 0))
        .add(
            LiveFamily.of(
                "tikv_raftstore_region_count",
                "gauge",
                "Number of regions collected in region_collector",
                this::regionCount))
        .add(
            LiveFamily.of(
                "tikv_server_report_failure_msg_total",
                "counter",
                "Total number of reporting failure messages",
                samples ->
                    undelivered.forEach(
                        (store, count) ->
                            samples.value(
                                "",
                                RootLocale.format("store_id=\"%d\",type=\"unreachable\"", store),
                                count.get()))))
        .add(
            LiveFamily.of(
                "tikv_server_raft_message_recv_total",
                "counter",
                "Total number of raft messages received",
                samples -> samples.value("", "", received.get())))
        .add(
            LiveFamily.of(
                "tikv_server_resolve_store_total",
                "counter",
                "Total number of resolving store",
                this::resolved))
        .add(
            LiveFamily.of(
                "tikv_pd_reconnect_total",
                "counter",
                "Total number of PD reconnections.",
                samples -> reconnects(samples, live.pdReconnects())))
        .add(
            LiveFamily.among(
                "tikv_store_size_bytes",
                "gauge",
                "Size of storage.",
                List.of("type=\"available\"", "type=\"capacity\"", "type=\"used\""),
                samples -> {
                  samples.value("", "type=\"available\"", live.available());
                  samples.value("", "type=\"capacity\"", live.capacity());
                  samples.value("", "type=\"used\"", live.used());
                }));
  }

  private static LiveFamily gauge(String name, String help, IntSupplier value) {
    return LiveFamily.of(name, "gauge", help, samples -> samples.value("", "", value.getAsInt()));
  }

  private void regionCount(LiveFamily.Samples samples) {
    Flushed last = flushed;
    if (last.known()) {
      samples.value("", "type=\"buckets\"", last.regions());
      samples.value("", "type=\"leader\"", last.leaders());
      samples.value("", "type=\"region\"", last.regions());
    }
  }

  private void resolved(LiveFamily.Samples samples) {
    if (unresolved.get() > 0) {
      samples.value("", "type=\"failed\"", unresolved.get());
    }
    samples.value("", "type=\"success\"", resolved.get());
  }

  private static void reconnects(LiveFamily.Samples samples, long count) {
    if (count > 0) {
      samples.value("", "type=\"failure\"", count);
      samples.value("", "type=\"try_connect\"", count);
    }
  }

  byte[] bytes() {
    return page.bytes();
  }
}
