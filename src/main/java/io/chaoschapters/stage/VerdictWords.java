package io.chaoschapters.stage;

import io.chaoschapters.report.ChapterVerdict;
import io.chaoschapters.text.RootLocale;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How a chapter ended, where the audience has just read what it is about. */
final class VerdictWords {
  private static final int BIG = BigLetters.HALF_ROWS + 2;

  private VerdictWords() {}

  /** The sign and the word of a verdict. */
  static String of(ChapterVerdict verdict, Symbols symbols) {
    return sign(verdict, symbols) + " " + verdict.words().toUpperCase(Locale.ROOT);
  }

  private static char sign(ChapterVerdict verdict, Symbols symbols) {
    return switch (verdict) {
      case PASS -> symbols.pick('✓', '+');
      case FAIL -> symbols.pick('✗', 'x');
      case UNKNOWN -> '?';
      case INVALID_INJECTION, INFRASTRUCTURE_ERROR -> symbols.pick('▲', '!');
      case SKIPPED -> symbols.pick('○', 'o');
    };
  }

  /**
   * Draws the verdict above a row.
   *
   * @param free rows that nothing else is drawn on; with none it goes beside the title
   * @param bottom the row beneath
   */
  static void draw(Canvas canvas, ChapterResult result, int free, int bottom) {
    String words = of(result.verdict(), canvas.symbols());
    Tone tone = tone(result.verdict());
    if (free < 1) {
      canvas.textRight(0, words, tone);
      return;
    }
    boolean big =
        free >= BIG
            && canvas.symbols() == Symbols.UNICODE
            && BigLetters.dots(words) <= canvas.width();
    if (big) {
      BigLetters.drawHalf(canvas, 0, bottom - BIG, words, tone);
      canvas.text(0, bottom - 2, facts(result, canvas.width()), Tone.TEXT);
    } else {
      int column = canvas.text(0, bottom - 1, words, tone);
      canvas.text(column + 2, bottom - 1, facts(result, canvas.width() - column - 2), Tone.TEXT);
    }
  }

  /** As many facts as there is room for, the most telling first; or why it did not pass. */
  private static String facts(ChapterResult result, int columns) {
    List<String> facts = new ArrayList<>();
    if (!result.named().isEmpty()) {
      facts.add("the AI says: " + result.named());
    }
    add(facts, "seen after ", result.detectSeconds());
    add(facts, "recovered in ", result.recoverSeconds());
    while (facts.size() > 1 && TextLayout.width(String.join(", ", facts)) > columns) {
      facts.remove(facts.size() - 1);
    }
    return result.verdict() == ChapterVerdict.PASS || result.reason().isEmpty()
        ? String.join(", ", facts)
        : result.reason();
  }

  private static void add(List<String> facts, String words, double seconds) {
    if (Double.isFinite(seconds)) {
      facts.add(words + RootLocale.format("%.1f s", seconds));
    }
  }

  static Tone tone(ChapterVerdict verdict) {
    return switch (verdict) {
      case PASS -> Tone.GOOD;
      case FAIL, INFRASTRUCTURE_ERROR, INVALID_INJECTION -> Tone.BAD;
      case UNKNOWN, SKIPPED -> Tone.UNSURE;
    };
  }
}
