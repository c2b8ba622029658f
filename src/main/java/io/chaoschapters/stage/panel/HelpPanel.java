package io.chaoschapters.stage.panel;

import io.chaoschapters.stage.frame.Canvas;
import io.chaoschapters.stage.frame.Tone;
import java.util.List;
import org.apiguardian.api.API;

/** Every key and what it does. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class HelpPanel {
  private static final int DOES_COLUMN = 24;

  private HelpPanel() {}

  public static void draw(Canvas canvas) {
    canvas.text(0, 0, canvas.symbols().pick("─", "-").repeat(canvas.width()), Tone.RULE);
    canvas.text(2, 0, " KEYS ", Tone.STRONG);
    canvas.textRight(0, " ? closes ", Tone.MUTED);
    List<KeyHint> hints = KeyHint.ALL;
    for (int i = 0; i < hints.size() && i + 1 < canvas.height(); i++) {
      canvas.text(1, i + 1, hints.get(i).key(), Tone.KEY);
      canvas.text(DOES_COLUMN, i + 1, hints.get(i).does(), Tone.TEXT);
    }
  }
}
