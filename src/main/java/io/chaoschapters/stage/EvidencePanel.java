package io.chaoschapters.stage;

import io.chaoschapters.text.RootLocale;
import java.util.ArrayList;
import java.util.List;

/** What the diagnoser was shown and asked, word for word, as far down as it was scrolled. */
final class EvidencePanel {
  private EvidencePanel() {}

  static void draw(Canvas canvas, Scene scene) {
    DiagnosisState diagnosis = scene.state().diagnosis();
    List<String> lines = new ArrayList<>();
    section(lines, "EVIDENCE", diagnosis.evidence(), canvas.width() - 2);
    section(lines, "PROMPT", diagnosis.prompt(), canvas.width() - 2);
    section(lines, "ANSWER", diagnosis.text(), canvas.width() - 2);
    int room = canvas.height() - 1;
    int from = Math.max(0, Math.min(scene.view().scroll(), lines.size() - room));
    int to = Math.min(lines.size(), from + room);
    canvas.text(0, 0, canvas.symbols().pick("─", "-").repeat(canvas.width()), Tone.RULE);
    canvas.text(2, 0, " THE EVIDENCE AND THE PROMPT ", Tone.STRONG);
    String place = " lines %d to %d of %d, ↑ ↓ scroll, e closes ";
    canvas.textRight(0, RootLocale.format(place, from + 1, to, lines.size()), Tone.MUTED);
    for (int i = from; i < to; i++) {
      String line = lines.get(i);
      canvas.text(1, 1 + i - from, line, isHead(line) ? Tone.STRONG : Tone.TEXT);
    }
  }

  private static boolean isHead(String line) {
    return line.equals("EVIDENCE") || line.equals("PROMPT") || line.equals("ANSWER");
  }

  private static void section(List<String> lines, String head, String text, int width) {
    lines.add(head);
    lines.addAll(TextLayout.wrapLines(text.isEmpty() ? "none in this chapter yet" : text, width));
    lines.add("");
  }
}
