package io.chaoschapters.stage.text;

import io.chaoschapters.run.ChapterResult;
import io.chaoschapters.run.ChapterVerdict;
import io.chaoschapters.run.JournalEntry;
import io.chaoschapters.run.view.EventWords;
import io.chaoschapters.text.RootLocale;
import java.util.Locale;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * An entry of the journal as a line of a log.
 *
 * @param clock seconds since the run started
 * @param word what happened, in capitals
 * @param text the rest; may be empty
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record LogLine(String clock, String word, String text) {

  /** The line of an entry; empty for one that a log does not show. */
  public static Optional<LogLine> of(JournalEntry entry, Symbols symbols) {
    if (!EventWords.isLogged(entry.event())) {
      return Optional.empty();
    }
    EventWords words = EventWords.of(entry.event());
    String word =
        entry.event() instanceof ChapterResult result
            ? verdict(result.verdict(), symbols)
            : words.word();
    return Optional.of(
        new LogLine(
            RootLocale.format("%6.1fs", entry.elapsed()), word, StageText.sentence(words.text())));
  }

  /** The sign and the word of a verdict. */
  public static String verdict(ChapterVerdict verdict, Symbols symbols) {
    return sign(verdict, symbols) + " " + verdict.words().toUpperCase(Locale.ROOT);
  }

  private static char sign(ChapterVerdict verdict, Symbols symbols) {
    return switch (verdict) {
      case PASS -> symbols.pick('✓', '+');
      case FAIL -> symbols.pick('✗', 'x');
      case UNKNOWN -> '?';
      case INVALID_INJECTION, INFRASTRUCTURE_ERROR -> symbols.pick('▲', '!');
      case HALTED -> symbols.pick('■', '#');
      case SKIPPED -> symbols.pick('○', 'o');
    };
  }

  public String whole() {
    return (clock + "  " + word + "  " + text).stripTrailing();
  }
}
