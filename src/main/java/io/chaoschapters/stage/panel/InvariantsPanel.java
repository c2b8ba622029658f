package io.chaoschapters.stage.panel;

import io.chaoschapters.run.Standing;
import io.chaoschapters.run.view.InvariantView;
import io.chaoschapters.stage.frame.Canvas;
import io.chaoschapters.stage.frame.Tone;
import io.chaoschapters.stage.text.Symbols;
import io.chaoschapters.stage.text.TextLayout;
import io.chaoschapters.text.RootLocale;
import java.util.Comparator;
import java.util.List;

/** What should hold: sign and word, the statement, and what was measured against the bound. */
final class InvariantsPanel implements Panel {
  private static final int STANDING_COLUMNS = 12;
  private static final String NOT_FRESH = "no fresh observation";

  @Override
  public String title() {
    return "INVARIANTS";
  }

  @Override
  public boolean isObserved() {
    return true;
  }

  @Override
  public void draw(Canvas canvas, Scene scene) {
    List<InvariantView> invariants = scene.run().observed().invariants();
    if (invariants.isEmpty()) {
      canvas.text(0, 0, "no invariant was checked yet", Tone.MUTED);
      return;
    }
    boolean stale = scene.observationAge().isUnknown();
    int rows = invariants.size() * 2 <= canvas.height() ? 2 : 1;
    int room = canvas.height() / rows;
    List<InvariantView> ordered = invariants.size() <= room ? invariants : worstFirst(invariants);
    int shown = ordered.size() <= room ? ordered.size() : room - 1;
    List<InvariantView> fitting = ordered.subList(0, shown);
    int names = fitting.stream().mapToInt(i -> TextLayout.width(name(i))).max().orElse(0);
    int wordsAt = STANDING_COLUMNS + names + 2;
    InvariantWords words =
        rows == 2 ? InvariantWords.WHOLE : longest(fitting, canvas, canvas.width() - wordsAt);
    for (int i = 0; i < shown; i++) {
      Canvas part = canvas.part(0, i * rows, canvas.width(), rows);
      if (rows == 2) {
        twoRows(part, ordered.get(i), scene, stale);
      } else {
        oneRow(part, ordered.get(i), wordsAt, words, stale);
      }
    }
    if (shown < ordered.size()) {
      String more = RootLocale.format("… %d more; 3 shows all", ordered.size() - shown);
      canvas.text(0, shown * rows, more, Tone.WARN);
    }
  }

  /** The longest wording for which all shown values and bounds have room; all use the same one. */
  private static InvariantWords longest(List<InvariantView> shown, Canvas canvas, int columns) {
    for (InvariantWords words : InvariantWords.values()) {
      boolean fit =
          shown.stream()
              .filter(invariant -> !Double.isNaN(invariant.measured()))
              .allMatch(i -> TextLayout.width(words.of(i, canvas.symbols())) <= columns);
      if (fit) {
        return words;
      }
    }
    return InvariantWords.VALUE;
  }

  private static List<InvariantView> worstFirst(List<InvariantView> invariants) {
    return invariants.stream()
        .sorted(Comparator.comparing(i -> i.standing() == Standing.HOLDS ? 1 : 0))
        .toList();
  }

  /** A name that fits says more than a statement that is cut off. */
  private static void oneRow(
      Canvas row, InvariantView invariant, int wordsAt, InvariantWords words, boolean stale) {
    Standing standing = stale ? Standing.UNKNOWN : invariant.standing();
    boolean outside = !stale && InvariantWords.isOutside(invariant);
    head(row, standing, outside, name(invariant));
    boolean warns = outside || !stale && InvariantWords.remembers(invariant);
    String measured = stale ? NOT_FRESH : words.of(invariant, row.symbols());
    row.text(wordsAt, 0, measured, warns ? Tone.WARN : aside(standing));
  }

  private static void twoRows(Canvas part, InvariantView invariant, Scene scene, boolean stale) {
    Standing standing = stale ? Standing.UNKNOWN : invariant.standing();
    boolean whole = STANDING_COLUMNS + TextLayout.width(invariant.statement()) <= part.width();
    boolean outside = !stale && InvariantWords.isOutside(invariant);
    head(part, standing, outside, whole ? invariant.statement() : name(invariant));
    boolean warns = outside || !stale && InvariantWords.remembers(invariant);
    String measured = stale ? NOT_FRESH : InvariantWords.WHOLE.of(invariant, part.symbols());
    Tone tone = warns ? Tone.WARN : tone(standing);
    int column = part.text(STANDING_COLUMNS, 1, measured, tone);
    String lasting = "  for " + scene.lasting(invariant.since());
    if (standing == Standing.VIOLATED && column + lasting.length() <= part.width()) {
      part.text(column, 1, lasting, Tone.MUTED);
    }
  }

  /** What is out of bounds, and not for long enough to count, is not said to hold. */
  private static void head(Canvas row, Standing standing, boolean outside, String name) {
    if (outside) {
      row.text(0, 0, row.symbols().pick("▲", "!") + " OUTSIDE", Tone.WARN);
    } else {
      row.text(0, 0, sign(standing, row.symbols()) + " " + word(standing), tone(standing));
    }
    Tone loud = standing == Standing.VIOLATED ? Tone.STRONG : Tone.TEXT;
    row.text(STANDING_COLUMNS, 0, name, loud);
  }

  private static String name(InvariantView invariant) {
    return invariant.id().replace('-', ' ');
  }

  private static Tone aside(Standing standing) {
    return standing == Standing.VIOLATED ? Tone.BAD : Tone.MUTED;
  }

  private static String word(Standing standing) {
    return standing.name().replace('_', ' ');
  }

  private static char sign(Standing standing, Symbols symbols) {
    return switch (standing) {
      case HOLDS -> symbols.pick('●', 'o');
      case VIOLATED -> symbols.pick('✗', 'x');
      case UNKNOWN -> '?';
      case NOT_YET -> symbols.pick('○', '-');
    };
  }

  private static Tone tone(Standing standing) {
    return switch (standing) {
      case HOLDS -> Tone.GOOD;
      case VIOLATED -> Tone.BAD;
      case UNKNOWN -> Tone.UNSURE;
      case NOT_YET -> Tone.MUTED;
    };
  }
}
