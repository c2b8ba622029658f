package io.chaoschapters.subjects.tikv.service.store;

import io.chaoschapters.subjects.tikv.service.GoJson;
import io.chaoschapters.subjects.tikv.service.HttpService;
import io.chaoschapters.subjects.tikv.service.HttpService.Answer;
import io.chaoschapters.text.RootLocale;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** What TiKV's status port tells, and the stand-in's own switches. */
final class StatusEndpoints {
  private static final String NONE = "";

  private final RaftStore store;
  private final StoreMetrics metrics;
  private final Heartbeats heartbeats;
  private final DiskInspection disk;

  StatusEndpoints(
      RaftStore store, StoreMetrics metrics, Heartbeats heartbeats, DiskInspection disk) {
    this.store = store;
    this.metrics = metrics;
    this.heartbeats = heartbeats;
    this.disk = disk;
  }

  static Answer pathNotFound() {
    return Answer.text(404, NONE, "path not found");
  }

  HttpService addTo(HttpService http) {
    return http.route("GET", "/status", (argument, body) -> Answer.text(200, NONE, ""))
        .route(
            "GET",
            "/metrics",
            (argument, body) -> new Answer(200, "text/plain; version=0.0.4", metrics.bytes()))
        .route("GET", "/region/*", (id, body) -> region(id))
        .route("GET", "/engine_type", (argument, body) -> Answer.text(200, "text/plain", "raft-kv"))
        .route("GET", "/config", (argument, body) -> Answer.json(200, Map.of("stand-in", true)))
        .route("PUT", "/stand-in/heartbeats", (argument, body) -> mute(body))
        .route("PUT", "/stand-in/disk", (argument, body) -> slowDown(body));
  }

  private Answer region(String id) {
    if (!id.matches("\\d{1,18}")) {
      return Answer.text(400, NONE, "invalid digit found in string");
    }
    Optional<RegionReplica> replica = store.replica(Long.parseLong(id));
    return replica
        .map(found -> new Answer(200, "application/json", GoJson.compact(RegionMeta.of(found))))
        .orElseGet(() -> Answer.text(404, NONE, RootLocale.format("region(%s) not found", id)));
  }

  /** The body of {@code PUT /stand-in/heartbeats}. */
  record Muted(long millis) {}

  private Answer mute(byte[] body) throws IOException {
    Muted muted = GoJson.read(body, Muted.class);
    heartbeats.mute(Duration.ofMillis(muted.millis()));
    return Answer.json(200, muted);
  }

  /** The body of {@code PUT /stand-in/disk}: for how long each inspection takes how much longer. */
  record Slow(long millis, long by) {}

  private Answer slowDown(byte[] body) throws IOException {
    Slow slow = GoJson.read(body, Slow.class);
    disk.slowDown(Duration.ofMillis(slow.by()), Duration.ofMillis(slow.millis()));
    return Answer.json(200, slow);
  }
}
