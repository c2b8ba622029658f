package io.chaoschapters.stage;

import io.chaoschapters.subject.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The diagnoser's answer: as it streams in, then what it names and why. */
final class AiPanel {
  private AiPanel() {}

  static void draw(Canvas canvas, Scene scene) {
    DiagnosisState diagnosis = scene.state().diagnosis();
    switch (diagnosis.phase()) {
      case NONE -> canvas.text(0, 0, "not asked in this chapter", Tone.MUTED);
      case ASKED -> asked(canvas, diagnosis, scene);
      case ANSWERED, REJECTED -> answered(canvas, diagnosis);
    }
  }

  private static void asked(Canvas canvas, DiagnosisState diagnosis, Scene scene) {
    String clock = Numbers.plain(Math.floor(Math.max(0, scene.now() - diagnosis.since())));
    String who = diagnosis.diagnoser().isEmpty() ? "the diagnoser" : diagnosis.diagnoser();
    canvas.text(0, 0, "asking " + who + " …  " + clock + " s", Tone.ANSWER);
    Lines.tail(canvas, 1, TextLayout.wrapLines(diagnosis.text(), canvas.width()), Tone.TEXT);
  }

  private static void answered(Canvas canvas, DiagnosisState diagnosis) {
    int column = canvas.text(0, 0, verdict(diagnosis) + "  ", Tone.MUTED);
    canvas.text(column, 0, diagnosis.headline().toUpperCase(Locale.ROOT), Tone.ANSWER);
    int y = 1;
    if (diagnosis.phase() == DiagnosisState.Phase.REJECTED) {
      String sign = canvas.symbols().pick("✗", "x");
      canvas.text(0, y++, sign + " not what this chapter expects", Tone.BAD);
    }
    canvas.text(0, y++, facts(diagnosis), Tone.TEXT);
    List<String> lines = new ArrayList<>();
    add(lines, "", diagnosis.mechanism(), canvas.width());
    add(lines, "Do: ", diagnosis.advice(), canvas.width());
    add(lines, "Or: ", diagnosis.alternatives(), canvas.width());
    if (diagnosis.mechanism().isEmpty()) {
      add(lines, "", diagnosis.text(), canvas.width());
    }
    Lines.head(canvas, y, lines, Tone.TEXT, "; 5 shows more");
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
      facts.add("confidence " + Numbers.plain(diagnosis.confidence()));
    }
    if (!Double.isNaN(diagnosis.seconds())) {
      facts.add("in " + Numbers.plain(diagnosis.seconds()) + " s");
    }
    facts.add("by " + (diagnosis.diagnoser() + " " + diagnosis.version()).strip());
    return String.join(", ", facts);
  }

  private static void add(List<String> lines, String prefix, String text, int width) {
    if (!text.isEmpty()) {
      lines.addAll(TextLayout.wrap(prefix + text, width));
    }
  }
}
