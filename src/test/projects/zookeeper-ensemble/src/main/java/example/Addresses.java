package example;

import io.chaoschapters.runtime.ProcessPlace;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Where components that are started side by side find each other: each command line is made when
 * the others have announced their ports.
 */
final class Addresses {
  private static final long PATIENCE_SECONDS = 10;

  private final Map<String, CompletableFuture<ProcessPlace>> places = new ConcurrentHashMap<>();

  void announce(String id, ProcessPlace place) {
    future(id).complete(place);
  }

  ProcessPlace place(String id) {
    return future(id).orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
  }

  String address(String id, String port) {
    return "127.0.0.1:" + place(id).port(port);
  }

  private CompletableFuture<ProcessPlace> future(String id) {
    return places.computeIfAbsent(id, any -> new CompletableFuture<>());
  }
}
