package io.chaoschapters.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.run.AnswerMarks;
import io.chaoschapters.run.DiagnosisEvent;
import io.chaoschapters.run.FaultEvent;
import io.chaoschapters.run.Observed;
import io.chaoschapters.run.PresenterEvent;
import io.chaoschapters.run.RunEvent;
import io.chaoschapters.run.SampleEvents;
import io.chaoschapters.run.Script;
import io.chaoschapters.run.Standing;
import io.chaoschapters.run.Waiting;
import io.chaoschapters.run.view.RunView;
import io.chaoschapters.stage.frame.BigLetters;
import io.chaoschapters.stage.frame.Canvas;
import io.chaoschapters.stage.frame.Frame;
import io.chaoschapters.stage.frame.FrameSvg;
import io.chaoschapters.stage.frame.Palette;
import io.chaoschapters.stage.frame.Style;
import io.chaoschapters.stage.frame.Theme;
import io.chaoschapters.stage.frame.Tone;
import io.chaoschapters.stage.panel.Panel;
import io.chaoschapters.stage.panel.Panels;
import io.chaoschapters.stage.panel.StatusBar;
import io.chaoschapters.stage.panel.ViewState;
import io.chaoschapters.stage.status.StatusWord;
import io.chaoschapters.stage.text.Symbols;
import io.chaoschapters.subject.Health;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    Map<StatusWord, RunView> shows =
        Map.of(
            StatusWord.NORMAL, Shows.normal().view(),
            StatusWord.INJECTING, Shows.injecting().view(),
            StatusWord.RECOVERING, Shows.recovering().view(),
            StatusWord.UNKNOWN, Shows.started().view());
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
    Observed.Component component =
        new Observed.Component(hostile, hostile, Health.SERVING, hostile, null);
    script.event(
        new RunEvent.Note(hostile),
        new DiagnosisEvent.Asked(hostile, hostile, hostile),
        new DiagnosisEvent.Text(hostile),
        SampleEvents.answered(hostile, hostile),
        new PresenterEvent.ReviewOpened(hostile, hostile, false, hostile),
        SampleEvents.components(List.of(component)));
    for (Symbols symbols : Symbols.values()) {
      Frame frame =
          FrameRenderer.draw(
              script.view(), ViewState.initial(), 140, 40, new Theme(palette, symbols), 28);
      assertThat(frame.text().chars())
          .allMatch(c -> c == '\n' || !Character.isISOControl(c))
          .noneMatch(c -> c >= 0xd800 && c <= 0xdfff)
          .allMatch(c -> symbols == Symbols.UNICODE || c == '\n' || c >= ' ' && c < 0x7f);
    }
  }

  @Test
  void answerAboutLateEvidence_saysSo() {
    Script script = Shows.injecting().at(26.1);
    script.event(
        new DiagnosisEvent.Asked(
            "semantic",
            "1",
            "The queue measured 48.",
            new AnswerMarks(
                5.1, true, List.of("long queue"), "not measured on this system: run trials"),
            false,
            false),
        SampleEvents.answered("semantic", "long queue"));
    assertThat(panel(script, Panels.AI, 26.5).replaceAll("\\s+", " "))
        .contains("not measured on this system: run trials")
        .contains("asked 5.1 s after the violation, after the fault")
        .contains("named by the system itself: long queue");
  }

  @Test
  void overshoot_standsAboveTheScaleWithAnArrow() {
    Script script = Shows.normal();
    Shows.observe(script.at(21), 1000, 3, 0.2, Health.SERVING);
    String panel = panel(script, Panels.METRICS, 21.2);

    assertThat(panel).contains("1000 customers  ▲ over limit 100");
    assertThat(panel.lines().filter(line -> line.endsWith("▲")).count()).isEqualTo(1);
    assertThat(panel).contains("┄┄┄┄┄┄┄┄");
  }

  @Test
  void limitAboveTheScale_raisesTheScaleSoThatNothingLooksOverIt() {
    Script script = Shows.normal().at(21);
    script.event(SampleEvents.signals(Map.of("admitted", 400.0, "limit", 5000.0)));
    String panel = panel(script, Panels.METRICS, 21.2);

    assertThat(panel).contains("400 customers  limit 5000").contains("0 to 10000");
    assertThat(panel).doesNotContain("▲");
  }

  @Test
  void faultBetweenTwoPolls_isMarkedAndHidesNothing() {
    Script script = Shows.normal();
    script
        .at(20.3)
        .event(
            new FaultEvent.Armed("burst", List.of(), 0.1, List.of()),
            new FaultEvent.Injected("burst", List.of(), 0.1));
    script.at(20.4).event(new FaultEvent.Ended("burst", 0.1, null));
    Shows.observe(script.at(21), 290, 3, 0.2, Health.SERVING);
    Shows.observe(script.at(22), 40, 3, 0.2, Health.SERVING);
    for (int rows : new int[] {7, 20}) {
      List<String> lines =
          FrameRenderer.drawPanel(script.view(), Panels.METRICS, 60, rows, DARK, 22.2)
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
    Script script = new Script().chapter("01-a").event(SampleEvents.scheduled(1, "A"));
    script.event(
        SampleEvents.invariants(invariant("admitted", 200, 100, "")),
        SampleEvents.invariants(
            invariant("admitted", 0, 100, ""), invariant("times", 0.004, 0.05, "s")));
    String narrow =
        FrameRenderer.drawPanel(script.view(), Panels.INVARIANTS, 43, 3, DARK, 0.2).text();
    String narrowest =
        FrameRenderer.drawPanel(script.view(), Panels.INVARIANTS, 33, 3, DARK, 0.2).text();

    assertThat(narrow).contains("admitted  was 200    ≤ 100", "times     4 ms       ≤ 50 ms");
    assertThat(narrowest).contains("admitted  was 200").doesNotContain("…");
  }

  @Test
  void valueOutOfBoundsThatIsNoViolationYet_isNotSaidToHold() {
    Script script =
        new Script()
            .event(SampleEvents.invariants(SampleEvents.check("led", Standing.HOLDS, 4, 0)));

    assertThat(panel(script, Panels.INVARIANTS, 0.2))
        .contains("▲ OUTSIDE", "4, at most 0")
        .doesNotContain("HOLDS");
  }

  @Test
  void valueOfOneComponent_isShownWithIt() {
    Observed.Check queue =
        new Observed.Check("queue", "queue", "", Standing.HOLDS, 4.0, null, 9.0, null, "till-2");
    Script script = new Script().event(SampleEvents.invariants(queue));

    assertThat(panel(script, Panels.INVARIANTS, 0.2)).contains("till-2: 4, at most 9");
  }

  @Test
  void componentWithoutConnections_isShownInItsOwnWords() {
    Observed.Component ended =
        new Observed.Component("worker", "billing", Health.REFUSING, "", "has ended");
    Observed seen = new Observed(List.of(ended), Map.of(), Map.of(), Set.of(), List.of());

    assertThat(panel(new Script().event(seen), Panels.CLUSTER, 0.2))
        .contains("REFUSING", "worker  has ended  billing");
  }

  private static Observed.Check invariant(String id, double measured, double max, String unit) {
    Standing state = measured > max ? Standing.VIOLATED : Standing.HOLDS;
    return new Observed.Check(id, id, unit, state, measured, null, max, null, null);
  }

  @Test
  void afterTheLastChapter_theClosingTableAwaitsThePresenter() {
    Script script = Shows.ended();
    script.event(Waiting.of(Waiting.Kind.LAST_CUE, "the cue to leave the stage"));
    RunView state = script.view();

    for (int[] size : new int[][] {{80, 24}, {200, 60}}) {
      String frame =
          FrameRenderer.draw(state, ViewState.initial(), size[0], size[1], DARK, 37).text();
      assertThat(frame)
          .contains("THE SHOW IS OVER: 1 of 1 chapter passed", "the cue to leave the stage")
          .contains("A till freezes", "frozen till", "5.10 s");
    }
    assertThat(FrameRenderer.narrationPages(state, ViewState.initial(), 80, 24)).isEqualTo(1);
  }

  @Test
  void missedPolls_leaveAGapInTheChart() {
    String fresh = panel(Shows.normal(), Panels.METRICS, 20.2);
    String late = panel(Shows.normal(), Panels.METRICS, 30.2);

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
    RunView state = Shows.normal().view();
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
    script.event(SampleEvents.scheduled(1, "Long", narration.toString()));
    RunView state = script.view();
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
    List<Observed.Component> many =
        Stream.iterate(1, i -> i + 1)
            .limit(40)
            .map(i -> SampleEvents.component("node-" + i, i > 30 ? Health.SILENT : Health.SERVING))
            .toList();
    Script script = new Script().event(SampleEvents.components(many));
    Frame frame = FrameRenderer.draw(script.view(), ViewState.initial(), 120, 36, DARK, 0.5);

    assertThat(frame.text()).containsPattern("… [0-9]+ more, 10 of them not serving; 2 shows all");
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
    Script script = Shows.normal().event(new RunEvent.Note("a < b & c"));
    Frame frame = FrameRenderer.draw(script.view(), ViewState.initial(), 120, 36, DARK, 20.5);

    assertThat(FrameSvg.of(frame)).startsWith("<svg ").contains("a &lt; b &amp; c");
  }

  private static String panel(Script script, Panel panel, double now) {
    return FrameRenderer.drawPanel(script.view(), panel, 100, 20, DARK, now).text();
  }
}
