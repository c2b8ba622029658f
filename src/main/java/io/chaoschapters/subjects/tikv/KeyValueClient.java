package io.chaoschapters.subjects.tikv;

import java.time.Duration;
import java.util.Optional;
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

  /** Reads what was written last; empty when there is nothing. */
  CompletableFuture<Optional<String>> get(String key, Duration deadline);

  @Override
  void close();
}
