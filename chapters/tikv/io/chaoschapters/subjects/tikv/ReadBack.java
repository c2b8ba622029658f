package io.chaoschapters.subjects.tikv;

import io.chaoschapters.waiting.Progress;
import io.chaoschapters.waiting.Wait;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** Reads acknowledged writes back, until each was read once. */
final class ReadBack {
  private static final Duration WITHIN = Duration.ofSeconds(30);
  private static final Duration EACH_WITHIN = Duration.ofSeconds(2);

  /** Neighbors in the order of keys, so that few regions are in one question. */
  private static final int AT_ONCE = 200;

  /** Between two batches; each of them waits for its answers itself. */
  private static final Duration PAUSE = Duration.ofMillis(1);

  private final KeyValueClient client;
  private final Map<String, String> open;
  private final Queue<List<String>> batches = new ConcurrentLinkedQueue<>();
  private final List<LostWrite> lost = new ArrayList<>();

  ReadBack(KeyValueClient client, Map<String, String> acknowledged) {
    this.client = client;
    this.open = new ConcurrentHashMap<>(acknowledged);
    List<String> keys = acknowledged.keySet().stream().sorted().toList();
    for (int from = 0; from < keys.size(); from += AT_ONCE) {
      batches.add(keys.subList(from, Math.min(keys.size(), from + AT_ONCE)));
    }
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
    List<String> some = batches.poll();
    if (some != null) {
      client
          .get(some, EACH_WITHIN)
          .handle(
              (found, failure) -> {
                if (failure == null) {
                  some.forEach(key -> judge(key, found.get(key)));
                } else {
                  batches.add(some);
                }
                return null;
              })
          .join();
    }
  }

  private void judge(String key, @Nullable String found) {
    String written = open.remove(key);
    if (written != null && !written.equals(found)) {
      lost.add(new LostWrite(KeyRange.shown(key), written, found));
    }
  }
}
