package io.chaoschapters.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.journal.EventType;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
  void limitAboveTheScale_raisesTheScaleSoThatNothingLooksOverIt() {
    Script script = Shows.normal().at(21);
    script.event(EventType.OBSERVED, "signals", Map.of("admitted", 400.0, "limit", 5000.0));
    String panel = panel(script, Panel.METRICS, 21.2);

    assertThat(panel).contains("400 customers  limit 5000").contains("0 to 10000");
    assertThat(panel).doesNotContain("▲");
  }

  @Test
  void faultBetweenTwoPolls_isMarkedAndHidesNothing() {
    Script script = Shows.normal();
    script.at(20.3).event(EventType.FAULT_INJECTED, "fault", "burst");
    script.at(20.4).event(EventType.FAULT_ENDED);
    Shows.observe(script.at(21), 290, 3, 0.2, "SERVING");
    Shows.observe(script.at(22), 40, 3, 0.2, "SERVING");
    for (int rows : new int[] {7, 20}) {
      List<String> lines =
          FrameRenderer.drawPanel(Shows.state(script), Panel.METRICS, 60, rows, DARK, 22.2)
              .text()
              .lines()
              .toList();
      int mark = lines.stream().mapToInt(line -> line.indexOf('┃')).max().orElse(-1);
      assertThat(mark).as("%d rows: %s", rows, lines).isPositive();
      assertThat(lines).anyMatch(line -> line.length() > mark + 1 && line.charAt(mark + 1) == '█');
    }
  }

  @Test
  void narrowInvariants_tellTheWorstValueAndTheBoundAsATable() {
    Script script = new Script().chapter("01-a").event(EventType.CHAPTER_SCHEDULED, "number", 1);
    script.event(EventType.OBSERVED, invariants(List.of(invariant("admitted", 200, 100, ""))));
    script.event(
        EventType.OBSERVED,
        invariants(
            List.of(invariant("admitted", 0, 100, ""), invariant("times", 0.004, 0.05, "s"))));
    String narrow =
        FrameRenderer.drawPanel(Shows.state(script), Panel.INVARIANTS, 43, 3, DARK, 0.2).text();
    String narrowest =
        FrameRenderer.drawPanel(Shows.state(script), Panel.INVARIANTS, 33, 3, DARK, 0.2).text();

    assertThat(narrow).contains("admitted  was 200    ≤ 100", "times     4 ms       ≤ 50 ms");
    assertThat(narrowest).contains("admitted  was 200").doesNotContain("…");
  }

  @Test
  void valueOutOfBoundsThatIsNoViolationYet_isNotSaidToHold() {
    Map<String, Object> outside =
        Map.of("id", "led", "statement", "led", "state", "HOLDS", "measured", 4.0, "max", 0);
    Script script = new Script().event(EventType.OBSERVED, invariants(List.of(outside)));

    assertThat(panel(script, Panel.INVARIANTS, 0.2))
        .contains("▲ OUTSIDE", "4, at most 0")
        .doesNotContain("HOLDS");
  }

  private static Map<String, Object> invariants(List<Map<String, Object>> all) {
    return Map.of("invariants", all);
  }

  private static Map<String, Object> invariant(
      String id, double measured, double max, String unit) {
    String state = measured > max ? "VIOLATED" : "HOLDS";
    return Map.of(
        "id", id, "statement", id, "state", state, "measured", measured, "max", max, "unit", unit);
  }

  @Test
  void afterTheLastChapter_theClosingTableAwaitsThePresenter() {
    Script script = Shows.ended();
    script.event(EventType.WAITING, "what", "the cue to leave the stage", "kind", "end");
    StageState state = Shows.state(script);

    for (int[] size : new int[][] {{80, 24}, {200, 60}}) {
      String frame =
          FrameRenderer.draw(state, ViewState.initial(), size[0], size[1], DARK, 37).text();
      assertThat(frame)
          .contains("THE SHOW IS OVER: 1 of 1 chapter passed", "the cue to leave the stage")
          .contains("A till freezes", "empty shelf", "5.10 s");
    }
    assertThat(FrameRenderer.narrationPages(state, ViewState.initial(), 80, 24)).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "0.0000713, s, 0.07 ms",
    "0.00417, s, 4.2 ms",
    "0.4178, s, 418 ms",
    "0.000001, s, 0.001 ms",
    "1.274, s, 1.27 s",
    "0, s, 0 s",
    "19.93, requests, 19.9 requests",
  })
  void quantity_isToldInTheUnitAndPrecisionThatIsRead(double value, String unit, String words) {
    assertThat(Quantity.words(value, unit)).isEqualTo(words);
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
