package io.chaoschapters.stage;

import io.chaoschapters.stage.DataAge.Freshness;

/** Draws a panel: its head with the age of its data, then what is in it. */
final class PanelPainter {
  private static final int LEFT = 1;
  private static final String STAND_IN = ", stand-in: ";

  private PanelPainter() {}

  static void draw(Canvas canvas, Panel panel, Scene scene) {
    if (canvas.height() < 2 || canvas.width() < 8) {
      return;
    }
    boolean observed = isObserved(panel);
    DataAge age = scene.observationAge();
    boolean old = observed && age.freshness() != Freshness.FRESH;
    String words = observed ? age.words() : eventAge(panel, scene);
    head(canvas, panel, hint(panel, scene), words, observed && age.freshness() == Freshness.STALE);
    Canvas inside = canvas.part(LEFT, 1, canvas.width() - 2 * LEFT, canvas.height() - 1);
    paint(old ? inside.dim() : inside, panel, scene);
  }

  private static void paint(Canvas inside, Panel panel, Scene scene) {
    switch (panel) {
      case CHAPTER -> ChapterPanel.draw(inside, scene);
      case CLUSTER -> ClusterPanel.draw(inside, scene);
      case INVARIANTS -> InvariantsPanel.draw(inside, scene);
      case METRICS -> MetricsPanel.draw(inside, scene);
      case AI -> AiPanel.draw(inside, scene);
      case LOG -> LogPanel.draw(inside, scene);
      case STATUS -> StatusBar.draw(inside, scene);
    }
  }

  private static boolean isObserved(Panel panel) {
    return panel == Panel.CLUSTER || panel == Panel.INVARIANTS || panel == Panel.METRICS;
  }

  private static String eventAge(Panel panel, Scene scene) {
    StageState state = scene.state();
    return switch (panel) {
      case AI -> scene.eventAge(state.diagnosis().since());
      case LOG -> {
        var lines = state.log().lines();
        yield scene.eventAge(lines.isEmpty() ? Double.NaN : lines.get(lines.size() - 1).at());
      }
      default -> "";
    };
  }

  private static String hint(Panel panel, Scene scene) {
    RunInfo run = scene.state().run();
    return switch (panel) {
      case CHAPTER -> chapterHint(scene);
      case CLUSTER -> run.runtime() + (run.standIn().isEmpty() ? "" : STAND_IN + run.standIn());
      case AI -> {
        String asked = scene.state().diagnosis().diagnoser();
        yield asked.isEmpty() ? run.diagnoser() : asked;
      }
      default -> "";
    };
  }

  private static String chapterHint(Scene scene) {
    ChapterInfo chapter = scene.chapter();
    if (chapter.number() == 0) {
      return "";
    }
    String place = chapter.number() + " of " + Math.max(chapter.number(), chapter.count());
    boolean back = !chapter.name().equals(scene.state().playbill().current().name());
    return back ? place + ", turned back" : place;
  }

  private static void head(Canvas canvas, Panel panel, String hint, String age, boolean stale) {
    String line = canvas.symbols().pick("─", "-");
    canvas.text(0, 0, line.repeat(canvas.width()), Tone.RULE);
    int column = canvas.text(2, 0, " " + panel.key() + " ", Tone.MUTED);
    column = canvas.text(column, 0, panel.title() + " ", Tone.STRONG);
    int ageWidth = age.isEmpty() ? 0 : age.length() + 4;
    int room = canvas.width() - column - ageWidth - 3;
    if (!hint.isEmpty() && room > 6) {
      canvas.text(column, 0, " " + fitted(hint, room - 2, canvas.symbols()) + " ", Tone.TEXT);
    }
    if (!age.isEmpty()) {
      canvas
          .part(canvas.width() - ageWidth, 0, ageWidth, 1)
          .text(0, 0, " " + age + " ", stale ? Tone.LABEL : Tone.MUTED);
    }
  }

  /** That something stands in for another is said whole, if need be without what it is. */
  private static String fitted(String hint, int columns, Symbols symbols) {
    int standIn = hint.indexOf(STAND_IN);
    boolean cut = standIn >= 0 && TextLayout.width(hint) > columns;
    String shown = cut ? hint.substring(0, standIn + STAND_IN.length() - 2) : hint;
    return TextLayout.fit(shown, columns, symbols);
  }
}
