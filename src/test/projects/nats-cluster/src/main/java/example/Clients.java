package example;

import io.chaoschapters.runtime.Component;
import io.nats.client.Connection;
import io.nats.client.ConnectionListener;
import io.nats.client.ErrorListener;
import io.nats.client.Nats;
import io.nats.client.Options;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Opens connections as our services do: the first server that answers, and soon another one. */
final class Clients {
  private static final Duration SOON = Duration.ofMillis(500);

  private Clients() {}

  static Connection connect(String user, List<Component> servers)
      throws IOException, InterruptedException {
    return connect(user, urls(servers));
  }

  static Connection connect(String user, String... urls) throws IOException, InterruptedException {
    Options options =
        Options.builder()
            .servers(urls)
            .noRandomize()
            .ignoreDiscoveredServers()
            .userInfo(user, Passwords.of(user))
            .connectionTimeout(SOON)
            .reconnectWait(Duration.ofMillis(100))
            .maxReconnects(-1)
            .pingInterval(Duration.ofSeconds(1))
            .maxPingsOut(2)
            .connectionListener(Clients::ignore)
            .errorListener(new ErrorListener() {})
            .build();
    return Nats.connect(options);
  }

  static String[] urls(List<Component> servers) {
    return servers.stream()
        .map(server -> "nats://" + server.endpoint(NatsServers.CLIENT))
        .toArray(String[]::new);
  }

  /** What matters is whether requests are answered. */
  private static void ignore(Connection connection, ConnectionListener.Events event) {}
}
