package io.chaoschapters.stage.panel;

import io.chaoschapters.run.ChapterResult;
import io.chaoschapters.run.ChapterVerdict;
import io.chaoschapters.stage.frame.BigLetters;
import io.chaoschapters.stage.frame.Canvas;
import io.chaoschapters.stage.frame.Tone;
import io.chaoschapters.stage.text.LogLine;
import io.chaoschapters.stage.text.StageText;
import io.chaoschapters.stage.text.Symbols;
import io.chaoschapters.stage.text.TextLayout;
import io.chaoschapters.text.RootLocale;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a chapter ended, where the audience has just read what it is about. */
final class VerdictWords {
  private static final int BIG = BigLetters.HALF_ROWS + 2;

  private VerdictWords() {}

  /**
   * Draws the verdict above a row.
   *
   * @param named what the diagnoser named, in words; may be empty
   * @param free rows that nothing else is drawn on; with none it goes beside the title
   * @param bottom the row beneath
   */
  static void draw(Canvas canvas, ChapterResult result, String named, int free, int bottom) {
    String words = LogLine.verdict(result.verdict(), canvas.symbols());
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
      canvas.text(0, bottom - 2, facts(result, named, canvas.width()), Tone.TEXT);
    } else {
      int column = canvas.text(0, bottom - 1, words, tone);
      canvas.text(
          column + 2, bottom - 1, facts(result, named, canvas.width() - column - 2), Tone.TEXT);
    }
  }

  /** As many facts as there is room for, the most telling first; or why it did not pass. */
  private static String facts(ChapterResult result, String named, int columns) {
    List<String> facts = new ArrayList<>();
    if (!named.isEmpty()) {
      facts.add("the AI says: " + named);
    }
    add(facts, "seen after ", result.timeToDetect());
    add(facts, "recovered in ", result.timeToRecover());
    while (facts.size() > 1 && TextLayout.width(String.join(", ", facts)) > columns) {
      facts.remove(facts.size() - 1);
    }
    return result.verdict() == ChapterVerdict.PASS || result.reason().isEmpty()
        ? String.join(", ", facts)
        : StageText.sentence(result.reason());
  }

  private static void add(List<String> facts, String words, @Nullable Double seconds) {
    if (seconds != null) {
      facts.add(words + RootLocale.format("%.1f s", seconds));
    }
  }

  static Tone tone(ChapterVerdict verdict) {
    return switch (verdict) {
      case PASS -> Tone.GOOD;
      case FAIL, INFRASTRUCTURE_ERROR, INVALID_INJECTION -> Tone.BAD;
      case UNKNOWN, HALTED, SKIPPED -> Tone.UNSURE;
    };
  }
}
