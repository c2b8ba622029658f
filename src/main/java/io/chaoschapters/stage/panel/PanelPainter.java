package io.chaoschapters.stage.panel;

import io.chaoschapters.stage.frame.Canvas;
import io.chaoschapters.stage.frame.Tone;
import io.chaoschapters.stage.status.DataAge;
import io.chaoschapters.stage.status.DataAge.Freshness;
import io.chaoschapters.stage.text.TextLayout;
import org.apiguardian.api.API;

/** Draws a panel: its head with the age of its data, then what is in it. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class PanelPainter {
  private static final int LEFT = 1;
  private static final int LEAST_HINT = 6;

  private PanelPainter() {}

  /** Draws it, where there is room for a head and a row. */
  public static void draw(Canvas canvas, Panel panel, Scene scene) {
    if (canvas.height() < 2 || canvas.width() < 8) {
      return;
    }
    DataAge age = scene.observationAge();
    boolean old = panel.isObserved() && age.freshness() != Freshness.FRESH;
    boolean stale = panel.isObserved() && age.freshness() == Freshness.STALE;
    String words = panel.isObserved() ? age.words() : scene.eventAge(panel.newsAt(scene));
    head(canvas, panel, scene, words, stale);
    Canvas inside = canvas.part(LEFT, 1, canvas.width() - 2 * LEFT, canvas.height() - 1);
    panel.draw(old ? inside.dim() : inside, scene);
  }

  private static void head(Canvas canvas, Panel panel, Scene scene, String age, boolean stale) {
    String line = canvas.symbols().pick("─", "-");
    canvas.text(0, 0, line.repeat(canvas.width()), Tone.RULE);
    int column = canvas.text(2, 0, " " + Panels.key(panel) + " ", Tone.MUTED);
    column = canvas.text(column, 0, panel.title() + " ", Tone.STRONG);
    int ageWidth = age.isEmpty() ? 0 : age.length() + 4;
    int room = canvas.width() - column - ageWidth - 3;
    String hint = room > LEAST_HINT ? panel.hint(scene, room - 2) : "";
    if (!hint.isEmpty()) {
      String fitting = TextLayout.fit(hint, room - 2, canvas.symbols());
      canvas.text(column, 0, " " + fitting + " ", Tone.TEXT);
    }
    if (!age.isEmpty()) {
      canvas
          .part(canvas.width() - ageWidth, 0, ageWidth, 1)
          .text(0, 0, " " + age + " ", stale ? Tone.LABEL : Tone.MUTED);
    }
  }
}
