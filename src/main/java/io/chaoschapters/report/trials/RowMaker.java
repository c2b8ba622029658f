package io.chaoschapters.report.trials;

import io.chaoschapters.diagnosis.grading.Grade;
import io.chaoschapters.report.trials.TrialHeader.Tried;
import io.chaoschapters.run.AnswerMarks;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Counts what one diagnoser answered. */
final class RowMaker {
  private final String diagnoser;
  private final List<TrialResult> results;

  RowMaker(String diagnoser, List<TrialResult> results) {
    this.diagnoser = diagnoser;
    this.results = results;
  }

  TrialRow row(Tried tried) {
    return row(tried.name(), tried.expected(), List.of(tried));
  }

  TrialRow sum(String name, List<Tried> experiments) {
    return row(name, "", experiments);
  }

  private TrialRow row(String name, String expected, List<Tried> experiments) {
    Set<String> names = experiments.stream().map(Tried::name).collect(Collectors.toSet());
    List<TrialResult> trials =
        results.stream().filter(result -> names.contains(result.experiment())).toList();
    List<TrialAnswer> answers =
        trials.stream()
            .flatMap(result -> result.answers().stream())
            .filter(answer -> answer.diagnoser().equals(diagnoser))
            .filter(answer -> answer.grade() != null)
            .toList();
    Map<Grade.Outcome, Integer> counts = new EnumMap<>(Grade.Outcome.class);
    answers.forEach(
        answer -> counts.merge(Objects.requireNonNull(answer.grade()), 1, Integer::sum));
    int skipped =
        (int) trials.stream().filter(trial -> trial.outcome() == TrialOutcome.NOT_POSSIBLE).count();
    return new TrialRow(
        diagnoser,
        name,
        expected,
        experiments.stream().mapToInt(Tried::planned).sum(),
        new Proportion(count(counts, Grade.Outcome.RIGHT), answers.size()),
        count(
            counts,
            Grade.Outcome.WRONG_TERM,
            Grade.Outcome.WRONG_COMPONENT,
            Grade.Outcome.OVER_BLAMED),
        count(counts, Grade.Outcome.MISSED),
        count(counts, Grade.Outcome.FALSE_ALARM),
        count(counts, Grade.Outcome.UNSURE),
        count(
            counts,
            Arrays.stream(Grade.Outcome.values())
                .filter(o -> o == Grade.Outcome.INVALID || o.isWithoutAnswer())
                .toArray(Grade.Outcome[]::new)),
        trials.size() - answers.size() - skipped,
        skipped,
        Times.of(known(trials, TrialResult::detectSeconds)),
        Times.of(known(known(trials, TrialResult::marks), AnswerMarks::afterViolationSeconds)),
        (int) known(trials, TrialResult::marks).stream().filter(AnswerMarks::afterFault).count(),
        (int) trials.stream().filter(this::isNamedBySystem).count(),
        Times.of(known(answers, TrialAnswer::seconds)),
        sum(known(answers, TrialAnswer::promptTokens)),
        sum(known(answers, TrialAnswer::answerTokens)),
        cost(known(answers, TrialAnswer::cost)),
        AgentFigures.of(answers));
  }

  /** Whether it is right in a trial in which the system itself says the answer. */
  private boolean isNamedBySystem(TrialResult trial) {
    AnswerMarks marks = trial.marks();
    return marks != null
        && !marks.namedBySystem().isEmpty()
        && trial.answers().stream()
            .anyMatch(
                answer ->
                    answer.diagnoser().equals(diagnoser) && answer.grade() == Grade.Outcome.RIGHT);
  }

  private static int count(Map<Grade.Outcome, Integer> counts, Grade.Outcome... outcomes) {
    return new HashSet<>(List.of(outcomes))
        .stream().mapToInt(outcome -> counts.getOrDefault(outcome, 0)).sum();
  }

  private static <T, V> List<V> known(List<T> all, Function<T, @Nullable V> value) {
    return all.stream().flatMap(one -> Stream.ofNullable(value.apply(one))).toList();
  }

  private static @Nullable Long sum(List<Integer> tokens) {
    return tokens.isEmpty() ? null : tokens.stream().mapToLong(Integer::longValue).sum();
  }

  private static @Nullable Double cost(List<Double> dollars) {
    return dollars.isEmpty() ? null : dollars.stream().mapToDouble(Double::doubleValue).sum();
  }
}
