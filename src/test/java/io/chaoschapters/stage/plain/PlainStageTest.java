package io.chaoschapters.stage.plain;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.journal.EventType;
import io.chaoschapters.stage.Script;
import io.chaoschapters.stage.Symbols;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlainStageTest {

  @Test
  void wholeRun_isOneLineAnEventAndATable() {
    Script script = new Script();
    script
        .event(
            EventType.RUN_STARTED,
            "subject",
            "shop",
            "title",
            "The shop",
            "runtime",
            "local",
            "reason",
            "no container engine answers",
            "diagnoser",
            "semantic",
            "standIn",
            "orders are kept in memory",
            "chapters",
            List.of("a", "b"))
        .at(1.5)
        .event(EventType.CLUSTER_READY, "seconds", 1.52, "components", List.of("till-1", "till-2"))
        .chapter("01-slow-till")
        .event(EventType.CHAPTER_SCHEDULED, "number", 1, "count", 2, "title", "A slow till")
        .at(2)
        .event(EventType.CHAPTER_STARTED)
        .event(EventType.STEADY_STATE, "statement", "every till answers")
        .event(EventType.LOAD_STARTED, "load", "20 customers")
        .event(
            EventType.FAULT_ARMED,
            "fault",
            "freeze",
            "target",
            "till-2",
            "seconds",
            5.0,
            "undo",
            "thaw till-2")
        .at(2.1)
        .event(EventType.FAULT_INJECTED, "fault", "freeze", "target", "till-2", "seconds", 5.0)
        .event(EventType.FAULT_WITNESSED, "statement", "till-2 accepts but does not answer")
        .event(EventType.OBSERVED, "components", List.of())
        .event(EventType.WAITING, "what", "violation of 'queue'", "atMost", 10.0)
        .at(3.4)
        .event(
            EventType.VIOLATION_RAISED,
            "invariant",
            "queue",
            "statement",
            "the queue stays short",
            "measured",
            12.0,
            "bound",
            "at most 5",
            "sentence",
            "the queue stays short does not hold: measured 12, bound at most 5")
        .event(EventType.DIAGNOSIS_ASKED, "diagnoser", "semantic", "version", "1")
        .event(EventType.DIAGNOSIS_TEXT, "text", "Well")
        .event(
            EventType.DIAGNOSIS_ANSWERED,
            "diagnoser",
            "semantic",
            "verdict",
            "anomaly",
            "term",
            "empty shelf",
            "component",
            "till-2",
            "confidence",
            0.51,
            "seconds",
            0.08)
        .event(EventType.DIAGNOSIS_REJECTED, "expected", "frozen till", "answered", "empty shelf")
        .at(7.1)
        .event(EventType.FAULT_ENDED, "seconds", 5.0)
        .event(EventType.LOAD_ENDED, "load", "20 customers", "outcomes", "sold=18, lost=2")
        .event(EventType.RECOVERING)
        .at(8)
        .event(EventType.VIOLATION_CLEARED, "invariant", "queue", "seconds", 4.6)
        .event(EventType.RECOVERED, "seconds", 0.9)
        .event(
            EventType.CHAPTER_ENDED,
            "verdict",
            "fail",
            "reason",
            "expected 'frozen till'",
            "detectSeconds",
            1.3)
        .chapter("02-after")
        .event(EventType.CHAPTER_SCHEDULED, "number", 2, "count", 2, "title", "After")
        .event(EventType.CHAPTER_SKIPPED, "reason", "chapter 'A slow till' failed")
        .chapter(null)
        .event(EventType.PRESENTER, "command", "quit")
        .event(EventType.NOTE, "text", "bye")
        .at(123.4)
        .event(EventType.RUN_ENDED, "verdict", "fail", "artefacts", "out/shop/1");

    assertThat(printed(script, Symbols.UNICODE))
        .isEqualTo(
            """
               0.0s  STARTED  The shop (shop); 2 chapters; runtime local: no container engine answers; stand-in: orders are kept in memory; diagnoser semantic
               1.5s  READY  till-1, till-2 in 1.52 s
               2.0s  [1/2] slow-till  CHAPTER  A slow till
               2.0s  [1/2] slow-till  STEADY  every till answers
               2.0s  [1/2] slow-till  LOAD  20 customers
               2.0s  [1/2] slow-till  ARMED  freeze on till-2 for 5 s; undo: thaw till-2
               2.1s  [1/2] slow-till  INJECTED  freeze on till-2 for 5 s
               2.1s  [1/2] slow-till  WITNESSED  till-2 accepts but does not answer
               2.1s  [1/2] slow-till  WAITING  for violation of 'queue', at most 10 s
               3.4s  [1/2] slow-till  VIOLATION  12, at most 5: the queue stays short
               3.4s  [1/2] slow-till  ASKED  semantic 1
               3.4s  [1/2] slow-till  DIAGNOSED  anomaly: empty shelf on till-2, confidence 51 %, in 80 ms, by semantic
               3.4s  [1/2] slow-till  REJECTED  expected 'frozen till', answered 'empty shelf'
               7.1s  [1/2] slow-till  FAULT ENDED  after 5 s
               7.1s  [1/2] slow-till  LOAD ENDED  20 customers: sold=18, lost=2
               7.1s  [1/2] slow-till  RECOVERING
               8.0s  [1/2] slow-till  CLEARED  queue after 4.6 s
               8.0s  [1/2] slow-till  RECOVERED  in 900 ms
               8.0s  [1/2] slow-till  ✗ FAIL  expected 'frozen till'
               8.0s  [2/2] after  SKIPPED  chapter 'A slow till' failed
               8.0s  PRESENTER  quit
               8.0s  NOTE  bye
             123.4s  ENDED  fail

            chapter       verdict    anomaly named  detect  diagnose  recover
            01-slow-till  ✗ FAIL     empty shelf    1.30 s    0.08 s   0.90 s
            02-after      ○ SKIPPED  –                   –         –        –

            artefacts: out/shop/1
            """);
  }

  @Test
  void textFromOutside_cannotMoveTheCursorOrAddALine() {
    Script script =
        new Script().event(EventType.NOTE, "text", "a\u001b[2Jb\u001b]0;title\u0007c\r\nd\u202ee");

    assertThat(printed(script, Symbols.UNICODE)).isEqualTo("   0.0s  NOTE  abc de\n");
  }

  @Test
  void noWitness_isSaid() {
    Script script =
        new Script()
            .chapter("01-x")
            .event(EventType.FAULT_NOT_WITNESSED, "statement", "till-2 still answers")
            .event(EventType.RECOVERY_FAILED, "reason", "not steady in 30 s")
            .event(EventType.CHAPTER_ENDED, "verdict", "invalid injection");

    assertThat(printed(script, Symbols.ASCII))
        .isEqualTo(
            """
               0.0s  x  NOT WITNESSED  till-2 still answers
               0.0s  x  NOT RECOVERED  not steady in 30 s
               0.0s  x  ! INVALID INJECTION
            """);
  }

  @Test
  void ascii_isAllThatThePlainLogPrintsWhereNoMoreCanBeShown() {
    Script script =
        new Script()
            .chapter("01-x")
            .event(EventType.NOTE, "text", "“Größer” – 3 × 2 ≥ 5… 日")
            .event(EventType.CHAPTER_ENDED, "verdict", "pass")
            .event(EventType.RUN_ENDED, "verdict", "passed");

    assertThat(printed(script, Symbols.ASCII))
        .isASCII()
        .contains("NOTE  \"Gro?er\" - 3 * 2 > 5~ ?", "+ PASS");
  }

  private static String printed(Script script, Symbols symbols) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PlainStage stage =
        new PlainStage(new PrintStream(bytes, true, StandardCharsets.UTF_8), symbols);
    script.events().forEach(stage::on);
    return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }
}
