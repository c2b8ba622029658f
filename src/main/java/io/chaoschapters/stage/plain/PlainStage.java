package io.chaoschapters.stage.plain;

import io.chaoschapters.journal.EventType;
import io.chaoschapters.journal.JournalEvent;
import io.chaoschapters.journal.JournalListener;
import io.chaoschapters.stage.ChapterResult;
import io.chaoschapters.stage.EventData;
import io.chaoschapters.stage.EventWords;
import io.chaoschapters.stage.RunSummary;
import io.chaoschapters.stage.SummaryTable;
import io.chaoschapters.stage.Symbols;
import io.chaoschapters.text.RootLocale;
import java.io.PrintStream;
import org.apiguardian.api.API;

/**
 * Prints one line an event and a table at the end; no cursor is moved and no colour is used.
 *
 * <p>For a run without a terminal: in CI, in an IDE, or piped into a file.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class PlainStage implements JournalListener {
  private final PrintStream out;
  private final Symbols symbols;
  private RunSummary summary = RunSummary.empty();
  private String artefacts = "";

  /**
   * A stage that prints.
   *
   * @param out where to; it is flushed after each event and never closed
   * @param symbols what its character set can carry
   */
  public PlainStage(PrintStream out, Symbols symbols) {
    this.out = out;
    this.symbols = symbols;
  }

  @Override
  public synchronized void on(JournalEvent event) {
    summary = summary.apply(event);
    String path = EventData.clean(event, "artefacts");
    artefacts = path.isEmpty() ? artefacts : path;
    EventWords.of(event, symbols).ifPresent(words -> print(event, words));
    if (event.type() == EventType.RUN_ENDED) {
      printSummary();
    }
    out.flush();
  }

  private void print(JournalEvent event, EventWords words) {
    String text = words.text();
    if (event.type() == EventType.CHAPTER_STARTED && text.isEmpty()) {
      text = summary.current().title();
    }
    print(EventWords.clock(event.elapsed()) + "  " + place(event) + words.word() + "  " + text);
  }

  /** The counter and the chapter's name without its number: {@code [3/8] counter-drift}. */
  private String place(JournalEvent event) {
    if (event.chapter() == null) {
      return "";
    }
    ChapterResult current = summary.current();
    String chapter = EventData.chapter(event);
    String name = chapter.replaceFirst("^[0-9]+-", "");
    boolean counted = current.number() > 0 && current.name().equals(chapter);
    return counted
        ? RootLocale.format("[%d/%d] %s  ", current.number(), summary.count(), name)
        : name + "  ";
  }

  private void printSummary() {
    print("");
    SummaryTable.lines(summary, symbols).forEach(this::print);
    if (!artefacts.isEmpty()) {
      print("");
      print("artefacts: " + artefacts);
    }
  }

  private void print(String line) {
    out.println(symbols.draw(line).stripTrailing());
  }
}
