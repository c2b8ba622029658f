package io.chaoschapters.stage;

import io.chaoschapters.journal.EventType;
import io.chaoschapters.journal.JournalEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A made-up show about a shop, told up to the moments that a frame is drawn of. */
public final class Shows {
  private static final String NARRATION =
      """
      The shop has three tills. Each may let in 100 customers a minute, and no more.

      Now the second till freezes: it still takes customers in, but it serves nobody.
      Watch the queue grow, and watch who gets through the door meanwhile.
      """;

  private Shows() {}

  /** The state after a script. */
  public static StageState state(Script script) {
    StageState state = StageState.initial();
    for (JournalEvent event : script.events()) {
      state = StageReducer.apply(state, event);
    }
    return state;
  }

  /** The run has started and nothing was observed. Ends at 0 s. */
  public static Script started() {
    return new Script()
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
            "mode",
            "live",
            "chapters",
            List.of("a", "b", "c"),
            "signals",
            List.of(
                signal("admitted", "Admitted", "customers", 300, "limit"),
                signal("limit", "Limit", "customers", 300, ""),
                signal("queue", "Queue", "customers", 50, ""),
                signal("wait", "Wait, 99th percentile", "s", 2, "")),
            "invariants",
            invariants("UNKNOWN", Double.NaN, "UNKNOWN", Double.NaN));
  }

  /** A chapter is announced and the show waits for a key. Ends at 20 s. */
  public static Script normal() {
    Script script = started().at(1.5);
    script.event(
        EventType.CLUSTER_READY, "seconds", 1.52, "components", List.of("till-1", "till-2"));
    for (int second = 2; second <= 20; second++) {
      observe(script.at(second), 60 + second % 5, 3, 0.2, "SERVING");
    }
    script.at(12.4).chapter("02-frozen-till");
    script.event(
        EventType.CHAPTER_SCHEDULED,
        "number",
        2,
        "count",
        3,
        "title",
        "A till freezes",
        "narration",
        NARRATION,
        "notes",
        "Ask the room who has seen this. Then press space.",
        "autoAdvance",
        false);
    return script
        .event(EventType.WAITING, "what", "space to inject the fault", "kind", "key")
        .at(20);
  }

  /** The fault is there and a violation is awaited. Ends at 26 s. */
  public static Script injecting() {
    Script script = normal().at(21);
    script.event(EventType.CHAPTER_STARTED);
    script.event(
        EventType.FAULT_ARMED,
        "fault",
        "freeze",
        "target",
        "till-2",
        "seconds",
        8.0,
        "undo",
        "thaw");
    script.event(EventType.FAULT_INJECTED, "fault", "freeze", "target", "till-2", "seconds", 8.0);
    script.at(21.2);
    script.event(EventType.FAULT_WITNESSED, "statement", "till-2 accepts but does not answer");
    script.event(EventType.WAITING, "what", "violation of 'queue-short'", "atMost", 10.0);
    for (int second = 21; second <= 26; second++) {
      observe(script.at(second), 100 + 45 * (second - 20), 8 * (second - 20), Double.NaN, "SILENT");
    }
    return script;
  }

  /** A violation was raised and an answer streams in. Ends at 27 s. */
  public static Script asked() {
    Script script = injecting().at(26.1);
    script.event(
        EventType.VIOLATION_RAISED,
        "invariant",
        "queue-short",
        "statement",
        "the queue stays short",
        "measured",
        48.0,
        "bound",
        "at most 20",
        "sentence",
        "the queue stays short does not hold: measured 48, bound at most 20");
    script.event(
        EventType.DIAGNOSIS_ASKED,
        "diagnoser",
        "semantic",
        "version",
        "1",
        "evidence",
        "till-2 accepts connections but does not answer.\nThe queue measured 48.",
        "prompt",
        "Which of these terms fits?\n" + "- a term of the glossary\n".repeat(60));
    return script.at(26.5).event(EventType.DIAGNOSIS_TEXT, "text", "till-2 accepts but does not");
  }

  /** The answer is there. Ends at 27.2 s. */
  public static Script answered() {
    return asked()
        .at(27.2)
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
            "mechanism",
            "Customers wait because till-2 has nothing to sell.",
            "advice",
            "Fill the shelf behind till-2.",
            "alternatives",
            List.of("frozen till 0.48", "closed door 0.31"),
            "confidence",
            0.51,
            "seconds",
            0.084);
  }

  /** The answer was wrong and the show pauses. Ends at 27.5 s. */
  public static Script review() {
    return answered()
        .at(27.3)
        .event(EventType.DIAGNOSIS_REJECTED, "expected", "frozen till", "answered", "empty shelf")
        .event(
            EventType.WAITING,
            "what",
            "decide what becomes of this chapter",
            "kind",
            "review",
            "reason",
            "Expected the diagnosis to name 'frozen till', but it names 'empty shelf'.")
        .at(27.5);
  }

  /** The fault is gone, its effects are not. Ends at 32 s. */
  public static Script recovering() {
    Script script = review().at(29).event(EventType.PRESENTER, "command", "continue");
    script.event(EventType.FAULT_ENDED, "seconds", 8.0).event(EventType.RECOVERING);
    script.event(EventType.WAITING, "what", "steady state", "atMost", 30.0);
    for (int second = 27; second <= 32; second++) {
      observe(script.at(second), 90, 40 - 4 * (second - 27), 1.4, "SERVING");
    }
    return script;
  }

  /** The chapter has ended, and there is nothing to measure a queue of. Ends at 36 s. */
  public static Script ended() {
    Script script = recovering().at(35).event(EventType.RECOVERED, "seconds", 6.0);
    script.event(
        EventType.CHAPTER_ENDED,
        "verdict",
        "pass",
        "answered",
        "empty shelf",
        "detectSeconds",
        5.1,
        "recoverSeconds",
        6.0);
    script.event(EventType.WAITING, "what", "the cue to go on", "kind", "key");
    return script
        .at(36)
        .event(
            EventType.OBSERVED,
            "components",
            List.of(component("till-1", "SERVING"), component("till-2", "SERVING")),
            "signals",
            Map.of("admitted", 0.0, "limit", 100.0),
            "notYet",
            List.of("wait", "queue"),
            "invariants",
            List.of(
                Map.of(
                    "id",
                    "door",
                    "statement",
                    "nobody waits at the door",
                    "state",
                    "HOLDS",
                    "measured",
                    0.0),
                Map.of(
                    "id",
                    "queue-short",
                    "statement",
                    "the queue stays short",
                    "state",
                    "UNKNOWN",
                    "notYet",
                    true,
                    "why",
                    "nobody queues")));
  }

  /** The run is over. Ends at 40 s. */
  public static Script over() {
    Script script = recovering().at(35).event(EventType.RECOVERED, "seconds", 6.0);
    script.event(
        EventType.VIOLATION_CLEARED,
        "invariant",
        "queue-short",
        "statement",
        "the queue stays short");
    script.event(EventType.CHAPTER_ENDED, "verdict", "fail", "detectSeconds", 5.1);
    script.chapter("03-after").event(EventType.CHAPTER_SCHEDULED, "number", 3, "title", "After");
    script.event(EventType.CHAPTER_SKIPPED, "reason", "chapter 'A till freezes' failed");
    return script
        .chapter(null)
        .at(40)
        .event(EventType.RUN_ENDED, "verdict", "fail", "artefacts", "target/chapters/shop/latest");
  }

  /** An observation at the script's present time. */
  public static void observe(
      Script script, double admitted, double queue, double wait, String second) {
    Map<String, Object> signals = new LinkedHashMap<>();
    signals.put("admitted", admitted);
    signals.put("limit", 100.0);
    signals.put("queue", queue);
    if (!Double.isNaN(wait)) {
      signals.put("wait", wait);
    }
    script.event(
        EventType.OBSERVED,
        "components",
        List.of(
            component("till-1", "SERVING"),
            component("till-2", second),
            component("till-3", "SERVING")),
        "signals",
        signals,
        "invariants",
        invariants(
            admitted > 100 ? "VIOLATED" : "HOLDS",
            admitted,
            queue > 20 ? "VIOLATED" : "HOLDS",
            queue));
  }

  private static Map<String, Object> component(String id, String health) {
    return Map.of("id", id, "role", "till", "health", health, "detail", "");
  }

  private static Map<String, Object> signal(
      String id, String label, String unit, double scaleMax, String limit) {
    return Map.of("id", id, "label", label, "unit", unit, "scaleMax", scaleMax, "limit", limit);
  }

  private static List<Map<String, Object>> invariants(
      String door, double admitted, String queue, double length) {
    return List.of(
        invariant(
            "door", "customers admitted in a minute stay within the limit", door, admitted, 100),
        invariant("queue-short", "the queue stays short", queue, length, 20));
  }

  private static Map<String, Object> invariant(
      String id, String statement, String state, double measured, int most) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("id", id);
    map.put("statement", statement);
    map.put("unit", "customers");
    map.put("state", state);
    if (!Double.isNaN(measured)) {
      map.put("measured", measured);
    }
    map.put("bound", "at most " + most);
    map.put("max", most);
    return map;
  }
}
