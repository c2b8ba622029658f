package io.chaoschapters.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.journal.EventType;
import io.chaoschapters.report.ChapterVerdict;
import io.chaoschapters.subject.Health;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StageReducerTest {

  @Test
  void wait_endsWithTheViolationThatItIsFor() {
    Script script = new Script().event(EventType.WAITING, "what", "violation of 'a'", "atMost", 9);
    script.event(EventType.VIOLATION_RAISED, "invariant", "b");
    assertThat(Shows.state(script).waiting().kind()).isEqualTo(Waiting.Kind.CONDITION);

    script.event(EventType.VIOLATION_RAISED, "invariant", "a");
    assertThat(Shows.state(script).waiting().kind()).isEqualTo(Waiting.Kind.NOTHING);
  }

  @Test
  void review_isOpenFromTheWaitToThePresentersDecision() {
    Script script = Shows.review();
    Review open = Shows.state(script).review();
    assertThat(open.isOpen()).isTrue();
    assertThat(open.expected()).isEqualTo("frozen till");
    assertThat(open.answered()).isEqualTo("empty shelf");

    script.event(EventType.PRESENTER, "command", "continue");
    assertThat(Shows.state(script).review().isOpen()).isFalse();
  }

  @Test
  void anotherDiagnoserThatFits_isMarkedAndTheFirstAnswerStandsAside() {
    Script script = Shows.review();
    script.event(EventType.PRESENTER, "command", "OtherDiagnoser");
    script.event(EventType.DIAGNOSIS_ASKED, "diagnoser", "toy");
    script.event(
        EventType.DIAGNOSIS_ANSWERED,
        "diagnoser",
        "toy",
        "verdict",
        "anomaly",
        "term",
        "frozen till");
    script.event(
        EventType.WAITING,
        "what",
        "the presenter's decision",
        "kind",
        "review",
        "expected",
        "frozen till",
        "answered",
        "toy: frozen till",
        "fits",
        true);
    StageState state = Shows.state(script);
    String frame =
        FrameRenderer.draw(
                state, ViewState.initial(), 120, 36, new Theme(Palette.DARK, Symbols.UNICODE), 28)
            .text();

    assertThat(frame).contains("✓ ANSWERED", "✓ what this chapter expects", "5 AI  toy");
    assertThat(frame).contains("Also asked: semantic: empty shelf").doesNotContain("✗ ANSWERED");
  }

  @Test
  void rejectionWithoutAPause_opensNoReview() {
    Script script =
        Shows.answered().event(EventType.DIAGNOSIS_REJECTED, "expected", "a", "answered", "b");

    assertThat(Shows.state(script).review().isOpen()).isFalse();
  }

  @Test
  void retriedChapter_hasOneResult() {
    Script script = new Script().chapter("01-a");
    for (String verdict : List.of("fail", "pass")) {
      script.event(EventType.CHAPTER_SCHEDULED, "number", 1, "title", "A");
      script.event(EventType.CHAPTER_ENDED, "verdict", verdict);
    }

    assertThat(Shows.state(script).summary().results())
        .singleElement()
        .extracting(ChapterResult::verdict)
        .isEqualTo(ChapterVerdict.PASS);
    assertThat(Shows.state(script).playbill().chapters()).hasSize(1);
  }

  @Test
  void missingSignal_isUnknownAndNotTheLastValue() {
    SignalTrack wait = track(Shows.state(Shows.injecting()), "wait");

    assertThat(wait.latest()).isNaN();
    assertThat(wait.points().get(0).value()).isEqualTo(0.2);
  }

  @Test
  void componentThatFellSilent_keepsWhenItLastServed() {
    ComponentView till = Shows.state(Shows.injecting()).vitals().components().get(1);

    assertThat(till.health()).isEqualTo(Health.SILENT);
    assertThat(till.lastServing()).isEqualTo(20);
  }

  @Test
  void healthThatNobodyKnows_isUnknown() {
    Script script =
        new Script()
            .event(
                EventType.OBSERVED,
                "components",
                List.of(Map.of("id", "x", "health", "SPLENDID"), "no map at all"));

    assertThat(Shows.state(script).vitals().components())
        .extracting(ComponentView::health)
        .containsExactly(Health.UNKNOWN);
  }

  @Test
  void streamedAnswer_growsAndIsKeptShort() {
    Script script = new Script().event(EventType.DIAGNOSIS_ASKED, "diagnoser", "d");
    script.event(EventType.DIAGNOSIS_TEXT, "text", "one ");
    script.event(EventType.DIAGNOSIS_TEXT, "text", "two");
    assertThat(Shows.state(script).diagnosis().text()).isEqualTo("one two");

    script.event(EventType.DIAGNOSIS_TEXT, "text", "x".repeat(50_000));
    assertThat(Shows.state(script).diagnosis().text()).hasSize(20_000);
  }

  @Test
  void log_keepsTheNewestLines() {
    Script script = new Script();
    for (int i = 0; i < 300; i++) {
      script.event(EventType.NOTE, "text", "note " + i);
    }

    List<EventLog.Line> lines = Shows.state(script).log().lines();
    assertThat(lines).hasSize(EventLog.KEPT);
    assertThat(lines.get(lines.size() - 1).text()).isEqualTo("note 299");
  }

  @Test
  void signalWithoutAScale_growsAndNeverShrinks() {
    SignalTrack track = new SignalTrack("a", "a", "", Double.NaN, "", List.of());

    assertThat(track.plus(1, 130, false).scale()).isEqualTo(200);
    assertThat(track.plus(1, 130, false).plus(2, 3, false).scale()).isEqualTo(200);
  }

  @Test
  void furtherDiagnosers_standBesideTheFirst() {
    Script script = Shows.answered();
    script.event(EventType.DIAGNOSIS_ASKED, "diagnoser", "other");
    script.event(EventType.DIAGNOSIS_ANSWERED, "diagnoser", "other", "verdict", "none");

    StageState state = Shows.state(script);

    assertThat(state.diagnosis().diagnoser()).isEqualTo("semantic");
    assertThat(state.diagnosis().headline()).isEqualTo("empty shelf");
    assertThat(state.sideAnswers().lines()).containsExactly("other: no anomaly");
  }

  @Test
  void furtherDiagnoserThatThePresenterAsksFor_takesThePlace() {
    Script script = Shows.answered();
    script.event(EventType.PRESENTER, "command", "OtherDiagnoser");
    script.event(EventType.DIAGNOSIS_ASKED, "diagnoser", "other");
    script.event(EventType.DIAGNOSIS_ANSWERED, "diagnoser", "other", "verdict", "none");

    assertThat(Shows.state(script).diagnosis().headline()).isEqualTo("no anomaly");
  }

  private static SignalTrack track(StageState state, String id) {
    return state.charts().tracks().stream()
        .filter(t -> t.id().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
