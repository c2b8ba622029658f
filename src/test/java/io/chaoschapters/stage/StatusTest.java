package io.chaoschapters.stage;

import static io.chaoschapters.stage.StatusWord.INJECTING;
import static io.chaoschapters.stage.StatusWord.NORMAL;
import static io.chaoschapters.stage.StatusWord.RECOVERING;
import static io.chaoschapters.stage.StatusWord.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.journal.EventType;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class StatusTest {
  private static final double NOW = 10;

  private record Row(String situation, Script script, StatusWord word, String why) {}

  @TestFactory
  Stream<DynamicTest> status_isComputedFromFaultAndInvariants() {
    return Stream.of(
            new Row("nothing observed", new Script(), UNKNOWN, "no data yet"),
            new Row("all hold", seen(9.5, "HOLDS"), NORMAL, "no fault, 1 of 1 invariants hold"),
            new Row("not measurable", seen(9.5, "UNKNOWN"), UNKNOWN, "1 not measurable"),
            new Row(
                "nothing to measure of one",
                observed(9.5, holds("one"), notYet("two")),
                NORMAL,
                "no fault, 1 of 2 invariants hold, 1 not measured yet"),
            new Row(
                "nothing to measure of any",
                observed(9.5, notYet("one")),
                UNKNOWN,
                "nothing to measure yet"),
            new Row(
                "out of bounds, no fault",
                seen(9.5, "VIOLATED"),
                UNKNOWN,
                "1 invariant out of bounds without a fault"),
            new Row(
                "out of bounds under load",
                seen(9.5, "VIOLATED").event(EventType.LOAD_STARTED, "load", "burst"),
                INJECTING,
                "burst: 1 invariant out of bounds"),
            new Row(
                "out of bounds after load",
                seen(9.5, "VIOLATED")
                    .event(EventType.LOAD_STARTED, "load", "burst")
                    .event(EventType.LOAD_ENDED),
                RECOVERING,
                "1 invariant out of bounds"),
            new Row(
                "all hold under load",
                seen(9.5, "HOLDS").event(EventType.LOAD_STARTED, "load", "burst"),
                NORMAL,
                ""),
            new Row(
                "out of bounds in the chapter after a fault",
                with(seen(9.5, "VIOLATED"), EventType.FAULT_INJECTED, EventType.RECOVERED)
                    .event(EventType.CHAPTER_SCHEDULED),
                UNKNOWN,
                "1 invariant out of bounds without a fault"),
            new Row("three polls missed", seen(7, "HOLDS"), UNKNOWN, "data STALE 3 s"),
            new Row("two polls missed", seen(7.9, "HOLDS"), NORMAL, ""),
            new Row("armed", with(seen(9.5, "HOLDS"), EventType.FAULT_ARMED), INJECTING, "freeze"),
            new Row(
                "fault is there, all hold",
                with(seen(9.5, "HOLDS"), EventType.FAULT_INJECTED),
                INJECTING,
                "freeze"),
            new Row(
                "fault is there, data is stale",
                with(seen(2, "HOLDS"), EventType.FAULT_INJECTED),
                INJECTING,
                "freeze"),
            new Row(
                "fault ended, all hold",
                with(seen(9.5, "HOLDS"), EventType.FAULT_INJECTED, EventType.FAULT_ENDED),
                RECOVERING,
                "after freeze"),
            new Row(
                "rollback",
                with(seen(9.5, "VIOLATED"), EventType.FAULT_INJECTED, EventType.RECOVERING),
                RECOVERING,
                "1 invariant out of bounds"),
            new Row(
                "recovered",
                with(seen(9.5, "HOLDS"), EventType.FAULT_INJECTED, EventType.RECOVERED),
                NORMAL,
                ""),
            new Row(
                "recovered, out of bounds again",
                with(seen(9.5, "VIOLATED"), EventType.FAULT_INJECTED, EventType.RECOVERED),
                RECOVERING,
                "1 invariant out of bounds"),
            new Row(
                "did not recover",
                with(seen(9.5, "HOLDS"), EventType.FAULT_INJECTED, EventType.RECOVERY_FAILED),
                UNKNOWN,
                "not recovered: "),
            new Row(
                "run over long ago",
                seen(1, "HOLDS").at(1.2).event(EventType.RUN_ENDED, "verdict", "pass"),
                NORMAL,
                "when the run ended: "))
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.situation(),
                    () -> {
                      Status status = Status.of(Shows.state(row.script()), NOW);
                      assertThat(status.word()).isEqualTo(row.word());
                      assertThat(status.why()).startsWith(row.why());
                    }));
  }

  private static Script seen(double at, String state) {
    return observed(at, Map.of("id", "i", "state", state));
  }

  private static Script observed(double at, Map<?, ?>... invariants) {
    return new Script()
        .event(EventType.RUN_STARTED, "subject", "shop")
        .at(at)
        .event(EventType.OBSERVED, "invariants", List.of(invariants));
  }

  private static Map<?, ?> holds(String id) {
    return Map.of("id", id, "state", "HOLDS");
  }

  private static Map<?, ?> notYet(String id) {
    return Map.of("id", id, "state", "UNKNOWN", "notYet", true, "why", "no requests");
  }

  private static Script with(Script script, EventType... types) {
    for (EventType type : types) {
      script.event(type, "fault", "freeze");
    }
    return script;
  }
}
