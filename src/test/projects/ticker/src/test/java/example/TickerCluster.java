package example;

import io.chaoschapters.runtime.Component;
import io.chaoschapters.subject.Cluster;
import io.chaoschapters.subject.ClusterSnapshot;
import io.chaoschapters.subject.ComponentStatus;
import io.chaoschapters.subject.Health;
import io.chaoschapters.subject.Reading;
import java.io.IOException;
import java.net.URI;
import java.net.URLConnection;
import java.util.List;
import java.util.Map;

/** The servers, seen from outside. */
public record TickerCluster(List<Component> components) implements Cluster {
  private static final int TIMEOUT_MILLIS = 500;

  @Override
  public ClusterSnapshot observe() {
    List<ComponentStatus> seen = components.stream().map(TickerCluster::status).toList();
    long serving = seen.stream().filter(one -> one.health() == Health.SERVING).count();
    return new ClusterSnapshot(seen, Map.of("answering", Reading.of(serving)));
  }

  private static ComponentStatus status(Component server) {
    Health health;
    try {
      ask(server);
      health = Health.SERVING;
    } catch (IOException e) {
      health = Health.after(e);
    }
    return ComponentStatus.of(server.id(), server.role(), health, "");
  }

  static void ask(Component server) throws IOException {
    var address = server.endpoint(TickerSubject.PORT);
    URLConnection connection =
        URI.create("http://" + address.host() + ":" + address.port() + "/")
            .toURL()
            .openConnection();
    connection.setConnectTimeout(TIMEOUT_MILLIS);
    connection.setReadTimeout(TIMEOUT_MILLIS);
    try (var answer = connection.getInputStream()) {
      answer.readAllBytes();
    }
  }
}
