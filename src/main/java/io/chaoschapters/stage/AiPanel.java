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
    SideAnswers others = scene.state().sideAnswers();
    Review review = scene.state().review();
    int y = headline(canvas, diagnosis);
    if (review.isOpen() && review.fits()) {
      String sign = canvas.symbols().pick("✓", "+");
      canvas.text(0, y++, sign + " what this chapter expects", Tone.GOOD);
    } else if (diagnosis.phase() == DiagnosisState.Phase.REJECTED
        || review.isOpen() && !review.expected().isEmpty()) {
      String sign = canvas.symbols().pick("✗", "x");
      canvas.text(0, y++, sign + " not what this chapter expects", Tone.BAD);
    }
    String facts = facts(diagnosis);
    String by = "by " + (diagnosis.diagnoser() + " " + diagnosis.version()).strip();
    boolean oneLine = TextLayout.width(facts + ", " + by) <= canvas.width();
    canvas.text(0, y++, oneLine ? facts + ", " + by : facts, Tone.TEXT);
    List<String> lines = new ArrayList<>();
    add(lines, "Also asked: ", String.join("; ", others.lines()), canvas.width());
    add(lines, "", diagnosis.mechanism(), canvas.width());
    add(lines, "Do: ", diagnosis.advice(), canvas.width());
    add(lines, "Or: ", diagnosis.alternatives(), canvas.width());
    if (diagnosis.mechanism().isEmpty()) {
      add(lines, "", diagnosis.text(), canvas.width());
    }
    if (!oneLine) {
      add(lines, "", by, canvas.width());
    }
    Lines.head(canvas, y, lines, Tone.TEXT, "; 5 shows more");
  }

  /** What it names: in big letters where there is room for them and for the reasons too. */
  private static int headline(Canvas canvas, DiagnosisState diagnosis) {
    String words = diagnosis.headline().toUpperCase(Locale.ROOT);
    List<String> rows = bigRows(words, canvas);
    if (rows.isEmpty()) {
      int column = canvas.text(0, 0, verdict(diagnosis) + "  ", Tone.MUTED);
      canvas.text(column, 0, words, Tone.ANSWER);
      return 1;
    }
    for (int i = 0; i < rows.size(); i++) {
      BigLetters.drawHalf(canvas, 0, i * BigLetters.HALF_ROWS, rows.get(i), Tone.ANSWER);
    }
    int y = rows.size() * BigLetters.HALF_ROWS;
    int column = canvas.text(0, y, verdict(diagnosis) + "  ", Tone.MUTED);
    canvas.text(column, y, words, Tone.ANSWER);
    return y + 1;
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
