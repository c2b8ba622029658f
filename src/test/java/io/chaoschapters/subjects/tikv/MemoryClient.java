package io.chaoschapters.subjects.tikv;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps everything in a map, unless it is told to forget. */
final class MemoryClient implements KeyValueClient {
  final Map<String, String> values = new ConcurrentHashMap<>();

  @Override
  public CompletableFuture<Void> put(String key, String value, Duration deadline) {
    values.put(key, value);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletableFuture<Optional<String>> get(String key, Duration deadline) {
    return CompletableFuture.completedFuture(Optional.ofNullable(values.get(key)));
  }

  @Override
  public void close() {
    values.clear();
  }
}
