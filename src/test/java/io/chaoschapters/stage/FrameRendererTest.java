package io.chaoschapters.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.journal.EventType;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class FrameRendererTest {
  private static final Theme DARK = new Theme(Palette.DARK, Symbols.UNICODE);

  static Stream<int[]> sizes() {
    return Stream.of(80, 81, 99, 100, 119, 120, 159, 200, 250)
        .flatMap(columns -> Stream.of(24, 30, 39, 40, 60).map(rows -> new int[] {columns, rows}));
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void statusWord_isNeverClipped(int[] size) {
    Map<StatusWord, StageState> shows =
        Map.of(
            StatusWord.NORMAL, Shows.state(Shows.normal()),
            StatusWord.INJECTING, Shows.state(Shows.injecting()),
            StatusWord.RECOVERING, Shows.state(Shows.recovering()),
            StatusWord.UNKNOWN, Shows.state(Shows.started()));
    shows.forEach(
        (word, state) -> {
          Frame frame =
              FrameRenderer.draw(
                  state, ViewState.initial(), size[0], size[1], DARK, state.at() + 0.1);
          int expected = inkOf(word.sign(Symbols.UNICODE) + word.name());
          assertThat(inkOnTop(frame, StatusBar.rows(size[1]) - 1) % expected).isZero();
          assertThat(inkOnTop(frame, StatusBar.rows(size[1]) - 1)).isPositive();
        });
  }

  /** Dots of the big letters, however many columns or half rows one takes. */
  private static int inkOnTop(Frame frame, int rows) {
    boolean half = rows == 3;
    int dots = 0;
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < frame.width(); column++) {
        dots +=
            switch (frame.characterAt(column, row)) {
              case '█' -> half ? 2 : 1;
              case '▀', '▄' -> 1;
              default -> 0;
            };
      }
    }
    return dots;
  }

  private static int inkOf(String word) {
    Frame wide = new Frame(100, 5, Style.PLAIN);
    BigLetters.draw(Canvas.over(wide, DARK), 0, 0, word, 1, Tone.TEXT);
    return inkOnTop(wide, 5);
  }

  @ParameterizedTest
  @EnumSource(Palette.class)
  void everyFrame_holdsDrawableCharactersOnly(Palette palette) {
    String hostile = "x\u001b[2J \ud83d\ude00 日本 \u202e é ✓ " + "long ".repeat(200);
    Script script = Shows.review();
    script.event(EventType.NOTE, "text", hostile);
    script.event(
        EventType.OBSERVED,
        "components",
        List.of(Map.of("id", hostile, "role", hostile, "health", "SERVING", "detail", hostile)));
    for (Symbols symbols : Symbols.values()) {
      Frame frame =
          FrameRenderer.draw(
              Shows.state(script), ViewState.initial(), 140, 40, new Theme(palette, symbols), 28);
      assertThat(frame.text().chars())
          .allMatch(c -> c == '\n' || !Character.isISOControl(c))
          .noneMatch(c -> c >= 0xd800 && c <= 0xdfff)
          .allMatch(c -> symbols == Symbols.UNICODE || c == '\n' || c >= ' ' && c < 0x7f);
    }
  }

  @Test
  void overshoot_standsAboveTheScaleWithAnArrow() {
    Script script = Shows.normal();
    Shows.observe(script.at(21), 1000, 3, 0.2, "SERVING");
    String panel = panel(script, Panel.METRICS, 21.2);

    assertThat(panel).contains("1000 customers  ▲ over limit 100");
    assertThat(panel.lines().filter(line -> line.endsWith("▲")).count()).isEqualTo(1);
    assertThat(panel).contains("┄┄┄┄┄┄┄┄");
  }

  @Test
  void missedPolls_leaveAGapInTheChart() {
    String fresh = panel(Shows.normal(), Panel.METRICS, 20.2);
    String late = panel(Shows.normal(), Panel.METRICS, 30.2);

    assertThat(lastBar(late)).isPositive().isEqualTo(lastBar(fresh) - 10);
  }

  /** The column of the newest bar in the first row that has one. */
  private static int lastBar(String panel) {
    return panel
        .lines()
        .map(line -> line.replaceAll("[▁-█]", "#").lastIndexOf('#'))
        .filter(column -> column >= 0)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void staleData_isNeitherServingNorHolding() {
    StageState state = Shows.state(Shows.normal());
    Frame frame = FrameRenderer.draw(state, ViewState.initial(), 120, 36, DARK, 27.5);

    assertThat(frame.text()).contains("STALE 7 s").contains("was serving");
    assertThat(frame.text()).doesNotContain("SERVING").doesNotContain("HOLDS");
    assertThat(styles(frame)).doesNotContain(DARK.style(Tone.GOOD));
  }

  private static List<Style> styles(Frame frame) {
    return java.util.stream.IntStream.range(0, frame.width() * frame.height())
        .mapToObj(i -> frame.styleAt(i % frame.width(), i / frame.width()))
        .distinct()
        .toList();
  }

  @Test
  void veryLongNarration_isReadPageByPage() {
    StringBuilder narration = new StringBuilder();
    for (int word = 0; narration.length() < 5_000; word++) {
      narration.append("word").append(word).append(' ');
    }
    Script script = new Script().chapter("01-long");
    script.event(EventType.CHAPTER_SCHEDULED, "number", 1, "title", "Long", "narration", narration);
    StageState state = Shows.state(script);
    ViewState view = ViewState.initial();
    int pages = FrameRenderer.narrationPages(state, view, 80, 24);
    StringBuilder seen = new StringBuilder();
    for (int page = 0; page < pages; page++) {
      seen.append(FrameRenderer.draw(state, view.withPage(page, 0), 80, 24, DARK, 0).text());
    }

    assertThat(pages).isBetween(5, 20);
    assertThat(List.of(seen.toString().split("\\s+")))
        .containsAll(List.of(narration.toString().split(" ")));
    assertThat(seen).contains("page 1 of " + pages);
  }

  @Test
  void moreComponentsThanRows_areCountedAndNotLost() {
    List<Map<String, String>> many =
        Stream.iterate(1, i -> i + 1)
            .limit(40)
            .map(i -> Map.of("id", "node-" + i, "health", i > 30 ? "SILENT" : "SERVING"))
            .toList();
    Script script = new Script().event(EventType.OBSERVED, "components", many);
    Frame frame = FrameRenderer.draw(Shows.state(script), ViewState.initial(), 120, 36, DARK, 0.5);

    assertThat(frame.text()).containsPattern("… [0-9]+ more, 10 of them not serving; 2 shows all");
  }

  @Test
  void narrationThatDoesNotFit_isAProblem() {
    assertThat(NarrationFit.problem("Short", "A line.\n\nAnother.")).isEmpty();
    assertThat(NarrationFit.problem("Long", "words ".repeat(300)).orElseThrow())
        .contains("'Long'")
        .contains("80 x 24");
    assertThat(NarrationFit.problem("t".repeat(90), "")).isPresent();
  }

  @Test
  void noColour_isMonochrome() {
    assertThat(Theme.of("dark", Symbols.UNICODE, Map.of("NO_COLOR", "1")).palette())
        .isEqualTo(Palette.MONOCHROME);
    assertThat(Theme.of("colour-blind", Symbols.UNICODE, Map.of("NO_COLOR", "")).palette())
        .isEqualTo(Palette.COLOUR_BLIND);
  }

  @Test
  void svg_holdsEveryRowAndEscapesText() {
    Script script = Shows.normal().event(EventType.NOTE, "text", "a < b & c");
    Frame frame = FrameRenderer.draw(Shows.state(script), ViewState.initial(), 120, 36, DARK, 20.5);

    assertThat(FrameSvg.of(frame)).startsWith("<svg ").contains("a &lt; b &amp; c");
  }

  private static String panel(Script script, Panel panel, double now) {
    return FrameRenderer.drawPanel(Shows.state(script), panel, 100, 20, DARK, now).text();
  }
}
