package io.chaoschapters.subjects.ratelimiter.service;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What answers that are being taken keep in memory, all together.
 *
 * <p>When there is no room for one more, the one of which nothing was taken for longest gives way:
 * whoever reads goes on, and clients that do not read only keep each other out.
 */
final class AnswerRoom {
  private final long bytes;
  private final Map<Runnable, Integer> taken = new LinkedHashMap<>();
  private long used;

  /**
   * @param bytes how much there is
   */
  AnswerRoom(long bytes) {
    this.bytes = bytes;
  }

  /**
   * Notes that an answer is going on.
   *
   * @param giveWay ends it; also names it
   */
  void goesOn(Runnable giveWay, int bytesKept) {
    List<Runnable> gone = new ArrayList<>();
    synchronized (this) {
      remove(giveWay);
      Iterator<Map.Entry<Runnable, Integer>> longest = taken.entrySet().iterator();
      while (used + bytesKept > bytes && longest.hasNext()) {
        Map.Entry<Runnable, Integer> entry = longest.next();
        gone.add(entry.getKey());
        used -= entry.getValue();
        longest.remove();
      }
      taken.put(giveWay, bytesKept);
      used += bytesKept;
    }
    gone.forEach(Runnable::run);
  }

  synchronized void isOver(Runnable giveWay) {
    remove(giveWay);
  }

  private void remove(Runnable giveWay) {
    Integer kept = taken.remove(giveWay);
    used -= kept == null ? 0 : kept;
  }
}
