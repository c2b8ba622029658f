package example;

import com.fasterxml.jackson.databind.JsonNode;
import io.chaoschapters.runtime.Component;
import io.chaoschapters.subject.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What the servers say of themselves on their monitoring ports, all asked at the same time. */
final class NatsReport {
  private static final String STREAMS = "/jsz?streams=true&consumers=true&config=false";
  private static final long MAX_LAG = 200;
  private static final long MAX_SILENCE_NANOS = TimeUnit.SECONDS.toNanos(3);

  private record Server(String id, Optional<JsonNode> status, Optional<JsonNode> streams) {}

  private final List<Server> servers;

  private NatsReport(List<Server> servers) {
    this.servers = servers;
  }

  static NatsReport of(List<Component> servers, Http http) {
    List<CompletableFuture<Server>> asked = new ArrayList<>();
    for (Component server : servers) {
      var address = server.endpoint(NatsServers.HTTP);
      asked.add(
          http.json(address, "/varz")
              .thenCombine(
                  http.json(address, STREAMS),
                  (status, streams) -> new Server(server.id(), status, streams)));
    }
    return new NatsReport(asked.stream().map(CompletableFuture::join).toList());
  }

  /** Routes of the server with the fewest, among those that answer. */
  Reading routes() {
    return least(status -> status.path("routes").asDouble());
  }

  Reading freeConnections() {
    return least(
        status ->
            status.path("max_connections").asDouble() - status.path("connections").asDouble());
  }

  private Reading least(ToDoubleFunction<JsonNode> number) {
    return servers.stream()
        .flatMap(server -> server.status().stream())
        .mapToDouble(number)
        .boxed()
        .min(Double::compare)
        .map(Reading::of)
        .orElse(Reading.unknown("no server answers"));
  }

  /** Copies that are up to date, as the leader of the stream sees it. */
  Reading copies() {
    return stream()
        .map(
            stream -> {
              long current =
                  elements(stream.path("cluster").path("replicas"))
                      .filter(NatsReport::isCurrent)
                      .count();
              return Reading.of(current + 1);
            })
        .orElse(noLeader());
  }

  /** Its own word "current" changes with every message that is under way. */
  private static boolean isCurrent(JsonNode replica) {
    return !replica.path("offline").asBoolean()
        && replica.path("lag").asLong() <= MAX_LAG
        && replica.path("active").asLong() <= MAX_SILENCE_NANOS;
  }

  /** How full the stream is, in percent. */
  Reading stored() {
    return stream()
        .map(stream -> 100 * stream.path("state").path("bytes").asDouble() / OrderStream.MAX_BYTES)
        .map(Reading::of)
        .orElse(noLeader());
  }

  Reading waiting() {
    return consumer("num_pending");
  }

  Reading repeated() {
    return consumer("num_redelivered");
  }

  private Reading consumer(String field) {
    return servers.stream()
        .flatMap(
            server ->
                details(server)
                    .flatMap(stream -> elements(stream.path("consumer_detail")))
                    .filter(consumer -> leads(server, consumer)))
        .findFirst()
        .map(consumer -> Reading.of(consumer.path(field).asDouble()))
        .orElse(Reading.unknown("no server that answers leads the consumer"));
  }

  private static Reading noLeader() {
    return Reading.unknown("no server that answers leads the stream");
  }

  /** Only the leader knows the state of the others. */
  private Optional<JsonNode> stream() {
    return servers.stream()
        .flatMap(server -> details(server).filter(stream -> leads(server, stream)))
        .findFirst();
  }

  private static boolean leads(Server server, JsonNode group) {
    return server.id().equals(group.path("cluster").path("leader").asText());
  }

  private static Stream<JsonNode> details(Server server) {
    return server.streams().stream()
        .flatMap(streams -> elements(streams.path("account_details")))
        .flatMap(account -> elements(account.path("stream_detail")))
        .filter(stream -> stream.path("name").asText().equals(OrderStream.NAME));
  }

  private static Stream<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
