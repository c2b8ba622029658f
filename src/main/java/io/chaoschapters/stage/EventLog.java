package io.chaoschapters.stage;

import io.chaoschapters.journal.JournalEvent;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;

/**
 * The newest lines of the log.
 *
 * @param lines oldest first; at most {@value #KEPT}
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record EventLog(List<Line> lines) {
  static final int KEPT = 200;

  /**
   * One line.
   *
   * @param at seconds since the run started
   * @param word what happened
   * @param text the rest; may be empty
   */
  public record Line(double at, String word, String text) {}

  /** Copies the lines. */
  public EventLog {
    lines = List.copyOf(lines);
  }

  EventLog apply(JournalEvent event) {
    if (isPaging(event)) {
      return this;
    }
    return EventWords.of(event, Symbols.UNICODE)
        .map(words -> plus(new Line(event.elapsed(), words.word(), words.text())))
        .orElse(this);
  }

  /** The turning of a page, and the wait for it: the chapter's panel shows both. */
  private static boolean isPaging(JournalEvent event) {
    return switch (event.type()) {
      case WAITING -> !event.text("kind").isEmpty();
      case PRESENTER -> event.text("command").equals("Next");
      default -> false;
    };
  }

  private EventLog plus(Line line) {
    int from = Math.max(0, lines.size() + 1 - KEPT);
    List<Line> all = new ArrayList<>(lines.subList(from, lines.size()));
    all.add(line);
    return new EventLog(all);
  }
}
