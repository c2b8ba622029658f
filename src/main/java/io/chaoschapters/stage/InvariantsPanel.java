package io.chaoschapters.stage;

import io.chaoschapters.stage.InvariantView.Standing;
import java.util.Comparator;
import java.util.List;

/** What should hold: sign and word, the statement, and what was measured against the bound. */
final class InvariantsPanel {
  private static final int STANDING_COLUMNS = 12;

  private InvariantsPanel() {}

  static void draw(Canvas canvas, Scene scene) {
    List<InvariantView> invariants = scene.state().vitals().invariants();
    if (invariants.isEmpty()) {
      canvas.text(0, 0, "no invariant was checked yet", Tone.MUTED);
      return;
    }
    boolean stale = scene.observationAge().isUnknown();
    int rows = invariants.size() * 2 <= canvas.height() ? 2 : 1;
    int room = canvas.height() / rows;
    List<InvariantView> ordered = invariants.size() <= room ? invariants : worstFirst(invariants);
    int shown = ordered.size() <= room ? ordered.size() : room - 1;
    for (int i = 0; i < shown; i++) {
      Canvas part = canvas.part(0, i * rows, canvas.width(), rows);
      draw(part, ordered.get(i), scene, stale);
    }
    if (shown < ordered.size()) {
      String more = "… %d more; 3 shows all".formatted(ordered.size() - shown);
      canvas.text(0, shown * rows, more, Tone.WARN);
    }
  }

  private static List<InvariantView> worstFirst(List<InvariantView> invariants) {
    return invariants.stream()
        .sorted(Comparator.comparing(i -> i.standing() == Standing.HOLDS ? 1 : 0))
        .toList();
  }

  private static void draw(Canvas canvas, InvariantView invariant, Scene scene, boolean stale) {
    Standing standing = stale ? Standing.UNKNOWN : invariant.standing();
    Tone tone = tone(standing);
    canvas.text(0, 0, sign(standing, canvas.symbols()) + " " + standing.word(), tone);
    Tone loud = standing == Standing.VIOLATED ? Tone.STRONG : Tone.TEXT;
    boolean remembers = standing == Standing.HOLDS && !Double.isNaN(invariant.worst());
    String measured = stale ? "no fresh observation" : measured(invariant, true);
    if (canvas.height() == 1) {
      // A name that fits says more than a statement that is cut off.
      int column = canvas.text(STANDING_COLUMNS, 0, name(invariant) + "  ", loud);
      boolean fits = column + TextLayout.width(measured) <= canvas.width();
      String shown = fits || stale ? measured : measured(invariant, false);
      canvas.text(column, 0, shown, remembers ? Tone.WARN : aside(standing));
      return;
    }
    boolean whole = STANDING_COLUMNS + TextLayout.width(invariant.statement()) <= canvas.width();
    canvas.text(STANDING_COLUMNS, 0, whole ? invariant.statement() : name(invariant), loud);
    int column = canvas.text(STANDING_COLUMNS, 1, measured, remembers ? Tone.WARN : tone);
    if (standing == Standing.VIOLATED) {
      canvas.text(column, 1, "  since " + scene.eventAge(invariant.since()), Tone.MUTED);
    }
  }

  private static String name(InvariantView invariant) {
    return invariant.id().replace('-', ' ');
  }

  private static Tone aside(Standing standing) {
    return standing == Standing.VIOLATED ? Tone.BAD : Tone.MUTED;
  }

  /** The value and its bound; what it was at its worst, too, when that is over. */
  private static String measured(InvariantView invariant, boolean withUnit) {
    if (Double.isNaN(invariant.measured())) {
      if (invariant.why().isEmpty()) {
        return "not measured yet";
      }
      return invariant.standing() == Standing.NOT_YET
          ? invariant.why()
          : "not known: " + invariant.why();
    }
    String unit = invariant.unit();
    String value =
        withUnit ? Quantity.words(invariant.measured(), unit) : plain(invariant.measured(), unit);
    boolean over = !Double.isNaN(invariant.worst()) && invariant.worst() != invariant.measured();
    String words = value;
    if (over) {
      // Where there is no room for both, what was wrong says more than that it is right again.
      String was = "was " + plain(invariant.worst(), unit);
      words = withUnit ? was + ", now " + value : was;
    }
    String bound = invariant.bound() + (unit.equals("s") ? " s" : "");
    return invariant.bound().isEmpty() ? words : words + ", " + bound;
  }

  private static String plain(double value, String unit) {
    return Quantity.bare(value, unit) + (unit.equals("s") && Math.abs(value) >= 1 ? " s" : "");
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
