package io.chaoschapters.stage.status;

import static io.chaoschapters.run.Standing.HOLDS;
import static io.chaoschapters.run.Standing.VIOLATED;
import static io.chaoschapters.stage.status.StatusWord.INJECTING;
import static io.chaoschapters.stage.status.StatusWord.NORMAL;
import static io.chaoschapters.stage.status.StatusWord.RECOVERING;
import static io.chaoschapters.stage.status.StatusWord.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.run.FaultEvent;
import io.chaoschapters.run.LoadEvent;
import io.chaoschapters.run.Observed;
import io.chaoschapters.run.RecoveryEvent;
import io.chaoschapters.run.RecoveryOutcome;
import io.chaoschapters.run.RunEvent;
import io.chaoschapters.run.RunVerdict;
import io.chaoschapters.run.SampleEvents;
import io.chaoschapters.run.Script;
import io.chaoschapters.run.Standing;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class StatusTest {
  private static final double NOW = 10;
  private static final RunEvent ARMED =
      new FaultEvent.Armed("freeze", List.of(), 8, List.of("thaw it"));
  private static final RunEvent INJECTED = new FaultEvent.Injected("freeze", List.of(), 8);
  private static final RunEvent ENDED = new FaultEvent.Ended("freeze", 8, null);
  private static final RunEvent RECOVERED = new RecoveryEvent.Recovered(1);
  private static final RunEvent FAILED =
      new RecoveryEvent.Failed(RecoveryOutcome.NOT_RECOVERED, 30, "it hangs");

  private record Row(String situation, Script script, StatusWord word, String why) {}

  @TestFactory
  Stream<DynamicTest> status_isComputedFromFaultAndInvariants() {
    return Stream.of(
            new Row("nothing observed", new Script(), UNKNOWN, "no data yet"),
            new Row("all hold", seen(9.5, HOLDS), NORMAL, "no fault, 1 of 1 invariants hold"),
            new Row("not measurable", seen(9.5, Standing.UNKNOWN), UNKNOWN, "1 not measurable"),
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
                seen(9.5, VIOLATED),
                UNKNOWN,
                "1 invariant out of bounds without a fault"),
            new Row(
                "out of bounds under load",
                seen(9.5, VIOLATED).event(new LoadEvent.Started("burst")),
                INJECTING,
                "burst: 1 invariant out of bounds"),
            new Row(
                "out of bounds after load",
                seen(9.5, VIOLATED)
                    .event(new LoadEvent.Started("burst"))
                    .event(new LoadEvent.Ended("burst", Map.of())),
                RECOVERING,
                "1 invariant out of bounds"),
            new Row(
                "all hold under load",
                seen(9.5, HOLDS).event(new LoadEvent.Started("burst")),
                NORMAL,
                ""),
            new Row(
                "out of bounds in the chapter after a fault",
                seen(9.5, VIOLATED)
                    .event(ARMED, INJECTED, RECOVERED)
                    .chapter("01-a")
                    .event(SampleEvents.scheduled(1, "A")),
                UNKNOWN,
                "1 invariant out of bounds without a fault"),
            new Row("three polls missed", seen(7, HOLDS), UNKNOWN, "data STALE 3 s"),
            new Row("two polls missed", seen(7.9, HOLDS), NORMAL, ""),
            new Row("armed", seen(9.5, HOLDS).event(ARMED), INJECTING, "freeze"),
            new Row(
                "fault is there, all hold",
                seen(9.5, HOLDS).event(ARMED, INJECTED),
                INJECTING,
                "freeze"),
            new Row(
                "fault is there, data is stale",
                seen(2, HOLDS).event(ARMED, INJECTED),
                INJECTING,
                "freeze"),
            new Row(
                "fault ended, all hold",
                seen(9.5, HOLDS).event(ARMED, INJECTED, ENDED),
                RECOVERING,
                "after freeze"),
            new Row(
                "rollback",
                seen(9.5, VIOLATED).event(ARMED, INJECTED, new RecoveryEvent.Begun()),
                RECOVERING,
                "1 invariant out of bounds"),
            new Row("recovered", seen(9.5, HOLDS).event(ARMED, INJECTED, RECOVERED), NORMAL, ""),
            new Row(
                "recovered, out of bounds again",
                seen(9.5, VIOLATED).event(ARMED, INJECTED, RECOVERED),
                RECOVERING,
                "1 invariant out of bounds"),
            new Row(
                "did not recover",
                seen(9.5, HOLDS).event(ARMED, INJECTED, FAILED),
                UNKNOWN,
                "not recovered: it hangs"),
            new Row(
                "left while it recovered",
                seen(9.5, HOLDS)
                    .event(
                        ARMED,
                        INJECTED,
                        new RecoveryEvent.Failed(RecoveryOutcome.CUT_SHORT, 2, "it was left")),
                RECOVERING,
                "cut short by the presenter; the fault was undone"),
            new Row(
                "run over long ago",
                seen(1, HOLDS).at(1.2).event(new RunEvent.Ended(RunVerdict.PASS, Map.of())),
                NORMAL,
                "when the run ended: "))
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.situation(),
                    () -> {
                      Status status = Status.of(row.script().view(), NOW);
                      assertThat(status.word()).isEqualTo(row.word());
                      assertThat(status.why()).startsWith(row.why());
                    }));
  }

  private static Script seen(double at, Standing state) {
    return observed(at, SampleEvents.check("i", state, 1, 5));
  }

  private static Script observed(double at, Observed.Check... invariants) {
    return new Script()
        .event(SampleEvents.started("shop"))
        .at(at)
        .event(SampleEvents.invariants(invariants));
  }

  private static Observed.Check holds(String id) {
    return SampleEvents.check(id, HOLDS, 1, 5);
  }

  private static Observed.Check notYet(String id) {
    return SampleEvents.check(id, Standing.NOT_YET, "no requests");
  }
}
