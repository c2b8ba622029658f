package io.chaoschapters.chaos.experiment;

import io.chaoschapters.chaos.experiment.Experiment.RollbackStep;
import io.chaoschapters.chaos.fault.ComponentFaults;
import io.chaoschapters.subject.FaultType;
import io.chaoschapters.subject.Invariant;
import io.chaoschapters.subject.LoadType;
import io.chaoschapters.subject.Parameters;
import io.chaoschapters.subject.Subject;
import io.chaoschapters.subject.file.NearMatch;
import io.chaoschapters.subject.file.Section;
import io.chaoschapters.text.RootLocale;
import io.chaoschapters.text.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Gives one experiment of a file its meaning by the words of its subject. */
final class ExperimentBuilder {
  private static final Duration STEADY_WITHIN = Duration.ofSeconds(5);
  private static final Duration WITNESS_WITHIN = Duration.ofSeconds(2);
  private static final Duration RECOVERY_WITHIN = Duration.ofSeconds(10);

  private final Subject<?> subject;
  private final Section section;

  ExperimentBuilder(Subject<?> subject, Section section) {
    this.subject = subject;
    this.section = section;
  }

  /** The experiment; empty when it has errors, which have been reported by then. */
  Optional<Experiment> build(String name, String file) {
    Optional<Parameters> given =
        ParameterReader.read(
            section.child(ExperimentKeys.GIVEN),
            "the configuration of '" + subject.id() + "'",
            subject.configuration(),
            Set.of());
    Optional<Experiment.Load> load = load(section.child(ExperimentKeys.LOAD));
    List<Experiment.Method> methods = methods();
    Duration duration = duration();
    Duration settle = section.duration(ExperimentKeys.SETTLE, Duration.ZERO);
    Expectation expected = new ExpectReader(subject).read(section.child(ExperimentKeys.EXPECT));
    Experiment.SteadyState steadyState = steadyState(section.child(ExperimentKeys.STEADY_STATE));
    List<HaltCondition> halt = new HaltReader(subject).read(section.child(ExperimentKeys.HALT));
    if (given.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Experiment(
            name,
            file + ":" + section.line(),
            Objects.requireNonNullElse(section.text(ExperimentKeys.DESCRIPTION), ""),
            given.get(),
            steadyState,
            load.orElse(null),
            section.duration(ExperimentKeys.LEAD_IN, Duration.ZERO),
            methods,
            duration,
            settle,
            section.child(ExperimentKeys.WITNESS).duration(ExperimentKeys.WITHIN, WITNESS_WITHIN),
            expected,
            ask(duration.plus(settle)),
            rollbackWithin(),
            rollback(),
            section.child(ExperimentKeys.RECOVERY).duration(ExperimentKeys.WITHIN, RECOVERY_WITHIN),
            halt));
  }

  private Experiment.SteadyState steadyState(Section steady) {
    return new Experiment.SteadyState(
        steady.duration(ExperimentKeys.WITHIN, STEADY_WITHIN),
        invariants(steady, ExperimentKeys.INVARIANTS));
  }

  /** The invariants that a key names, as one text or a list. */
  private List<String> invariants(Section at, String key) {
    List<String> known = subject.invariants().stream().map(Invariant::id).toList();
    List<String> ids = at.texts(key);
    boolean single = at.text(key) != null;
    for (int i = 0; i < ids.size(); i++) {
      if (!known.contains(ids.get(i))) {
        Section place = single ? at : at.child(key);
        String where = single ? key : Integer.toString(i);
        unknown(place, where, "invariant", ids.get(i), known);
      }
    }
    return ids;
  }

  private Optional<Experiment.Load> load(Section load) {
    return choose(load, ExperimentKeys.TYPE, "load", subject.loads(), LoadType::name)
        .flatMap(
            type ->
                ParameterReader.read(
                        load,
                        "load '" + type.name() + "'",
                        type.parameters(),
                        Set.of(ExperimentKeys.TYPE))
                    .map(parameters -> new Experiment.Load(type, parameters)));
  }

  private List<Experiment.Method> methods() {
    return activities().stream().flatMap(activity -> method(activity).stream()).toList();
  }

  /** The groups of keys of one fault each; none without a method. */
  private List<Section> activities() {
    Section method = section.child(ExperimentKeys.METHOD);
    return method.exists() && method.items().isEmpty() ? List.of(method) : method.items();
  }

  /** Faults that end at different times would be two experiments. */
  private Duration duration() {
    List<Section> activities = activities();
    if (activities.isEmpty()) {
      return section.duration(ExperimentKeys.DURATION, Duration.ZERO);
    }
    Duration first = activities.get(0).duration(ExperimentKeys.DURATION, Duration.ZERO);
    for (Section other : activities) {
      if (section.isWholeToTheBottom()
          && !other.duration(ExperimentKeys.DURATION, Duration.ZERO).equals(first)) {
        other.wrong(
            ExperimentKeys.DURATION,
            RootLocale.format(
                "'duration': the faults of one method end together; the first lasts %s s.",
                Words.seconds(first)));
      }
    }
    return first;
  }

  private Optional<Experiment.Method> method(Section method) {
    List<FaultType<?>> faults = new ArrayList<>(ComponentFaults.all());
    faults.addAll(subject.faults());
    return choose(method, ExperimentKeys.FAULT, "fault", faults, FaultType::name)
        .flatMap(fault -> method(method, fault));
  }

  private Optional<Experiment.Method> method(Section method, FaultType<?> fault) {
    List<String> targets = method.texts(ExperimentKeys.TARGET);
    if (fault.needsTarget() && targets.isEmpty()) {
      method.wrong(
          ExperimentKeys.TARGET,
          RootLocale.format(
              "fault '%s' needs a 'target': the id of a component, or a list of them.",
              fault.name()));
    }
    if (!fault.needsTarget() && !targets.isEmpty()) {
      method.wrong(
          ExperimentKeys.TARGET,
          RootLocale.format(
              "fault '%s' takes no 'target': what it hits is part of it; leave the key out.",
              fault.name()));
    }
    ComponentFaults.unwitnessed(fault, subject, targets)
        .ifPresent(
            why ->
                method.wrong(
                    ExperimentKeys.FAULT, RootLocale.format("fault '%s': %s.", fault.name(), why)));
    if (!targets.isEmpty() && areTargets(method)) {
      fault
          .rejects(targets)
          .ifPresent(
              why ->
                  method.wrong(
                      ExperimentKeys.TARGET,
                      RootLocale.format(
                          "fault '%s' means nothing on %s: %s.",
                          fault.name(), String.join(" and ", targets), why)));
    }
    if (method.duration(ExperimentKeys.DURATION, Duration.ZERO).isZero()) {
      method.wrong(ExperimentKeys.DURATION, "'duration': a fault must last longer than 0.");
    }
    return ParameterReader.read(
            method,
            "fault '" + fault.name() + "'",
            fault.parameters(),
            Set.of(ExperimentKeys.FAULT, ExperimentKeys.TARGET, ExperimentKeys.DURATION))
        .map(parameters -> new Experiment.Method(fault, targets, parameters));
  }

  /** Whether each target is there, once; which one is not is reported. */
  private boolean areTargets(Section method) {
    List<String> known = subject.targets();
    List<String> targets = method.texts(ExperimentKeys.TARGET);
    boolean single = method.text(ExperimentKeys.TARGET) != null;
    boolean right = true;
    for (int i = 0; i < targets.size(); i++) {
      String target = targets.get(i);
      Section place = single ? method : method.child(ExperimentKeys.TARGET);
      String where = single ? ExperimentKeys.TARGET : Integer.toString(i);
      if (known.isEmpty()) {
        place.wrong(
            where,
            RootLocale.format(
                "target '%s': subject '%s' does not say what can be one; have targets() of %s list the ids of its components.",
                Words.quoted(target), subject.id(), subject.getClass().getName()));
      } else if (!known.contains(target)) {
        unknown(place, where, "target", target, known);
      } else if (targets.indexOf(target) < i) {
        place.wrong(where, RootLocale.format("target '%s' is named twice; leave one out.", target));
      }
      right &= known.contains(target) && targets.indexOf(target) == i;
    }
    return right;
  }

  private Experiment.Ask ask(Duration observed) {
    Section ask = section.child(ExperimentKeys.ASK);
    List<String> violations = invariants(ask, ExperimentKeys.WHEN);
    boolean fixed = ask.text(ExperimentKeys.AFTER) != null;
    Duration after = ask.duration(ExperimentKeys.AFTER, Duration.ZERO);
    if (section.isWholeToTheBottom() && violations.isEmpty() && after.compareTo(observed) > 0) {
      ask.wrong(
          ExperimentKeys.AFTER,
          RootLocale.format(
              "'after': all is over %s s after the injection, by fault and settle time.",
              Words.seconds(observed)));
    }
    return new Experiment.Ask(violations, fixed ? after : null);
  }

  private @Nullable Duration rollbackWithin() {
    if (section.text(ExperimentKeys.ROLLBACK_WITHIN) == null) {
      return null;
    }
    Duration within = section.duration(ExperimentKeys.ROLLBACK_WITHIN, Duration.ZERO);
    if (within.isZero()) {
      section.wrong(
          ExperimentKeys.ROLLBACK_WITHIN,
          "'rollback-within': nothing is undone in no time; give it some seconds, or leave it out.");
    }
    return within;
  }

  private List<RollbackStep> rollback() {
    return section.texts(ExperimentKeys.ROLLBACK).stream()
        .map(step -> RollbackStep.valueOf(step.toUpperCase(Locale.ROOT)))
        .toList();
  }

  /** What a key names; empty when the key is not there or names nothing. */
  private static <T> Optional<T> choose(
      Section at, String key, String what, List<T> all, Function<T, String> name) {
    @Nullable String wanted = at.text(key);
    if (wanted == null) {
      return Optional.empty();
    }
    Optional<T> found =
        all.stream().filter(candidate -> name.apply(candidate).equals(wanted)).findFirst();
    if (found.isEmpty()) {
      unknown(at, key, what, wanted, all.stream().map(name).toList());
    }
    return found;
  }

  static void unknown(Section at, String key, String what, String wanted, List<String> known) {
    at.wrong(
        key,
        RootLocale.format(
            "unknown %s '%s'%s (known: %s).",
            what,
            Words.quoted(wanted),
            NearMatch.hint(wanted, known),
            known.isEmpty() ? "none" : String.join(", ", known)));
  }
}
