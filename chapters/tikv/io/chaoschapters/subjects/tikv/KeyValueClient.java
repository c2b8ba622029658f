package io.chaoschapters.subjects.tikv;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Writes and reads as an application does. It is all that differs between TiKV and its stand-in
 * once the stores run.
 *
 * <p>Every future ends by its deadline; one that ends exceptionally leaves open whether the write
 * was done.
 */
interface KeyValueClient extends AutoCloseable {
  /** Writes; completes when the store acknowledged it. */
  CompletableFuture<Void> put(String key, String value, Duration deadline);

  /** Reads what was written last, by key; a key under which there is nothing is absent. */
  CompletableFuture<Map<String, String>> get(Collection<String> keys, Duration deadline);

  @Override
  void close();
}
