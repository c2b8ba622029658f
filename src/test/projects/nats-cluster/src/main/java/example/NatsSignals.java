package example;

import io.chaoschapters.subject.Signal;
import java.util.List;

/** The numbers on our dashboard. */
final class NatsSignals {
  private NatsSignals() {}

  static List<Signal> all() {
    return List.of(
        new Signal(
            "acknowledged", "orders acknowledged", "Orders stored per second", "orders/s", 300),
        new Signal(
            "failed",
            "orders failed",
            "Orders of the last three seconds that were not acknowledged",
            "orders",
            20),
        new Signal(
            "waiting",
            "orders waiting",
            "Stored orders that no worker has fetched yet",
            "orders",
            1_000),
        new Signal(
            "repeated",
            "orders repeated",
            "Orders that were delivered more than once and are not acknowledged",
            "orders",
            200),
        new Signal("copies", "current copies", "Copies of the stream that are up to date", "", 3),
        new Signal("routes", "routes", "Routes of the server that has the fewest of them", "", 2),
        new Signal(
            "free-connections",
            "free connections",
            "Client connections that the fullest server can still take",
            "connections",
            NatsServers.MAX_CONNECTIONS),
        new Signal("stored", "stream usage", "How full the stream is", "%", 100));
  }
}
