package io.chaoschapters.check;

import io.chaoschapters.chaos.experiment.Expectation;
import io.chaoschapters.chaos.experiment.Experiment;
import io.chaoschapters.chaos.experiment.ExperimentFile;
import io.chaoschapters.subject.Invariant;
import io.chaoschapters.subject.Signal;
import io.chaoschapters.subject.Subject;
import io.chaoschapters.subject.Term;
import io.chaoschapters.subject.file.NearMatch;
import io.chaoschapters.text.RootLocale;
import io.chaoschapters.text.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apiguardian.api.API;

/**
 * Finds ids and terms in the code of chapters, such as that of {@code awaitViolation("…")}, which
 * their subject does not have: the chapter would tell it once its fault was injected.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class ChapterWords {
  /** What the first argument of these methods names. */
  private static final Map<String, Kind> METHODS =
      Map.of(
          "monitor/Monitor.awaitViolation", Kind.INVARIANT,
          "monitor/Monitor.status", Kind.INVARIANT,
          "monitor/MonitorAssert.keeps", Kind.INVARIANT,
          "diagnosis/grading/DiagnosisAssert.names", Kind.TERM,
          "diagnosis/grading/DiagnosisAssert.namesEither", Kind.TERM,
          "diagnosis/grading/DiagnosisAssert.namesAt", Kind.TERM,
          "subject/Observation.signal", Kind.SIGNAL,
          "junit/Laboratory.perform", Kind.EXPERIMENT);

  private static final String OURS = "io/chaoschapters/";

  private enum Kind {
    INVARIANT("invariant"),
    TERM("term in its glossary"),
    SIGNAL("signal"),
    EXPERIMENT("experiment");

    private final String words;

    Kind(String words) {
      this.words = words;
    }
  }

  private final Subject<?> subject;
  private final Optional<ExperimentFile> experiments;
  private final List<String> mistakes = new ArrayList<>();

  private ChapterWords(Subject<?> subject, Optional<ExperimentFile> experiments) {
    this.subject = subject;
    this.experiments = experiments;
  }

  /**
   * One sentence each, with file and line; what is not said as a text in the code is not seen.
   *
   * @param experiments empty when they cannot be read, which is reported where they are
   */
  public static List<String> mistakes(
      Class<?> chapters, Subject<?> subject, Optional<ExperimentFile> experiments) {
    ChapterWords words = new ChapterWords(subject, experiments);
    SaidTexts.of(chapters, words::look);
    return List.copyOf(words.mistakes);
  }

  /**
   * Assertions on an answer that the experiment of their chapter contradicts, one sentence each: a
   * chapter can only pass where one of both is wrong.
   *
   * @param experiments the experiment of a chapter, by the name of its method
   */
  public static List<String> contradictions(
      Class<?> chapters, Subject<?> subject, Map<String, Experiment> experiments) {
    List<String> found = new ArrayList<>();
    SaidTexts.of(
        chapters,
        call -> {
          Experiment experiment = experiments.get(call.within());
          if (experiment != null) {
            contradiction(call, experiment, subject).ifPresent(found::add);
          }
        });
    return List.copyOf(found);
  }

  private static Optional<String> contradiction(
      SaidTexts.Call call, Experiment experiment, Subject<?> subject) {
    Expectation expected = experiment.expected();
    return unexpected(call, expected, subject)
        .map(
            asserted ->
                RootLocale.format(
                    "%s: the chapter asserts %s, but its experiment '%s' expects '%s'. Correct the assertion, or 'expect.anomaly' of the experiment.",
                    call.where(), asserted, experiment.name(), expected.words()));
  }

  /** What an assertion on an answer asks for that is not expected. */
  private static Optional<String> unexpected(
      SaidTexts.Call call, Expectation expected, Subject<?> subject) {
    if (call.method().equals(OURS + "diagnosis/grading/DiagnosisAssert.findsNoAnomaly")) {
      boolean isNone =
          expected.alternatives().stream().anyMatch(one -> one.kind() == Expectation.Kind.NONE);
      return isNone ? Optional.empty() : Optional.of("no anomaly");
    }
    if (!call.method().startsWith(OURS + "diagnosis/grading/DiagnosisAssert.names")) {
      return Optional.empty();
    }
    List<Term> asserted =
        call.texts().stream().flatMap(text -> subject.glossary().find(text).stream()).toList();
    boolean oneIsEnough = call.method().endsWith(".namesEither");
    if (oneIsEnough && asserted.stream().anyMatch(expected.allTerms()::contains)) {
      return Optional.empty();
    }
    return asserted.stream()
        .filter(term -> !expected.allTerms().contains(term))
        .map(term -> "'" + term.name() + "'")
        .findFirst();
  }

  private void look(SaidTexts.Call call) {
    Kind kind =
        call.method().startsWith(OURS) ? METHODS.get(call.method().substring(OURS.length())) : null;
    if (kind == null) {
      return;
    }
    Collection<String> known = known(kind);
    Predicate<String> isKnown =
        kind == Kind.TERM ? text -> subject.glossary().find(text).isPresent() : known::contains;
    call.texts().stream()
        .filter(isKnown.negate())
        .filter(text -> !known.isEmpty())
        .map(
            text ->
                RootLocale.format(
                    "%s: subject '%s' has no %s '%s'%s (known: %s).",
                    call.where(),
                    subject.id(),
                    kind.words,
                    Words.quoted(text),
                    NearMatch.hint(text, known),
                    String.join(", ", known)))
        .forEach(mistakes::add);
  }

  private Collection<String> known(Kind kind) {
    return switch (kind) {
      case INVARIANT -> subject.invariants().stream().map(Invariant::id).toList();
      case TERM -> subject.glossary().names();
      case SIGNAL -> subject.signals().stream().map(Signal::id).toList();
      case EXPERIMENT -> experiments();
    };
  }

  private List<String> experiments() {
    return experiments.stream()
        .flatMap(file -> file.experiments().stream())
        .map(Experiment::name)
        .toList();
  }
}
