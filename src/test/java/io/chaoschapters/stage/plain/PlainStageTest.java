package io.chaoschapters.stage.plain;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.run.ChapterEvent;
import io.chaoschapters.run.ChapterResult;
import io.chaoschapters.run.ChapterVerdict;
import io.chaoschapters.run.DiagnosisEvent;
import io.chaoschapters.run.FaultEvent;
import io.chaoschapters.run.LoadEvent;
import io.chaoschapters.run.PresenterAction;
import io.chaoschapters.run.PresenterEvent;
import io.chaoschapters.run.RecoveryEvent;
import io.chaoschapters.run.RecoveryOutcome;
import io.chaoschapters.run.RunEvent;
import io.chaoschapters.run.RunVerdict;
import io.chaoschapters.run.SampleEvents;
import io.chaoschapters.run.Script;
import io.chaoschapters.run.ViolationEvent;
import io.chaoschapters.run.Waiting;
import io.chaoschapters.run.view.RunProjection;
import io.chaoschapters.stage.text.Symbols;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlainStageTest {

  @Test
  void wholeRun_isOneLineAnEventAndATable() {
    Map<String, Long> outcomes = new LinkedHashMap<>();
    outcomes.put("sold", 18L);
    outcomes.put("lost", 2L);
    List<String> target = List.of("till-2");
    Script script =
        new Script()
            .event(
                SampleEvents.started("shop"),
                Waiting.of(Waiting.Kind.START, "the cluster to start"))
            .at(1.5)
            .event(
                new RunEvent.ClusterReady(
                    1.52, List.of("till-1", "till-2"), "scraper", null, Map.of()))
            .chapter("01-slow-till")
            .event(new ChapterEvent.Scheduled(1, 2, "A slow till", "", "", "slow"))
            .at(2)
            .event(
                new ChapterEvent.Started("A slow till"),
                Waiting.of(Waiting.Kind.STEADY_STATE, "steady state", Duration.ofSeconds(5)),
                new RecoveryEvent.SteadyState(0.104),
                new LoadEvent.Started("20 customers"),
                new FaultEvent.Armed("freeze", target, 5, List.of("thaw till-2")))
            .at(2.1)
            .event(
                new FaultEvent.Injected("freeze", target, 5),
                Waiting.of(Waiting.Kind.WITNESS, "witness of 'freeze'", Duration.ofSeconds(3)),
                new FaultEvent.Witnessed("till-2 accepts but does not answer"),
                SampleEvents.components(List.of()),
                Waiting.forViolation("queue", Duration.ofSeconds(10)))
            .at(3.4)
            .event(
                new ViolationEvent.Raised(
                    "queue", "the queue stays short", "", 12, "at most 5", null),
                SampleEvents.asked("semantic"),
                new DiagnosisEvent.Text("Well"),
                SampleEvents.answered("semantic", "empty shelf"),
                new DiagnosisEvent.Rejected("frozen till", "empty shelf"),
                new ChapterEvent.Judged(ChapterVerdict.FAIL, "expected 'frozen till'"))
            .at(7.1)
            .event(
                new FaultEvent.Ended("freeze", 5, null),
                new LoadEvent.Ended("20 customers", outcomes),
                new RecoveryEvent.Begun())
            .at(8)
            .event(
                new ViolationEvent.Cleared("queue", 4.6),
                new RecoveryEvent.Recovered(0.9),
                result())
            .chapter("02-after")
            .event(new ChapterEvent.Skipped(2, "After", null, "chapter 'A slow till' failed"))
            .chapter(null)
            .event(
                new PresenterEvent.Acted(PresenterAction.QUIT),
                new RunEvent.MetricsChanged("scraper; it is late"),
                new RunEvent.Note("bye"))
            .at(123.4)
            .event(
                new RunEvent.Ended(
                    RunVerdict.NOT_PASSED,
                    Map.of(ChapterVerdict.FAIL, 1, ChapterVerdict.SKIPPED, 1)));

    assertThat(printed(script, Symbols.UNICODE))
        .isEqualTo(
            """
               0.0s  STARTED  The shop (shop); 3 chapters; runtime local: no container engine answers; stand-in: orders are kept in memory; diagnoser semantic
               0.0s  WAITING  for the cluster to start
               1.5s  READY  till-1, till-2 in 1.52 s; metrics: scraper
               2.0s  [1/2] slow-till  CHAPTER  A slow till
               2.0s  [1/2] slow-till  WAITING  for steady state, at most 5 s
               2.0s  [1/2] slow-till  STEADY  after 104 ms
               2.0s  [1/2] slow-till  LOAD  20 customers
               2.0s  [1/2] slow-till  ARMED  freeze on till-2 for 5 s; undo: thaw till-2
               2.1s  [1/2] slow-till  INJECTED  freeze on till-2 for 5 s
               2.1s  [1/2] slow-till  WAITING  for witness of 'freeze', at most 3 s
               2.1s  [1/2] slow-till  WITNESSED  till-2 accepts but does not answer
               2.1s  [1/2] slow-till  WAITING  for violation of 'queue', at most 10 s
               3.4s  [1/2] slow-till  VIOLATION  12, at most 5: the queue stays short
               3.4s  [1/2] slow-till  ASKED  semantic 1
               3.4s  [1/2] slow-till  DIAGNOSED  anomaly: empty shelf, confidence 50 %, in 100 ms, by semantic
               3.4s  [1/2] slow-till  REJECTED  expected 'frozen till', answered 'empty shelf'
               7.1s  [1/2] slow-till  FAULT ENDED  freeze after 5 s
               7.1s  [1/2] slow-till  LOAD ENDED  20 customers: sold=18, lost=2
               7.1s  [1/2] slow-till  RECOVERING
               8.0s  [1/2] slow-till  CLEARED  queue after 4.6 s
               8.0s  [1/2] slow-till  RECOVERED  in 900 ms
               8.0s  [1/2] slow-till  ✗ FAIL  expected 'frozen till'
               8.0s  [2/3] after  SKIPPED  chapter 'A slow till' failed
               8.0s  PRESENTER  quit
               8.0s  METRICS  scraper; it is late
               8.0s  NOTE  bye
             123.4s  ENDED  not passed; 1 fail, 1 skipped

            chapter       verdict    anomaly named  detect  diagnose  recover
            01-slow-till  ✗ FAIL     empty shelf    1.30 s    0.10 s   0.90 s
            02-after      ○ SKIPPED  –                   –         –        –

            artifacts: target/chapters/shop/latest
            """);
  }

  private static ChapterResult result() {
    return new ChapterResult(
        1,
        "01-slow-till",
        "A slow till",
        "slow",
        ChapterVerdict.FAIL,
        "expected 'frozen till'",
        "frozen till",
        "empty shelf",
        "semantic 1",
        1.3,
        0.1,
        0.9,
        RecoveryOutcome.RECOVERED,
        6,
        5,
        0.001,
        null,
        null,
        null);
  }

  @Test
  void textFromOutside_cannotMoveTheCursorOrAddALine() {
    Script script =
        new Script().event(new RunEvent.Note("a\u001b[2Jb\u001b]0;title\u0007c\r\nd\u202ee"));
    assertThat(printed(script, Symbols.UNICODE)).isEqualTo("   0.0s  NOTE  abc de\n");
  }

  @Test
  void chapterWithAHostileName_cannotEither() {
    Script script = new Script().chapter("01-a\u001b[2J").event(new RunEvent.Note("b"));
    assertThat(printed(script, Symbols.UNICODE)).isEqualTo("   0.0s  a  NOTE  b\n");
  }

  @Test
  void noWitness_isSaid() {
    Script script =
        new Script()
            .chapter("01-x")
            .event(
                new FaultEvent.NotWitnessed("till-2 still answers"),
                new RecoveryEvent.Failed(
                    RecoveryOutcome.NOT_RECOVERED, 30, "The cluster is not steady."),
                SampleEvents.ended("01-x", ChapterVerdict.INVALID_INJECTION));
    assertThat(printed(script, Symbols.ASCII))
        .isEqualTo(
            """
               0.0s  x  NOT WITNESSED  till-2 still answers
               0.0s  x  NOT RECOVERED  in 30 s: The cluster is not steady.
               0.0s  [1/0] x  ! INVALID INJECTION
            """);
  }

  @Test
  void ascii_isAllThatThePlainLogPrintsWhereNoMoreCanBeShown() {
    Script script =
        new Script()
            .chapter("01-x")
            .event(
                new RunEvent.Note("“Größer” – 3 × 2 ≥ 5… 日"),
                SampleEvents.ended("01-x", ChapterVerdict.PASS),
                new RunEvent.Ended(RunVerdict.PASS, Map.of(ChapterVerdict.PASS, 1)));

    assertThat(printed(script, Symbols.ASCII))
        .isASCII()
        .contains("NOTE  \"Gro?er\" - 3 * 2 > 5~ ?", "+ PASS");
  }

  private static String printed(Script script, Symbols symbols) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PlainStage stage =
        new PlainStage(new PrintStream(bytes, true, StandardCharsets.UTF_8), symbols);
    script.entries().forEach(new RunProjection(stage)::on);
    return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }
}
