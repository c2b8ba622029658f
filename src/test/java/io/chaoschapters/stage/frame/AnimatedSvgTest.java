package io.chaoschapters.stage.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chaoschapters.stage.frame.AnimatedSvg.Scene;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnimatedSvgTest {
  private static final Style PLAIN = Style.PLAIN;

  private static Frame frame(String first, String second) {
    Frame frame = new Frame(20, 2, PLAIN);
    write(frame, 0, first);
    write(frame, 1, second);
    return frame;
  }

  private static void write(Frame frame, int row, String text) {
    for (int column = 0; column < text.length(); column++) {
      frame.set(column, row, text.charAt(column), PLAIN);
    }
  }

  @Test
  void rowThatStays_isDrawnOnceAndDoesNotMove() {
    String svg =
        AnimatedSvg.of(
            List.of(
                new Scene(frame("title", "armed"), 3), new Scene(frame("title", "injected"), 1)));

    assertThat(svg).containsOnlyOnce("title").containsOnlyOnce("armed").contains("injected");
    assertThat(svg.substring(0, svg.indexOf("title"))).doesNotContain("<g ");
  }

  @Test
  void rowThatChanges_isSeenForItsTime() {
    String svg =
        AnimatedSvg.of(List.of(new Scene(frame("", "one"), 3), new Scene(frame("", "two"), 1)));

    assertThat(svg)
        .contains("animation:4.00s")
        .contains("k0{0.000%{visibility:visible}75.000%{visibility:hidden}}")
        .contains("k1{0.000%{visibility:hidden}75.000%{visibility:visible}}");
  }

  /** A viewer that does not move anything shows how it ended, not everything at once. */
  @Test
  void withoutMotion_theLastSceneIsSeen() {
    String svg =
        AnimatedSvg.of(List.of(new Scene(frame("", "one"), 3), new Scene(frame("", "two"), 1)));

    assertThat(svg).contains(".m{visibility:hidden}");
    assertThat(svg)
        .containsPattern("class=\"m\">\\s*<text[^>]*>one")
        .containsPattern("class=\"l\">\\s*<text[^>]*>two");
    assertThat(svg.indexOf("@media (prefers-reduced-motion:no-preference)"))
        .isLessThan(svg.indexOf("@keyframes"));
  }

  @Test
  void noScene_isRefused() {
    assertThatThrownBy(() -> AnimatedSvg.of(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
