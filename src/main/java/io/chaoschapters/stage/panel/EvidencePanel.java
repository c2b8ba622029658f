package io.chaoschapters.stage.panel;

import io.chaoschapters.run.view.DiagnosisView;
import io.chaoschapters.stage.frame.Canvas;
import io.chaoschapters.stage.frame.Tone;
import io.chaoschapters.stage.text.TextLayout;
import io.chaoschapters.text.RootLocale;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/** What the diagnoser was shown and asked, word for word, as far down as it was scrolled. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class EvidencePanel {
  private EvidencePanel() {}

  private record Line(String text, Tone tone) {}

  public static void draw(Canvas canvas, Scene scene) {
    Optional<DiagnosisView> diagnosis = scene.diagnosis();
    List<Line> lines = new ArrayList<>();
    section(lines, "EVIDENCE", diagnosis.map(d -> d.asked().evidence()), canvas.width() - 2);
    section(lines, "PROMPT", diagnosis.map(EvidencePanel::prompt), canvas.width() - 2);
    section(lines, "ANSWER", diagnosis.map(EvidencePanel::answer), canvas.width() - 2);
    int room = canvas.height() - 1;
    int from = Math.max(0, Math.min(scene.view().scroll(), lines.size() - room));
    int to = Math.min(lines.size(), from + room);
    canvas.text(0, 0, canvas.symbols().pick("─", "-").repeat(canvas.width()), Tone.RULE);
    canvas.text(2, 0, " THE EVIDENCE AND THE PROMPT ", Tone.STRONG);
    String place = " lines %d to %d of %d, ↑ ↓ scroll, e closes ";
    canvas.textRight(0, RootLocale.format(place, from + 1, to, lines.size()), Tone.MUTED);
    for (int i = from; i < to; i++) {
      canvas.text(1, 1 + i - from, lines.get(i).text(), lines.get(i).tone());
    }
  }

  /** A diagnoser makes its own prompt, and says what it was with its answer. */
  private static String prompt(DiagnosisView diagnosis) {
    return diagnosis.answer() == null ? "told with the answer" : diagnosis.answer().prompt();
  }

  /** As it came, or as much of it as has come. */
  private static String answer(DiagnosisView diagnosis) {
    return diagnosis.answer() == null ? diagnosis.text() : diagnosis.answer().answer();
  }

  private static void section(List<Line> lines, String head, Optional<String> text, int width) {
    lines.add(new Line(head, Tone.STRONG));
    String shown = text.filter(t -> !t.isEmpty()).orElse("none in this chapter yet");
    TextLayout.wrapLines(shown, width).forEach(line -> lines.add(new Line(line, Tone.TEXT)));
    lines.add(new Line("", Tone.TEXT));
  }
}
