package io.chaoschapters.check;

import io.chaoschapters.chaos.experiment.Experiment;
import io.chaoschapters.chaos.experiment.ExperimentFile;
import io.chaoschapters.chaos.experiment.InvalidExperimentException;
import io.chaoschapters.chaos.fault.ComponentFaults;
import io.chaoschapters.subject.ComponentStatus;
import io.chaoschapters.subject.FaultType;
import io.chaoschapters.subject.Health;
import io.chaoschapters.subject.Invariant;
import io.chaoschapters.subject.LoadType;
import io.chaoschapters.subject.Observation;
import io.chaoschapters.subject.Reading;
import io.chaoschapters.subject.Requirements;
import io.chaoschapters.subject.Signal;
import io.chaoschapters.subject.Subject;
import io.chaoschapters.subject.Term;
import io.chaoschapters.subject.installed.InvalidSubjectException;
import io.chaoschapters.text.Failure;
import io.chaoschapters.text.RootLocale;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/**
 * Mistakes of a subject that can be seen before anything is started, all of them at once.
 *
 * <p>Errors would make a run meaningless, such as two signals of one id. Warnings make a diagnosis
 * harder than it need be, such as two anomalies with the same definition.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class SubjectCheck {
  private final Subject<?> subject;
  private final List<String> errors = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();

  private SubjectCheck(Subject<?> subject) {
    this.subject = subject;
  }

  /**
   * What was found.
   *
   * @param errors a sentence each: what, where, what to do
   * @param warnings the same
   * @param experiments as they were read; empty when they cannot be
   */
  public record Result(
      List<String> errors, List<String> warnings, Optional<ExperimentFile> experiments) {
    public Result {
      errors = List.copyOf(errors);
      warnings = List.copyOf(warnings);
    }
  }

  /** Checks everything, the experiments included. */
  public static Result of(Subject<?> subject) {
    SubjectCheck check = new SubjectCheck(subject);
    check.subject();
    Optional<ExperimentFile> experiments = check.experiments();
    if (subject instanceof Requirements needing) {
      check.errors.addAll(needing.wrong());
      check.warnings.addAll(needing.doubtful());
      check.warnings.addAll(needing.missing()); // Another machine may have it.
    }
    return new Result(check.errors, check.warnings, experiments);
  }

  /**
   * Checks what the subject says in code; its experiments are checked where they are read.
   *
   * @throws InvalidSubjectException with all errors, a line each
   */
  public static void require(Subject<?> subject) {
    SubjectCheck check = new SubjectCheck(subject);
    check.subject();
    if (!check.errors.isEmpty()) {
      throw new InvalidSubjectException(String.join("\n", check.errors));
    }
  }

  private void subject() {
    named("it", subject.id());
    unique("signals", subject.signals(), Signal::id);
    unique("invariants", subject.invariants(), Invariant::id);
    unique("loads", subject.loads(), LoadType::name);
    unique(
        "faults",
        Stream.<FaultType<?>>concat(ComponentFaults.all().stream(), subject.faults().stream())
            .toList(),
        FaultType::name);
    terms();
    limits();
    subject.invariants().forEach(this::measure);
  }

  private <T> void unique(String what, List<? extends T> all, Function<? super T, String> id) {
    Set<String> seen = new HashSet<>();
    for (T one : all) {
      named("one of its " + what, id.apply(one));
      if (!seen.add(id.apply(one))) {
        error(
            "two of its %s are called '%s', so nothing tells them apart; rename one.",
            what, id.apply(one));
      }
    }
  }

  /** Files, folders, settings and experiments name it. */
  private void named(String what, String id) {
    if (id.isEmpty() || id.chars().anyMatch(Character::isWhitespace)) {
      error("%s is called '%s'; an id has no blank, so join its words by hyphens.", what, id);
    }
  }

  private void terms() {
    List<Term> terms = subject.glossary().terms();
    for (int i = 0; i < terms.size(); i++) {
      for (Term other : terms.subList(i + 1, terms.size())) {
        compare(terms.get(i), other);
      }
    }
  }

  private void compare(Term one, Term other) {
    Stream.concat(Stream.of(one.name()), one.synonyms().stream())
        .filter(other::isNamed)
        .findFirst()
        .ifPresent(
            name ->
                error(
                    "the anomalies '%s' and '%s' are both called '%s'; an answer could mean either.",
                    one.name(), other.name(), name));
    if (normal(one.definition()).equals(normal(other.definition()))) {
      warning(
          "the anomalies '%s' and '%s' have the same definition, so no diagnoser can tell them apart; say what sets them apart.",
          one.name(), other.name());
      return;
    }
    Set<String> difference = Wording.difference(one, other);
    if (!difference.isEmpty()) {
      warning(
          "the definitions of '%s' and '%s' differ in nothing but %s, which a diagnoser hardly notices; say what sets them apart.",
          one.name(), other.name(), String.join(", ", difference));
    }
  }

  private static String normal(String text) {
    return text.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
  }

  private void limits() {
    Set<String> known = subject.signals().stream().map(Signal::id).collect(Collectors.toSet());
    for (Signal signal : subject.signals()) {
      if (signal.limit() != null && !known.contains(signal.limit())) {
        error(
            "signal '%s' has the limit '%s', which is no signal (there are: %s).",
            signal.id(), signal.limit(), String.join(", ", new TreeSet<>(known)));
      }
    }
  }

  /** Every signal is there with a number, so one that is not observed is none of the subject's. */
  private void measure(Invariant invariant) {
    Map<String, Reading> signals = signals(Reading.of(1));
    Reading reading;
    try {
      reading = measured(invariant, signals);
    } catch (RuntimeException e) {
      warning(
          "the measure of invariant '%s' cannot be tried before the system runs, for it throws %s. Correct it there, unless it looks for a component by its role.",
          invariant.id(), Failure.wordsWithPlace(e));
      return;
    }
    unknown(invariant);
    unit(invariant, signals, reading);
    if (reading.why().startsWith(Observation.NO_SIGNAL)) {
      error(
          "invariant '%s' would never be known: %s (there are: %s).",
          invariant.id(),
          reading.why(),
          subject.signals().stream().map(Signal::id).sorted().collect(Collectors.joining(", ")));
    }
  }

  private Map<String, Reading> signals(Reading reading) {
    return subject.signals().stream()
        .collect(Collectors.toMap(Signal::id, signal -> reading, (one, same) -> one));
  }

  /** On an observation in which all is well, but for what the signals say. */
  private Reading measured(Invariant invariant, Map<String, Reading> signals) {
    List<String> ids = subject.targets().isEmpty() ? List.of("component") : subject.targets();
    List<ComponentStatus> components =
        ids.stream().map(id -> ComponentStatus.of(id, "", Health.SERVING, "")).toList();
    Observation seen = new Observation(Instant.EPOCH, components, signals);
    return invariant.measure().apply(seen).reading();
  }

  /** Every signal is unknown at times, at the latest when what it is read from is gone. */
  private void unknown(Invariant invariant) {
    try {
      measured(invariant, signals(Reading.unknown("no answer")));
    } catch (RuntimeException e) {
      error(
          "the measure of invariant '%s' throws %s, where the signals are unknown. Have it return an unknown reading then.",
          invariant.id(), Failure.wordsWithPlace(e));
    }
  }

  /** What it measures shows when one signal after the other has another value. */
  private void unit(Invariant invariant, Map<String, Reading> usual, Reading reading) {
    if (!invariant.unit().isEmpty() || !reading.isKnown()) {
      return;
    }
    List<Signal> measured =
        subject.signals().stream()
            .filter(
                signal -> {
                  Map<String, Reading> changed = new HashMap<>(usual);
                  changed.put(signal.id(), Reading.of(7));
                  return !Objects.equals(measured(invariant, changed).value(), reading.value());
                })
            .toList();
    if (measured.size() == 1 && !measured.get(0).unit().isEmpty()) {
      warning(
          "invariant '%s' measures signal '%s', which is in %s, and has no unit itself; give it one, for a number alone says little.",
          invariant.id(), measured.get(0).id(), measured.get(0).unit());
    }
  }

  /** Decoys may be out of sight; what an experiment expects has to be seen. */
  private void observable(List<Experiment> experiments) {
    Set<Term> told = new HashSet<>();
    for (Experiment experiment : experiments) {
      for (Term term : experiment.expected().allTerms()) {
        if (told.add(term) && !Wording.isObservable(term, subject)) {
          warning(
              "experiment '%s' expects '%s', whose definition shares no word with any signal, invariant or state of a component, so nothing observed can match it; use the words of what is observed.",
              experiment.name(), term.name());
        }
      }
    }
  }

  private Optional<ExperimentFile> experiments() {
    try {
      ExperimentFile file = ExperimentFile.load(subject);
      observable(file.experiments());
      possible(file.experiments());
      return Optional.of(file);
    } catch (InvalidExperimentException e) {
      Failure.words(e).lines().forEach(errors::add);
      return Optional.empty();
    }
  }

  /** Whether the faults that every component knows can be brought about on their targets. */
  private void possible(List<Experiment> experiments) {
    if (!(subject instanceof Requirements needing)) {
      return;
    }
    for (Experiment experiment : experiments) {
      for (Experiment.Method method : experiment.methods()) {
        needing
            .doubtful(method.fault().name(), method.targets())
            .ifPresent(
                why ->
                    warnings.add(
                        RootLocale.format(
                            "%s: fault '%s': %s.",
                            experiment.where(), method.fault().name(), why)));
      }
    }
  }

  private void error(String sentence, Object... values) {
    errors.add(sentence(sentence, values));
  }

  private void warning(String sentence, Object... values) {
    warnings.add(sentence(sentence, values));
  }

  private String sentence(String sentence, Object... values) {
    return RootLocale.format("Subject '%s': ", subject.id()) + RootLocale.format(sentence, values);
  }
}
