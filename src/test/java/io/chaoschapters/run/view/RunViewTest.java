package io.chaoschapters.run.view;

import static io.chaoschapters.run.SampleEvents.answered;
import static io.chaoschapters.run.SampleEvents.asked;
import static io.chaoschapters.run.SampleEvents.ended;
import static io.chaoschapters.run.SampleEvents.raised;
import static io.chaoschapters.run.SampleEvents.scheduled;
import static io.chaoschapters.run.SampleEvents.started;
import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.run.AgentEvent;
import io.chaoschapters.run.ChapterEvent;
import io.chaoschapters.run.ChapterResult;
import io.chaoschapters.run.ChapterVerdict;
import io.chaoschapters.run.DiagnosisEvent;
import io.chaoschapters.run.FaultEvent;
import io.chaoschapters.run.PresenterAction;
import io.chaoschapters.run.PresenterEvent;
import io.chaoschapters.run.RecoveryEvent;
import io.chaoschapters.run.RecoveryOutcome;
import io.chaoschapters.run.RunEvent;
import io.chaoschapters.run.RunState;
import io.chaoschapters.run.RunSummary;
import io.chaoschapters.run.SampleEvents;
import io.chaoschapters.run.Script;
import io.chaoschapters.run.ViolationEvent;
import io.chaoschapters.run.Waiting;
import io.chaoschapters.stage.Shows;
import io.chaoschapters.subject.Health;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RunViewTest {
  private static final Duration BOUND = Duration.ofSeconds(9);

  static Stream<Arguments> waits() {
    return Stream.of(
        Arguments.of(Waiting.forViolation("a", BOUND), raised("b"), raised("a")),
        Arguments.of(
            Waiting.of(Waiting.Kind.WITNESS, "witness of 'a'", BOUND),
            raised("a"),
            new FaultEvent.Witnessed("seen")),
        Arguments.of(
            Waiting.of(Waiting.Kind.STEADY_STATE, "steady state", BOUND),
            new FaultEvent.Witnessed("seen"),
            new RecoveryEvent.Recovered(1)),
        Arguments.of(
            Waiting.of(Waiting.Kind.START, "the cluster to start"),
            new RunEvent.Note("slow"),
            new RunEvent.ClusterReady(1, List.of(), "embedded", null, Map.of())));
  }

  @ParameterizedTest
  @MethodSource("waits")
  void wait_endsWithWhatItIsFor(Waiting waiting, RunEvent other, RunEvent awaited) {
    Script script = new Script().event(waiting, other);
    assertThat(script.view().waiting()).returns(waiting, WaitView::waiting);
    assertThat(script.event(awaited).view().waiting()).isNull();
  }

  @Test
  void faultThatEndsWithItsClusterOnly_endsInItsChapter() {
    Script script =
        new Script()
            .chapter("01-flood")
            .event(
                SampleEvents.scheduled(1, "Flood"),
                new FaultEvent.Armed("flood", List.of(), 9, List.of()),
                new FaultEvent.Injected("flood", List.of(), 9),
                SampleEvents.ended("01-flood", ChapterVerdict.PASS))
            .chapter(null)
            .event(new FaultEvent.Ended("another", 9, "the cluster"));
    assertThat(script.view().current().faults()).noneMatch(FaultView::isOver);
    script.event(new FaultEvent.Ended("flood", 9, "the cluster"));
    assertThat(script.view().current().faults()).singleElement().matches(FaultView::isOver);
  }

  @Test
  void review_isOpenUntilThePresenterDecides() {
    Script script = Shows.review();
    assertThat(script.view().review())
        .returns("frozen till", PresenterEvent.ReviewOpened::expected)
        .returns(false, PresenterEvent.ReviewOpened::fits);
    script.event(new PresenterEvent.Acted(PresenterAction.CONTINUE));
    assertThat(script.view().review()).isNull();
  }

  @Test
  void chapterPlayedAgain_hasOneResultAndKeepsBothPlays() {
    Script script = new Script().chapter("01-a");
    for (ChapterVerdict verdict : List.of(ChapterVerdict.FAIL, ChapterVerdict.PASS)) {
      script.event(scheduled(1, "A"), new ChapterEvent.Started("A"), ended("01-a", verdict));
    }
    RunView view = script.view();
    assertThat(view.results())
        .extracting(ChapterResult::verdict)
        .containsExactly(ChapterVerdict.PASS);
    assertThat(view.chapters()).hasSize(1);
    assertThat(view.plays()).hasSize(2);
    assertThat(view.attempts("01-a")).isEqualTo(2);
  }

  @Test
  void chapterAnnouncedTwice_isOnePlayFromItsFirstAnnouncement() {
    Script script =
        new Script()
            .chapter("01-a")
            .at(10)
            .event(scheduled(1, "A"))
            .at(14)
            .event(scheduled(1, "A"), new ChapterEvent.Started("A"));
    assertThat(script.view().plays()).hasSize(1);
    assertThat(script.view().current().times().narration()).isEqualTo(4);
  }

  @Test
  void eventAfterAChaptersEnd_isNoPlayOfIt() {
    Script script = new Script().chapter("01-a");
    script.event(scheduled(1, "A"), ended("01-a", ChapterVerdict.PASS), raised("late"));
    assertThat(script.view().plays()).singleElement().returns(List.of(), ChapterView::violations);
  }

  @Test
  void freshCluster_forgetsFaultsAndKeepsResults() {
    Script script = Shows.over().at(0).event(started("shop"));
    assertThat(script.view().results()).hasSize(2);
    assertThat(script.view().faults()).isEmpty();
    assertThat(script.view().samples()).isEmpty();
    assertThat(script.view().facts().isOver()).isFalse();
  }

  @Test
  void missingSignal_isUnknownAndNotTheLastValue() {
    List<Sample> samples = Shows.injecting().view().samples();
    Sample last = samples.get(samples.size() - 1);
    assertThat(last.value("wait")).isNaN();
    assertThat(last.why("wait")).isEqualTo("till-2 did not answer");
    assertThat(samples.get(0).value("wait")).isEqualTo(0.2);
  }

  @Test
  void componentThatFellSilent_keepsWhenItLastServed() {
    ComponentView till = Shows.injecting().view().observed().components().get(1);
    assertThat(till.health()).isEqualTo(Health.SILENT);
    assertThat(till.lastServing()).isEqualTo(20);
  }

  @Test
  void streamedAnswer_growsAndIsKeptShort() {
    Script script = new Script().chapter("01-a").event(scheduled(1, "A"), asked("d"));
    script.event(new DiagnosisEvent.Text("one "), new DiagnosisEvent.Text("two"));
    assertThat(script.view().current().answers().main().orElseThrow().text()).isEqualTo("one two");
    script.event(new DiagnosisEvent.Text("x".repeat(50_000)));
    assertThat(script.view().current().answers().main().orElseThrow().text()).hasSize(20_000);
  }

  @Test
  void log_keepsTheNewestEntries() {
    Script script = new Script();
    for (int i = 0; i < 300; i++) {
      script.event(new RunEvent.Note("note " + i));
    }
    assertThat(script.view().log()).hasSize(200);
    assertThat(script.view().log().get(199).event()).isEqualTo(new RunEvent.Note("note 299"));
  }

  @Test
  void furtherDiagnosers_standBesideTheFirst() {
    Script script = Shows.answered().event(asked("other"), answered("other"));
    Answers answers = script.view().current().answers();
    assertThat(answers.main().orElseThrow().diagnoser()).isEqualTo("semantic");
    assertThat(answers.aside()).singleElement().returns("no anomaly", AnswerWords::headline);
  }

  @Test
  void diagnoserThatThePresenterAsksFor_takesThePlaceAndTheFirstStandsAside() {
    Script script = Shows.answered();
    script.event(new PresenterEvent.Acted(PresenterAction.OTHER_DIAGNOSER));
    script.event(asked("other"), answered("other"));
    Answers answers = script.view().current().answers();
    assertThat(answers.main().orElseThrow().diagnoser()).isEqualTo("other");
    assertThat(answers.aside()).singleElement().returns("empty shelf", AnswerWords::headline);
    assertThat(answers.verdict().orElseThrow().diagnoser()).isEqualTo("semantic");
  }

  @Test
  void agentThatWasWoken_worksBesideTheFirst_eachHasItsOwnStepsAndAnswer() {
    Script script = new Script().chapter("01-a").event(scheduled(1, "A"));
    script.event(Waiting.forViolation("q", Duration.ofSeconds(5)));
    script.event(new DiagnosisEvent.Asked("oncall", "1", "evidence", null, true, true));
    assertThat(script.view().waiting()).as("the chapter goes on waiting").isNotNull();
    script.event(asked("semantic"));
    script.event(new AgentEvent.Connected("oncall", "client"), answered("semantic", "a"));
    script.event(new AgentEvent.Connected("oncall", "client"), answered("oncall", "b"));
    Answers answers = script.view().current().answers();
    assertThat(answers.main().orElseThrow().diagnoser()).isEqualTo("semantic");
    assertThat(answers.verdict().orElseThrow().terms()).containsExactly("a");
    assertThat(answers.all().get(0).steps()).hasSize(2);
    assertThat(answers.aside()).singleElement().returns("b", AnswerWords::headline);
  }

  @Test
  void rejection_isOfTheAnswerThatTheVerdictRestsOn() {
    Script script = Shows.answered().event(asked("other"), answered("other"));
    script.event(new DiagnosisEvent.Rejected("a", "b"));
    assertThat(script.view().current().answers().main().orElseThrow().rejected()).isNotNull();
    assertThat(script.view().review()).isNull();
  }

  @Test
  void violation_knowsWhenItWasOverAndHowLongItLasted() {
    Script script = new Script().chapter("01-a").event(scheduled(1, "A")).at(3).event(raised("q"));
    script.at(7.6).event(new ViolationEvent.Cleared("q", 4.6));
    assertThat(script.view().current().violations())
        .singleElement()
        .returns(3.0, ViolationView::raisedAt)
        .returns(7.6, ViolationView::clearedAt)
        .returns(4.6, ViolationView::seconds);
  }

  @Test
  void faultThatWasNotWitnessed_isSaidToBeNot() {
    Script script = new Script();
    script.event(
        new FaultEvent.Armed("freeze", List.of("a"), 5, List.of("thaw a")),
        new FaultEvent.Injected("freeze", List.of("a"), 5),
        new FaultEvent.NotWitnessed("a still answers"));
    assertThat(script.view().fault().orElseThrow().witness())
        .isEqualTo(new FaultView.Witness(false, "a still answers"));
  }

  @Test
  void chapterUnderWay_isUnknownInTheSummary() {
    Script script = new Script().event(started("shop")).at(2);
    script
        .event(new RunEvent.ClusterReady(1.5, List.of("a"), "embedded", null, Map.of()))
        .chapter("01-a");
    script.event(scheduled(1, "A"), new ChapterEvent.Started("A")).at(9);
    assertThat(summary(script, RunState.RUNNING).chapters())
        .singleElement()
        .returns(ChapterVerdict.UNKNOWN, ChapterResult::verdict)
        .returns("The chapter is under way.", ChapterResult::reason);
    assertThat(summary(script, RunState.CUT_OFF).chapters())
        .extracting(ChapterResult::reason)
        .containsExactly("The run was cut off during this chapter.");
    assertThat(summary(script, RunState.RUNNING).clusterReadySeconds()).isEqualTo(1.5);
  }

  @Test
  void runThatEnded_lastedToItsLastVerdict() {
    RunSummary summary = summary(Shows.over(), RunState.ENDED);
    assertThat(summary.showSeconds()).isEqualTo(35);
    assertThat(summary.declaredSeconds()).isEqualTo(8);
    assertThat(summary.chapters())
        .extracting(ChapterResult::verdict)
        .containsExactly(ChapterVerdict.FAIL, ChapterVerdict.SKIPPED);
    assertThat(summary.settings()).isEqualTo(Map.of("poll", "1000 (default)"));
  }

  @Test
  void runThatHasNotStarted_hasNoSummary() {
    assertThat(Summaries.of(RunView.live(), RunState.CUT_OFF)).isEmpty();
  }

  @Test
  void chapterThatWasPassedOver_isNotAmongThoseThatBegan() {
    Script script =
        new Script()
            .chapter("01-a")
            .event(scheduled(1, "A"), new ChapterEvent.Started("A"))
            .event(ended("01-a", ChapterVerdict.PASS))
            .chapter("02-b")
            .event(scheduled(2, "B"))
            .chapter("03-c")
            .event(scheduled(3, "C"), new ChapterEvent.Started("C"))
            .chapter("04-d")
            .event(new ChapterEvent.Skipped(4, "D", null, "it needs another system"));
    assertThat(script.view().begun())
        .extracting(ChapterView::name)
        .containsExactly("01-a", "03-c", "04-d");
  }

  @Test
  void recoveryThatFailed_isTroubleUntilTheNextRun() {
    Script script = Shows.recovering();
    script.event(new RecoveryEvent.Failed(RecoveryOutcome.NOT_RECOVERED, 30, "it hangs"));
    assertThat(script.view().chaos().trouble()).isEqualTo("it hangs");
    script.event(started("shop"));
    assertThat(script.view().chaos().phase()).isEqualTo(ChaosView.Phase.NONE);
  }

  private static RunSummary summary(Script script, RunState state) {
    return Summaries.of(script.view(), state).orElseThrow();
  }
}
