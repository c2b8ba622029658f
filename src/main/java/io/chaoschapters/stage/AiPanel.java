package io.chaoschapters.stage;

import io.chaoschapters.subject.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The diagnoser's answer: as it streams in, then what it names and why. */
final class AiPanel {
  /** Rows that the reasons of an answer need at least. */
  private static final int REASON_ROWS = 5;

  private AiPanel() {}

  static void draw(Canvas canvas, Scene scene) {
    DiagnosisState diagnosis = scene.state().diagnosis();
    switch (diagnosis.phase()) {
      case NONE -> canvas.text(0, 0, "not asked in this chapter yet", Tone.MUTED);
      case ASKED -> asked(canvas, diagnosis, scene);
      case ANSWERED, REJECTED -> answered(canvas, diagnosis, scene);
    }
  }

  private static void asked(Canvas canvas, DiagnosisState diagnosis, Scene scene) {
    String clock = Numbers.plain(Math.floor(Math.max(0, scene.now() - diagnosis.since())));
    String who = diagnosis.diagnoser().isEmpty() ? "the diagnoser" : diagnosis.diagnoser();
    canvas.text(0, 0, "asking " + who + " …  " + clock + " s", Tone.ANSWER);
    Lines.tail(canvas, 1, TextLayout.wrapLines(diagnosis.text(), canvas.width()), Tone.TEXT);
  }

  private static void answered(Canvas canvas, DiagnosisState diagnosis, Scene scene) {
    int y = headline(canvas, diagnosis);
    y = expected(canvas, y, diagnosis, scene.state().review());
    List<String> lines = new ArrayList<>();
    String others = String.join("; ", scene.state().sideAnswers().lines());
    add(lines, others.isEmpty() ? "" : "Also asked: ", others, canvas.width());
    add(lines, "", diagnosis.mechanism(), canvas.width());
    add(lines, "Do: ", diagnosis.advice(), canvas.width());
    add(lines, "Or: ", diagnosis.alternatives(), canvas.width());
    if (diagnosis.mechanism().isEmpty()) {
      add(lines, "", diagnosis.text(), canvas.width());
    }
    String by = (diagnosis.diagnoser() + " " + diagnosis.version()).strip();
    add(lines, "by ", by, canvas.width());
    Lines.head(canvas, y, lines, Tone.TEXT, "; 5 shows more");
  }

  /** Says whether it is what the chapter expects, when that is known. Returns the row beneath. */
  private static int expected(Canvas canvas, int y, DiagnosisState diagnosis, Review review) {
    if (review.isOpen() && review.fits()) {
      String sign = canvas.symbols().pick("✓", "+");
      canvas.text(0, y, sign + " what this chapter expects", Tone.GOOD);
      return y + 1;
    }
    boolean rejected = diagnosis.phase() == DiagnosisState.Phase.REJECTED;
    if (rejected || review.isOpen() && !review.expected().isEmpty()) {
      String sign = canvas.symbols().pick("✗", "x");
      canvas.text(0, y, sign + " not what this chapter expects", Tone.BAD);
      return y + 1;
    }
    return y;
  }

  /**
   * What it names: in big letters where there is room for them and for the reasons too; then in
   * small ones, with how sure it is beside it or beneath. Returns the row beneath.
   */
  private static int headline(Canvas canvas, DiagnosisState diagnosis) {
    String words = diagnosis.headline().toUpperCase(Locale.ROOT);
    List<String> rows = bigRows(words, canvas);
    for (int i = 0; i < rows.size(); i++) {
      BigLetters.drawHalf(canvas, 0, i * BigLetters.HALF_ROWS, rows.get(i), Tone.ANSWER);
    }
    int y = rows.size() * BigLetters.HALF_ROWS;
    int column = canvas.text(0, y, verdict(diagnosis) + "  ", Tone.MUTED);
    column = canvas.text(column, y, words, Tone.ANSWER) + 2;
    String facts = facts(diagnosis);
    boolean beside = column + TextLayout.width(facts) <= canvas.width();
    canvas.text(beside ? column : 0, beside ? y : y + 1, facts, Tone.TEXT);
    return beside ? y + 1 : y + 2;
  }

  /** One row or a row a word; none when it does not fit. */
  private static List<String> bigRows(String words, Canvas canvas) {
    if (canvas.symbols() == Symbols.ASCII || !BigLetters.canDraw(words)) {
      return List.of();
    }
    for (List<String> rows : List.of(List.of(words), List.of(words.split(" ")))) {
      boolean wide = rows.stream().allMatch(row -> BigLetters.dots(row) <= canvas.width());
      if (wide && rows.size() * BigLetters.HALF_ROWS + REASON_ROWS <= canvas.height()) {
        return rows;
      }
    }
    return List.of();
  }

  private static String verdict(DiagnosisState diagnosis) {
    return diagnosis.term().isEmpty() ? "ANSWER" : diagnosis.verdict().toUpperCase(Locale.ROOT);
  }

  private static String facts(DiagnosisState diagnosis) {
    List<String> facts = new ArrayList<>();
    if (!diagnosis.component().isEmpty()) {
      facts.add("at " + diagnosis.component());
    }
    if (!Double.isNaN(diagnosis.confidence())) {
      facts.add("confidence " + Numbers.plain(Math.rint(diagnosis.confidence() * 100)) + " %");
    }
    if (!Double.isNaN(diagnosis.seconds())) {
      facts.add("in " + Quantity.words(diagnosis.seconds(), "s"));
    }
    return String.join(", ", facts);
  }

  private static void add(List<String> lines, String prefix, String text, int width) {
    if (!text.isEmpty()) {
      lines.addAll(TextLayout.wrap(prefix + text, width));
    }
  }
}
