package io.chaoschapters.run;

import io.chaoschapters.run.DiagnosisEvent.Answered;
import io.chaoschapters.run.DiagnosisEvent.Finding;
import io.chaoschapters.subject.Health;
import io.chaoschapters.subject.Signal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Events with little in them, for tests that look at one thing. */
public final class SampleEvents {
  private SampleEvents() {}

  /** A run of a subject without signals and invariants. */
  public static RunEvent.Started started(String subject) {
    return started(subject, List.of(), List.of());
  }

  /** A run of a subject. */
  public static RunEvent.Started started(
      String subject, List<Signal> signals, List<RunEvent.Started.Statement> invariants) {
    return new RunEvent.Started(
        "run-1",
        subject,
        "The " + subject,
        "local",
        "no container engine answers",
        "orders are kept in memory",
        "semantic",
        "1",
        "It compares meanings.",
        "Nothing.",
        3,
        ShowMode.LIVE,
        1,
        Map.of("poll", "1000 (default)"),
        signals,
        invariants,
        "target/chapters/" + subject + "/latest");
  }

  /** A chapter of three. */
  public static ChapterEvent.Scheduled scheduled(int number, String title) {
    return scheduled(number, title, "");
  }

  /** A chapter of three with a narration. */
  public static ChapterEvent.Scheduled scheduled(int number, String title, String narration) {
    return new ChapterEvent.Scheduled(number, 3, title, narration, "", null);
  }

  /** The end of a chapter of which nothing was measured. */
  public static ChapterResult ended(String name, ChapterVerdict verdict) {
    return ChapterResult.unmeasured(1, name, name, null, verdict, "");
  }

  /** A question. */
  public static DiagnosisEvent.Asked asked(String diagnoser) {
    return new DiagnosisEvent.Asked(diagnoser, "1", "evidence");
  }

  /** An answer that names a term, or finds nothing when there is none. */
  public static Answered answered(String diagnoser, String... terms) {
    return new Answered(
        diagnoser,
        "1",
        terms.length == 0 ? Finding.NONE : Finding.ANOMALY,
        List.of(terms),
        null,
        null,
        List.of(),
        "by rule",
        List.of(),
        List.of(),
        0.5,
        "",
        0.1,
        "prompt",
        "answer",
        null);
  }

  /** A violation. */
  public static ViolationEvent.Raised raised(String invariant) {
    return new ViolationEvent.Raised(invariant, invariant + " holds", "", 12, "at most 5", null);
  }

  /** An observation of components only. */
  public static Observed components(List<Observed.Component> components) {
    return new Observed(components, Map.of(), Map.of(), Set.of(), List.of());
  }

  /** An observation of invariants only. */
  public static Observed invariants(Observed.Check... invariants) {
    return new Observed(List.of(), Map.of(), Map.of(), Set.of(), List.of(invariants));
  }

  /** An observation of signals only. */
  public static Observed signals(Map<String, Double> signals) {
    return new Observed(List.of(), signals, Map.of(), Set.of(), List.of());
  }

  /** An invariant with an upper bound. */
  public static Observed.Check check(String id, Standing standing, double measured, double max) {
    return new Observed.Check(id, id, "", standing, measured, null, max, null, null);
  }

  /** An invariant that cannot be measured. */
  public static Observed.Check check(String id, Standing standing, @Nullable String why) {
    return new Observed.Check(id, id, "", standing, null, null, null, why, null);
  }

  /** A component. */
  public static Observed.Component component(String id, Health health) {
    return new Observed.Component(id, "node", health, "", null);
  }
}
