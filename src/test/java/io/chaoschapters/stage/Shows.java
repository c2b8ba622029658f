package io.chaoschapters.stage;

import io.chaoschapters.run.AgentEvent;
import io.chaoschapters.run.AgentWork;
import io.chaoschapters.run.ChapterEvent;
import io.chaoschapters.run.ChapterResult;
import io.chaoschapters.run.ChapterVerdict;
import io.chaoschapters.run.DiagnosisEvent;
import io.chaoschapters.run.DiagnosisEvent.Answered;
import io.chaoschapters.run.FaultEvent;
import io.chaoschapters.run.Observed;
import io.chaoschapters.run.PresenterAction;
import io.chaoschapters.run.PresenterEvent;
import io.chaoschapters.run.RecoveryEvent;
import io.chaoschapters.run.RecoveryOutcome;
import io.chaoschapters.run.RunEvent;
import io.chaoschapters.run.RunVerdict;
import io.chaoschapters.run.SampleEvents;
import io.chaoschapters.run.Script;
import io.chaoschapters.run.Standing;
import io.chaoschapters.run.ViolationEvent;
import io.chaoschapters.run.Waiting;
import io.chaoschapters.subject.Health;
import io.chaoschapters.subject.Signal;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A made-up show about a shop, told up to the moments that a frame is drawn of: the events of a
 * chapter in the order in which the framework writes them.
 */
public final class Shows {
  private static final String CHAPTER = "02-frozen-till";
  private static final String TITLE = "A till freezes";
  private static final String NARRATION =
      """
      The shop has three tills. Each may let in 100 customers a minute, and no more.

      Now the second till freezes: it still takes customers in, but it serves nobody.
      Watch the queue grow, and watch who gets through the door meanwhile.
      """;
  private static final String DOOR = "customers admitted in a minute stay within the limit";
  private static final String QUEUE = "the queue stays short";

  private Shows() {}

  /** The run has started and nothing was observed. Ends at 0 s. */
  public static Script started() {
    return new Script()
        .event(
            SampleEvents.started(
                "shop",
                List.of(
                    signal("admitted", "Admitted", "customers", 300, "limit"),
                    signal("limit", "Limit", "customers", 300, null),
                    signal("queue", "Queue", "customers", 50, null),
                    signal("wait", "Wait, 99th percentile", "s", 2, null)),
                List.of(
                    new RunEvent.Started.Statement("door", DOOR, "customers"),
                    new RunEvent.Started.Statement("queue-short", QUEUE, "customers"))),
            Waiting.of(Waiting.Kind.START, "the cluster to start"));
  }

  /** A chapter is announced and the show waits for a key. Ends at 20 s. */
  public static Script normal() {
    Script script = started().at(1.5);
    script.event(
        new RunEvent.ClusterReady(
            1.52, List.of("till-1", "till-2"), "embedded scraper", null, Map.of()));
    for (int second = 2; second <= 20; second++) {
      observe(script.at(second), 60 + second % 5, 3, 0.2, Health.SERVING);
    }
    return script
        .at(12.4)
        .chapter(CHAPTER)
        .event(
            new ChapterEvent.Scheduled(
                2,
                3,
                TITLE,
                NARRATION,
                "Ask the room who has seen this. Then press space.",
                "frozen-till"),
            Waiting.of(Waiting.Kind.CUE, "the cue to begin"))
        .at(20);
  }

  /** The chapter has begun, and its steady state is awaited. Ends at 20.5 s. */
  public static Script steadying() {
    return normal()
        .event(
            new PresenterEvent.Acted(PresenterAction.NEXT),
            new ChapterEvent.Started(TITLE),
            Waiting.of(Waiting.Kind.STEADY_STATE, "steady state", Duration.ofSeconds(10)))
        .at(20.5);
  }

  /** The fault was injected, and no witness has seen it yet. Ends at 21.1 s. */
  public static Script injected() {
    List<String> target = List.of("till-2");
    return steadying()
        .at(21)
        .event(
            new RecoveryEvent.SteadyState(1),
            new FaultEvent.Armed("freeze", target, 8, List.of("thaw till-2")),
            new FaultEvent.Injected("freeze", target, 8),
            Waiting.of(Waiting.Kind.WITNESS, "witness of 'freeze'", Duration.ofSeconds(5)))
        .at(21.1);
  }

  /** The fault is there and a violation is awaited. Ends at 26 s. */
  public static Script injecting() {
    Script script = injected().at(21.2);
    script.event(
        new FaultEvent.Witnessed("till-2 accepts but does not answer"),
        Waiting.forViolation("queue-short", Duration.ofSeconds(10)));
    for (int second = 21; second <= 26; second++) {
      int over = second - 20;
      observe(script.at(second), 100 + 45 * over, 8 * over, Double.NaN, Health.SILENT);
    }
    return script;
  }

  /** A violation was raised and an answer streams in. Ends at 26.5 s. */
  public static Script asked() {
    return injecting()
        .at(26.1)
        .event(
            new ViolationEvent.Raised("queue-short", QUEUE, "customers", 48, "at most 20", null),
            new DiagnosisEvent.Asked(
                "semantic",
                "1",
                "till-2 accepts connections but does not answer.\nThe queue measured 48."))
        .at(26.5)
        .event(new DiagnosisEvent.Text("till-2 accepts but does not"));
  }

  /** An agent looks around by itself. Ends at 26.8 s. */
  public static Script agentAsked() {
    return injecting()
        .at(26.1)
        .event(
            new ViolationEvent.Raised("queue-short", QUEUE, "customers", 48, "at most 20", null),
            new DiagnosisEvent.Asked("semantic", "agent acp 1", "The queue measured 48."),
            new AgentEvent.Asked("semantic", "acp", "kept in a box", 120, 60, 1 << 20))
        .at(26.3)
        .event(new AgentEvent.Connected("semantic", "agent/1.0"))
        .at(26.5)
        .event(
            new AgentEvent.Called("semantic", "list_components", "{}", 2300, 0.004, null),
            new AgentEvent.Permission("semantic", "execute: cat /etc/passwd", false))
        .at(26.8)
        .event(
            new AgentEvent.Called(
                "semantic", "read_log", "{\"component\":\"till-2\"}", 900, 0.003, null),
            new AgentEvent.Called(
                "semantic",
                "read_log",
                "{\"component\":\"till-9\"}",
                60,
                0.001,
                "no such component"));
  }

  /** The agent never handed anything in. Ends at 27.2 s. */
  public static Script agentEnded() {
    return agentAsked()
        .at(27.2)
        .event(
            new Answered(
                "semantic",
                "agent acp 1",
                DiagnosisEvent.Finding.INVALID,
                List.of(),
                null,
                null,
                List.of(),
                "it ended and has submitted nothing",
                List.of(),
                List.of(),
                0,
                "",
                1.1,
                "Look around.",
                "",
                new AgentWork(
                    "acp",
                    "kept in a box",
                    AgentWork.Ending.NO_SUBMISSION,
                    2,
                    3200,
                    0.4,
                    1,
                    "agents/semantic/0001/trajectory.jsonl")));
  }

  /** The answer is there, and it is wrong. Ends at 27.2 s. */
  public static Script answered() {
    return asked()
        .at(27.2)
        .event(
            answer(
                "empty shelf",
                "Customers wait because till-2 has nothing to sell.",
                "Fill the shelf behind till-2.",
                new Answered.Alternative("frozen till", "it fits less well"),
                new Answered.Alternative("closed door", "customers come in")));
  }

  private static Answered answer(
      String term, String mechanism, String advice, Answered.Alternative... alternatives) {
    return new Answered(
        "semantic",
        "1",
        DiagnosisEvent.Finding.ANOMALY,
        List.of(term),
        null,
        "till-2",
        List.of(),
        mechanism,
        List.of(),
        List.of(alternatives),
        0.51,
        advice,
        0.084,
        "Which of these terms fits?\n" + "- a term of the glossary\n".repeat(60),
        "till-2 accepts but does not serve: " + term,
        null);
  }

  /** The answer was wrong and the show pauses. Ends at 27.5 s. */
  public static Script review() {
    String reason = "Expected the diagnosis to name 'frozen till', but it names 'empty shelf'.";
    return answered()
        .at(27.3)
        .event(
            new DiagnosisEvent.Rejected("frozen till", "empty shelf"),
            new ChapterEvent.Judged(ChapterVerdict.FAIL, reason),
            new PresenterEvent.ReviewOpened(
                "frozen till", "semantic: empty shelf, at till-2", false, reason))
        .at(27.5);
  }

  /** The fault is gone, its effects are not. Ends at 32 s. */
  public static Script recovering() {
    return recovering(
        review()
            .at(29)
            .event(
                new FaultEvent.Ended("freeze", 8, null),
                new PresenterEvent.Acted(PresenterAction.CONTINUE)));
  }

  private static Script recovering(Script script) {
    script.event(
        new RecoveryEvent.Begun(),
        Waiting.of(Waiting.Kind.STEADY_STATE, "steady state", Duration.ofSeconds(30)));
    for (int second = 27; second <= 32; second++) {
      observe(script.at(second), 90, 40 - 4 * (second - 27), 1.4, Health.SERVING);
    }
    return script;
  }

  /** The chapter has passed, and there is nothing to measure a queue of. Ends at 36 s. */
  public static Script ended() {
    Script right =
        asked()
            .at(27.2)
            .event(
                answer("frozen till", "till-2 takes customers in and serves nobody.", "Thaw it."),
                new ChapterEvent.Judged(ChapterVerdict.PASS, ""))
            .at(29)
            .event(new FaultEvent.Ended("freeze", 8, null));
    return recovering(right)
        .at(34)
        .event(new ViolationEvent.Cleared("queue-short", 7.9))
        .at(35)
        .event(new RecoveryEvent.Recovered(6), result(ChapterVerdict.PASS, "", "frozen till"))
        .chapter(null)
        .event(Waiting.of(Waiting.Kind.CUE, "the cue to go on"))
        .at(36)
        .event(
            new Observed(
                List.of(component("till-1", Health.SERVING), component("till-2", Health.SERVING)),
                Map.of("admitted", 0.0, "limit", 100.0),
                Map.of("wait", "nobody queues", "queue", "nobody queues"),
                Set.of("wait", "queue"),
                List.of(
                    check("door", "nobody waits at the door", Standing.HOLDS, 0.0, null),
                    new Observed.Check(
                        "queue-short",
                        QUEUE,
                        "customers",
                        Standing.NOT_YET,
                        null,
                        null,
                        null,
                        "nobody queues",
                        null))));
  }

  private static ChapterResult result(ChapterVerdict verdict, String reason, String answered) {
    return new ChapterResult(
        2,
        CHAPTER,
        TITLE,
        "frozen-till",
        verdict,
        reason,
        "frozen till",
        answered,
        "semantic 1",
        5.1,
        0.084,
        6.0,
        RecoveryOutcome.RECOVERED,
        14,
        8,
        0.003,
        null,
        null,
        null);
  }

  /** The run is over. Ends at 40 s. */
  public static Script over() {
    Script script = recovering();
    for (int second = 33; second <= 39; second++) {
      observe(script.at(second), 80, 3, 0.2, Health.SERVING);
    }
    return script
        .at(34)
        .event(new ViolationEvent.Cleared("queue-short", 7.9))
        .at(35)
        .event(
            new RecoveryEvent.Recovered(6),
            result(ChapterVerdict.FAIL, "it names 'empty shelf'", "empty shelf"))
        .chapter("03-after")
        .event(new ChapterEvent.Skipped(3, "After", null, "chapter 'A till freezes' failed"))
        .chapter(null)
        .at(40)
        .event(
            new RunEvent.Ended(
                RunVerdict.NOT_PASSED, Map.of(ChapterVerdict.FAIL, 1, ChapterVerdict.SKIPPED, 1)));
  }

  /** An observation at the script's present time. */
  public static void observe(
      Script script, double admitted, double queue, double wait, Health second) {
    Map<String, Double> signals = new LinkedHashMap<>();
    signals.put("admitted", admitted);
    signals.put("limit", 100.0);
    signals.put("queue", queue);
    Map<String, String> unknown = new HashMap<>();
    if (Double.isNaN(wait)) {
      unknown.put("wait", "till-2 did not answer");
    } else {
      signals.put("wait", wait);
    }
    script.event(
        new Observed(
            List.of(
                component("till-1", Health.SERVING),
                component("till-2", second),
                component("till-3", Health.SERVING)),
            signals,
            unknown,
            Set.of(),
            List.of(
                check("door", DOOR, standing(admitted, 100), admitted, 100.0),
                check("queue-short", QUEUE, standing(queue, 20), queue, 20.0))));
  }

  private static Standing standing(double measured, double most) {
    return measured > most ? Standing.VIOLATED : Standing.HOLDS;
  }

  private static Observed.Component component(String id, Health health) {
    return new Observed.Component(id, "till", health, "", null);
  }

  private static Signal signal(
      String id, String label, String unit, double scaleMax, @Nullable String limit) {
    return new Signal(id, label, id + " of the shop", unit, scaleMax, limit);
  }

  private static Observed.Check check(
      String id, String statement, Standing standing, double measured, @Nullable Double most) {
    return new Observed.Check(
        id, statement, "customers", standing, measured, null, most, null, null);
  }
}
