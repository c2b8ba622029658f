package io.chaoschapters.subjects.tikv;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps everything in a map, unless it is told to forget. */
final class MemoryClient implements KeyValueClient {
  final Map<String, String> values = new ConcurrentHashMap<>();

  /** Keys that cannot be read the next time that somebody asks for them. */
  final Set<String> unreadable = ConcurrentHashMap.newKeySet();

  @Override
  public CompletableFuture<Void> put(String key, String value, Duration deadline) {
    values.put(key, value);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletableFuture<Map<String, String>> get(Collection<String> keys, Duration deadline) {
    if (keys.stream().anyMatch(unreadable::remove)) {
      return CompletableFuture.failedFuture(new IOException("its region has no leader"));
    }
    Map<String, String> found = new HashMap<>(values);
    found.keySet().retainAll(keys);
    return CompletableFuture.completedFuture(found);
  }

  @Override
  public void close() {
    values.clear();
  }
}
