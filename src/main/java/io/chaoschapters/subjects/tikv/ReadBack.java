package io.chaoschapters.subjects.tikv;

import io.chaoschapters.waiting.Progress;
import io.chaoschapters.waiting.Wait;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Reads acknowledged writes back, until each was read once. */
final class ReadBack {
  private static final Duration WITHIN = Duration.ofSeconds(30);
  private static final Duration EACH_WITHIN = Duration.ofSeconds(2);
  private static final int AT_ONCE = 48;

  /** Between two batches; each of them waits for its answers itself. */
  private static final Duration PAUSE = Duration.ofMillis(1);

  private final KeyValueClient client;
  private final Map<String, String> open;
  private final List<LostWrite> lost = new ArrayList<>();

  ReadBack(KeyValueClient client, Map<String, String> acknowledged) {
    this.client = client;
    this.open = new ConcurrentHashMap<>(acknowledged);
  }

  /**
   * Returns the writes that are not there.
   *
   * @throws io.chaoschapters.waiting.WaitTimeoutException when some could not be read at all, so
   *     that nothing can be said of them
   */
  List<LostWrite> lost() {
    new Wait("an answer to a read of every acknowledged write", WITHIN, PAUSE)
        .until(
            () -> {
              readSome();
              return new Progress(open.isEmpty(), open.size() + " not read yet");
            });
    return List.copyOf(lost);
  }

  private void readSome() {
    List<Map.Entry<String, String>> some = open.entrySet().stream().limit(AT_ONCE).toList();
    List<CompletableFuture<Optional<String>>> asked =
        some.stream().map(write -> client.get(write.getKey(), EACH_WITHIN)).toList();
    for (int i = 0; i < some.size(); i++) {
      Map.Entry<String, String> write = some.get(i);
      asked
          .get(i)
          .handle(
              (found, failure) -> {
                if (failure == null) {
                  judge(write, found.orElse(null));
                }
                return null;
              })
          .join();
    }
  }

  private void judge(
      Map.Entry<String, String> write, @org.jspecify.annotations.Nullable String found) {
    if (!write.getValue().equals(found)) {
      lost.add(new LostWrite(write.getKey(), write.getValue(), found));
    }
    open.remove(write.getKey());
  }
}
