package io.chaoschapters.subjects.tikv;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chaoschapters.runtime.Component;
import io.chaoschapters.subjects.tikv.pd.PdClient;
import io.chaoschapters.text.RootLocale;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What PD and the stores of a stand-in say of each other. */
final class StandInReadings {
  private static final String API = "/pd/api/v1";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration DISCONNECTED_AFTER = Duration.ofSeconds(20);

  private final LocalStandIn standIn;
  private final Component pd;

  StandInReadings(LocalStandIn standIn, Component pd) {
    this.standIn = standIn;
    this.pd = pd;
  }

  PdClient client() {
    return new PdClient(
        HttpClient.newHttpClient(), LocalStandIn.pd(pd).http(""), Duration.ofSeconds(5));
  }

  /** What PD answers, of whatever status. */
  HttpResponse<String> get(String path) {
    return standIn.get(LocalStandIn.pd(pd), API + path);
  }

  HttpResponse<String> send(String method, String path, String body) {
    return standIn.send(LocalStandIn.pd(pd), method, API + path, body);
  }

  /** A missing node where PD has no such answer. */
  JsonNode json(String path) {
    HttpResponse<String> answer = get(path);
    return answer.statusCode() == 200 ? parse(answer.body()) : JSON.getNodeFactory().missingNode();
  }

  private static JsonNode parse(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Stream<JsonNode> each(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  JsonNode store(Component component) {
    String address = component.endpoint(TikvComponents.CLIENT).toString();
    return each(json("/stores").path("stores"))
        .filter(store -> store.path("store").path("address").asText().equals(address))
        .findFirst()
        .orElse(JSON.getNodeFactory().missingNode());
  }

  long id(Component component) {
    return store(component).path("store").path("id").asLong();
  }

  /**
   * What PD says of a store, and when.
   *
   * @param heardAt the last heartbeat that PD knows of
   * @param before a moment before PD said it
   * @param after a moment after that
   */
  record Told(String state, Instant heardAt, Instant before, Instant after) {
    boolean isLost() {
      return state.equals("Disconnected") || state.equals("Down");
    }

    /** By the age of the heartbeat and nothing else, whatever this machine is busy with. */
    private void isByAge() {
      if (state.equals("Up")) {
        assertThat(Duration.between(heardAt, before)).isLessThanOrEqualTo(DISCONNECTED_AFTER);
      } else if (isLost()) {
        assertThat(Duration.between(heardAt, after)).isGreaterThan(DISCONNECTED_AFTER);
      }
    }
  }

  /**
   * An empty state where PD does not know the store, or does not answer as it does when it is up.
   */
  Told told(Component component) {
    Instant before = Instant.now();
    JsonNode store = store(component).path("store");
    long nanos = store.path("last_heartbeat").asLong();
    Told told =
        new Told(
            store.path("state_name").asText(),
            Instant.ofEpochSecond(0, nanos),
            before,
            Instant.now());
    told.isByAge();
    return told;
  }

  /** Regions and the stores where PD believes their leaders to be, 0 for none. */
  Map<Long, Long> leaders() {
    return byRegion(json("/regions"), region -> region.path("leader").path("store_id").asLong());
  }

  /** Regions of which one of PD's checks tells. */
  Set<Long> checked(String check) {
    return byRegion(json("/regions/check/" + check), region -> 0L).keySet();
  }

  private static Map<Long, Long> byRegion(JsonNode regions, ToLongFunction<JsonNode> value) {
    return each(regions.path("regions"))
        .collect(
            Collectors.toMap(
                region -> region.path("id").asLong(),
                value::applyAsLong,
                (one, other) -> other,
                TreeMap::new));
  }

  long led(Component component) {
    long store = id(component);
    return leaders().values().stream().filter(leader -> leader == store).count();
  }

  /** A store's page of metrics. */
  String page(Component store) {
    return standIn.get(LocalStandIn.status(store), "/metrics").body();
  }

  static OptionalDouble value(String page, String series) {
    Matcher value = Pattern.compile("(?m)^" + Pattern.quote(series) + " (\\S+)$").matcher(page);
    return value.find()
        ? OptionalDouble.of(Double.parseDouble(value.group(1)))
        : OptionalDouble.empty();
  }

  OptionalDouble metric(Component store, String series) {
    return value(page(store), series);
  }

  /** What a store says of its copy of each region. */
  private Stream<JsonNode> copies(Component store) {
    return leaders().keySet().stream()
        .map(region -> standIn.get(LocalStandIn.status(store), "/region/" + region))
        .filter(answer -> answer.statusCode() == 200)
        .map(answer -> parse(answer.body()));
  }

  /** Regions that a store itself believes to lead. */
  long leads(Component store) {
    return copies(store)
        .map(copy -> copy.path("raft_status").path("soft_state").path("raft_state").asText())
        .filter("Leader"::equals)
        .count();
  }

  /** By region the term that a store knows: each election is one more. */
  Map<Long, Long> terms(Component store) {
    return copies(store)
        .collect(
            Collectors.toMap(
                copy -> copy.path("region_state").path("id").asLong(),
                copy -> copy.path("raft_status").path("hard_state").path("term").asLong()));
  }

  /**
   * Whether a store's log tells of a connection to another one that broke or did not come about.
   */
  boolean hasLoggedAFailure(Component store, long otherId) {
    String id = RootLocale.format("[store_id=%d]", otherId);
    try (Stream<String> lines =
        Files.lines(standIn.runtime().logs().resolve(store.id() + ".log"))) {
      return lines.anyMatch(
          line ->
              line.contains(id)
                  && (line.contains("connection abort") || line.contains("wait connect timeout")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
