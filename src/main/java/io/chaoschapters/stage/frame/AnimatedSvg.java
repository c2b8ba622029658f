package io.chaoschapters.stage.frame;

import static io.chaoschapters.text.RootLocale.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A course of frames as one moving picture (SVG with CSS animations), over and over.
 *
 * <p>Each row is kept once for all the time in which it looks the same, which is what keeps the
 * file small. Who prefers reduced motion, and a viewer without animations, sees the last frame.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class AnimatedSvg {
  private final List<Scene> scenes;
  private final double seconds;

  /**
   * What is seen for a while.
   *
   * @param frame of the same size as all others
   * @param seconds for how long, more than 0
   */
  public record Scene(Frame frame, double seconds) {}

  private AnimatedSvg(List<Scene> scenes) {
    this.scenes = scenes;
    this.seconds = scenes.stream().mapToDouble(Scene::seconds).sum();
  }

  /**
   * The picture as a document of its own; it asks for nothing from the network.
   *
   * @throws IllegalArgumentException when there is no scene
   */
  public static String of(List<Scene> scenes) {
    if (scenes.isEmpty()) {
      throw new IllegalArgumentException("A moving picture needs at least one scene.");
    }
    return new AnimatedSvg(List.copyOf(scenes)).draw();
  }

  private String draw() {
    Frame first = scenes.get(0).frame();
    StringBuilder rules = new StringBuilder();
    StringBuilder rows = new StringBuilder();
    int moving = 0;
    for (int row = 0; row < first.height(); row++) {
      for (Map.Entry<String, List<Integer>> look : looks(row).entrySet()) {
        List<Integer> shown = look.getValue();
        if (look.getKey().isEmpty()) {
          continue;
        }
        if (shown.size() == scenes.size()) {
          rows.append(look.getKey());
          continue;
        }
        boolean last = shown.contains(scenes.size() - 1);
        rules.append(rule(moving, shown));
        rows.append(
            format(
                "<g id=\"r%d\" class=\"%s\">%n%s</g>%n", moving, last ? "l" : "m", look.getKey()));
        moving++;
      }
    }
    return FrameSvg.opening(first)
        + "<style>\n.m{visibility:hidden}\n@media (prefers-reduced-motion:no-preference){\n"
        + format("g{animation:%.2fs step-end infinite}%n", seconds)
        + rules
        + "}\n</style>\n"
        + FrameSvg.background(first)
        + rows
        + "</svg>\n";
  }

  /** Each look of a row, with the scenes in which the row looks like that. */
  private Map<String, List<Integer>> looks(int row) {
    Map<String, List<Integer>> looks = new LinkedHashMap<>();
    for (int i = 0; i < scenes.size(); i++) {
      looks
          .computeIfAbsent(FrameSvg.row(scenes.get(i).frame(), row), look -> new ArrayList<>())
          .add(i);
    }
    return looks;
  }

  private String rule(int moving, List<Integer> shown) {
    StringBuilder steps = new StringBuilder();
    double at = 0;
    @Nullable Boolean before = null;
    for (int i = 0; i < scenes.size(); i++) {
      boolean now = shown.contains(i);
      if (before == null || before != now) {
        steps.append(
            format("%.3f%%{visibility:%s}", 100 * at / seconds, now ? "visible" : "hidden"));
      }
      before = now;
      at += scenes.get(i).seconds();
    }
    return format("#r%d{animation-name:k%d}@keyframes k%d{%s}%n", moving, moving, moving, steps);
  }
}
