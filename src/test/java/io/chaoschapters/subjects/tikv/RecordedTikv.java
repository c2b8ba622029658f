package io.chaoschapters.subjects.tikv;

import io.chaoschapters.fuzz.CannedHttpClient;
import io.chaoschapters.runtime.Component;
import io.chaoschapters.runtime.Endpoint;
import io.chaoschapters.subject.ClusterSnapshot;
import io.chaoschapters.subjects.tikv.pd.PdClient;
import io.chaoschapters.text.RootLocale;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The observer over what a real PD and three real stores answered at one moment after another. The
 * clock stands at the time at which they were asked.
 */
final class RecordedTikv {
  private static final int PD_PORT = 2379;
  private static final int STATUS_PORT = 20180;
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Pattern ASKED_AT = Pattern.compile("asked at (\\S+) ;");
  private static final Pattern REGION = Pattern.compile("/region/(\\d+)");
  private static final String API = "/pd/api/v1/";

  private final Recordings recordings = new Recordings();
  private final StandingClock clock = new StandingClock();
  private final TikvCluster cluster;
  private String state = "three-up";

  /** Knows the regions that there are when three stores are up. */
  RecordedTikv() {
    CannedHttpClient http = new CannedHttpClient(this::answer);
    PdClient pd = new PdClient(http, URI.create("http://127.0.0.1:" + PD_PORT), PATIENCE);
    List<Component> stores =
        IntStream.rangeClosed(1, TikvComponents.STORES)
            .<Component>mapToObj(RecordedTikv::store)
            .toList();
    cluster =
        new TikvCluster(
            new FixedStore("pd", "pd:" + PD_PORT),
            stores,
            http,
            pd,
            new TikvBuilds(Map.of(), false),
            List.of(),
            new MemoryClient(),
            pd.regions().join(),
            clock);
  }

  private static FixedStore store(int number) {
    return new FixedStore("tikv-" + number, "127.0.0.1:" + (23160 + number)) {
      @Override
      public Endpoint endpoint(String port) {
        // Nothing listens at the other one, so that no store greets anybody.
        return new Endpoint(
            "127.0.0.1", port.equals(TikvComponents.STATUS) ? STATUS_PORT + number : 1);
      }
    };
  }

  /** What is observed in a state. */
  ClusterSnapshot observe(String recorded) {
    state = recorded;
    clock.now = at(recorded);
    return cluster.observe();
  }

  /** How many regions a store leads in a state, as the witness of an eviction asks. */
  int leaders(String recorded, String store) {
    state = recorded;
    return cluster.leaders(store).orElseThrow();
  }

  /** What a store's gauge says of that. */
  int gauge(String recorded, String store) {
    return recordings
        .file(RootLocale.format("%s/%s_metrics.txt", recorded, store))
        .lines()
        .filter(line -> line.startsWith("tikv_raftstore_region_count{type=\"leader\"} "))
        .mapToInt(line -> Integer.parseInt(line.substring(line.lastIndexOf(' ') + 1)))
        .findFirst()
        .orElseThrow();
  }

  /** When a state was recorded. */
  private Instant at(String recorded) {
    Matcher time = ASKED_AT.matcher(recordings.file(recorded + "/index.txt"));
    if (!time.find()) {
      throw new IllegalStateException("no time in " + recorded);
    }
    return Instant.parse("2026-11-29T" + time.group(1) + "Z");
  }

  private int answer(URI asked, StringBuilder body) throws IOException {
    return asked.getPort() == PD_PORT
        ? pd(asked.getPath(), body)
        : store(asked.getPort() - STATUS_PORT, asked.getPath(), body);
  }

  private int pd(String path, StringBuilder body) throws IOException {
    int status = status("pd", path);
    String name = "pd_" + path.substring(API.length()).replace('/', '_') + ".json";
    body.append(recordings.file(state + "/" + name));
    return status;
  }

  /** The status that the index tells of a question, or the failure that took its place. */
  private int status(String who, String path) throws IOException {
    String line =
        recordings
            .file(state + "/index.txt")
            .lines()
            .filter(one -> one.startsWith(who + " ") && one.contains("GET " + path + "  "))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException(who + path + " in " + state));
    String word = line.substring(who.length()).strip().split(" ")[0];
    return switch (word) {
      case "refused" -> throw new ConnectException("Connection refused");
      case "timeout" -> throw new HttpTimeoutException("request timed out");
      default -> Integer.parseInt(word);
    };
  }

  private int store(int number, String path, StringBuilder body) throws IOException {
    String store = "tikv-" + number;
    Matcher region = REGION.matcher(path);
    if (region.matches()) {
      return region(store, region.group(1), body);
    }
    int status = status(store, path);
    if (path.equals("/metrics")) {
      body.append(recordings.file(RootLocale.format("%s/%s_metrics.txt", state, store)));
    }
    return status;
  }

  /** The recording keeps of each answer what is in its line. */
  private int region(String store, String id, StringBuilder body) throws IOException {
    Optional<String> recorded =
        recordings.find(RootLocale.format("%s/%s_regions.txt", state, store));
    if (recorded.isEmpty()) {
      throw new IOException("not recorded");
    }
    String[] words =
        recorded
            .get()
            .lines()
            .map(line -> line.split(" "))
            .filter(line -> line[0].equals(id))
            .findFirst()
            .orElse(new String[0]);
    if (words.length == 2) {
      throw new ConnectException(words[1]);
    }
    if (words.length == 0) {
      body.append(RootLocale.format("region(%s) not found", id));
      return 404;
    }
    body.append(
        RootLocale.format(
            "{\"group_state\":\"%s\",\"raft_status\":{\"hard_state\":{\"term\":%s},\"soft_state\":{\"leader_id\":%s,\"raft_state\":\"%s\"}}}",
            words[4], words[3], words[2], words[1]));
    return 200;
  }

  private static final class StandingClock extends Clock {
    private Instant now = Instant.EPOCH;

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
