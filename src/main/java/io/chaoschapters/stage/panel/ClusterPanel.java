package io.chaoschapters.stage.panel;

import io.chaoschapters.run.RunEvent;
import io.chaoschapters.run.view.ComponentView;
import io.chaoschapters.stage.frame.Canvas;
import io.chaoschapters.stage.frame.Tone;
import io.chaoschapters.stage.text.Symbols;
import io.chaoschapters.stage.text.TextLayout;
import io.chaoschapters.subject.Health;
import io.chaoschapters.text.RootLocale;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A row a component: health as sign and word, id, role, and what more there is to say. */
final class ClusterPanel implements Panel {
  private static final int HEALTH_COLUMNS = 12;

  @Override
  public String title() {
    return "CLUSTER";
  }

  @Override
  public boolean isObserved() {
    return true;
  }

  /** Always says that a stand-in runs, if need be without its name. */
  @Override
  public String hint(Scene scene, int columns) {
    RunEvent.Started started = scene.run().facts().started();
    String runtime = started == null ? "" : started.runtime();
    String standIn = scene.run().facts().standIn().orElse("");
    if (standIn.isEmpty()) {
      return runtime;
    }
    String whole = runtime + ", stand-in: " + standIn;
    return TextLayout.width(whole) <= columns ? whole : runtime + ", stand-in";
  }

  @Override
  public void draw(Canvas canvas, Scene scene) {
    List<ComponentView> components = scene.run().observed().components();
    if (components.isEmpty()) {
      canvas.text(0, 0, "no component was seen yet", Tone.MUTED);
      return;
    }
    boolean unknown = scene.observationAge().isUnknown();
    int ids = components.stream().mapToInt(c -> TextLayout.width(c.id())).max().orElse(0);
    int room = canvas.height();
    int shown = components.size() <= room ? components.size() : room - 1;
    for (int i = 0; i < shown; i++) {
      row(canvas.part(0, i, canvas.width(), 1), components.get(i), ids, scene, unknown);
    }
    if (shown < components.size()) {
      long bad = components.stream().skip(shown).filter(c -> c.health() != Health.SERVING).count();
      canvas.text(
          0,
          shown,
          RootLocale.format(
              "… %d more, %d of them not serving; 2 shows all", components.size() - shown, bad),
          Tone.WARN);
    }
  }

  private static void row(Canvas row, ComponentView c, int ids, Scene scene, boolean unknown) {
    Health health = unknown ? Health.UNKNOWN : c.health();
    char sign = sign(health, row.symbols());
    row.text(0, 0, sign + " " + health.name(), tone(health));
    int column = row.text(HEALTH_COLUMNS, 0, c.id(), Tone.STRONG);
    column = Math.max(column, HEALTH_COLUMNS + ids) + 2;
    String all = words(c, c.seen().role(), scene, unknown);
    boolean fits = column + TextLayout.width(all) <= row.width();
    // Where there is no room for all, what is wrong says more than the role.
    row.text(column, 0, fits ? all : words(c, "", scene, unknown), Tone.TEXT);
  }

  private static String words(ComponentView c, String role, Scene scene, boolean unknown) {
    if (unknown) {
      return "was " + c.health().name().toLowerCase(Locale.ROOT);
    }
    String last =
        c.health() == Health.SERVING || Double.isNaN(c.lastServing())
            ? ""
            : "served " + scene.eventAge(c.lastServing());
    String wording = c.health() == Health.SERVING ? null : c.seen().wording();
    return String.join(
        "  ",
        Stream.of(wording, last, role, c.seen().detail())
            .filter(part -> part != null && !part.isEmpty())
            .toList());
  }

  private static char sign(Health health, Symbols symbols) {
    return switch (health) {
      case SERVING -> symbols.pick('●', 'o');
      case DEGRADED -> symbols.pick('▲', '!');
      case REFUSING -> symbols.pick('✗', 'x');
      case SILENT -> symbols.pick('○', '-');
      case UNKNOWN -> '?';
    };
  }

  private static Tone tone(Health health) {
    return switch (health) {
      case SERVING -> Tone.GOOD;
      case DEGRADED -> Tone.WARN;
      case REFUSING, SILENT -> Tone.BAD;
      case UNKNOWN -> Tone.UNSURE;
    };
  }
}
