package example;

import io.chaoschapters.runtime.ComponentSpec;
import io.chaoschapters.runtime.HttpReady;
import io.chaoschapters.runtime.ProcessPlace;
import io.chaoschapters.runtime.ProcessProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How the three servers are configured and started. */
final class NatsServers {
  static final String ROLE = "NATS server";
  static final String CLIENT = "client";
  static final String ROUTE = "route";
  static final String HTTP = "http";
  static final List<String> IDS = List.of("nats-1", "nats-2", "nats-3");
  static final int MAX_CONNECTIONS = 40;

  /** The third server stands in another rack: its routes go through the link. */
  static final String REMOTE = "nats-3";

  private static final Duration READY_WITHIN = Duration.ofSeconds(10);

  private final Addresses addresses;

  NatsServers(Addresses addresses) {
    this.addresses = addresses;
  }

  List<ComponentSpec> specs() {
    return IDS.stream().map(this::spec).toList();
  }

  private ComponentSpec spec(String id) {
    return ComponentSpec.of(id, ROLE, new HttpReady(HTTP, "/varz"), READY_WITHIN)
        .withPorts(CLIENT, ROUTE, HTTP)
        .asProcess(new ProcessProgram(place -> command(id, place), Map.of()));
  }

  private List<String> command(String id, ProcessPlace place) {
    addresses.announce(id, place);
    write(place.folder().resolve("nats.conf"), configuration(id, place));
    Passwords.writeGood(place.folder());
    return List.of("nats-server", "-c", "nats.conf", "-P", Passwords.PID_FILE);
  }

  private String configuration(String id, ProcessPlace place) {
    String routes =
        IDS.stream()
            .filter(other -> !other.equals(id))
            .map(other -> '"' + "nats-route://" + routeTo(id, other) + '"')
            .collect(Collectors.joining(", "));
    return """
        server_name: %s
        listen: "127.0.0.1:%d"
        http: "127.0.0.1:%d"
        max_connections: %d
        jetstream { store_dir: "store", max_file_store: 256MB, max_memory_store: 64MB }
        cluster {
          name: orders
          listen: "127.0.0.1:%d"
          advertise: "%s"
          routes: [%s]
        }
        include ./%s
        """
        .formatted(
            id,
            place.port(CLIENT),
            place.port(HTTP),
            MAX_CONNECTIONS,
            place.port(ROUTE),
            addresses.address(Link.ID, id),
            routes,
            Passwords.FILE);
  }

  private String routeTo(String id, String other) {
    boolean far = id.equals(REMOTE) || other.equals(REMOTE);
    return far ? addresses.address(Link.ID, other) : addresses.address(other, ROUTE);
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file, e);
    }
  }
}
