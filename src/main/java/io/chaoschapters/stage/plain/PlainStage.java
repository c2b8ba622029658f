package io.chaoschapters.stage.plain;

import io.chaoschapters.run.JournalEntry;
import io.chaoschapters.run.RunEvent;
import io.chaoschapters.run.view.ChapterView;
import io.chaoschapters.run.view.RunListener;
import io.chaoschapters.run.view.RunView;
import io.chaoschapters.stage.text.LogLine;
import io.chaoschapters.stage.text.StageText;
import io.chaoschapters.stage.text.Symbols;
import io.chaoschapters.text.RootLocale;
import java.io.PrintStream;
import org.apiguardian.api.API;

/**
 * Prints one line an event and a table at the end; no cursor is moved and no color is used.
 *
 * <p>For a run without a terminal: in CI, in an IDE, or piped into a file.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class PlainStage implements RunListener {
  private final PrintStream out;
  private final Symbols symbols;

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
  public synchronized void on(JournalEntry entry, RunView after) {
    LogLine.of(entry, symbols)
        .map(line -> line.clock() + "  " + place(entry, after) + line.word() + "  " + line.text())
        .ifPresent(this::print);
    if (entry.event() instanceof RunEvent.Ended) {
      printSummary(after);
    }
    out.flush();
  }

  /** The counter and the chapter's name without its number: {@code [3/8] counter-drift}. */
  private static String place(JournalEntry entry, RunView after) {
    if (entry.chapter() == null) {
      return "";
    }
    String name = StageText.cleanLine(entry.chapter()).replaceFirst("^[0-9]+-", "");
    ChapterView current = after.current();
    return current.number() > 0 && entry.isOf(current.name())
        ? RootLocale.format("[%d/%d] %s  ", current.number(), after.count(), name)
        : name + "  ";
  }

  private void printSummary(RunView run) {
    print("");
    SummaryTable.lines(run, symbols).forEach(this::print);
    String artifacts = StageText.cleanLine(run.facts().artifacts());
    if (!artifacts.isEmpty()) {
      print("");
      print("artifacts: " + artifacts);
    }
  }

  private void print(String line) {
    out.println(symbols.draw(line).stripTrailing());
  }
}
