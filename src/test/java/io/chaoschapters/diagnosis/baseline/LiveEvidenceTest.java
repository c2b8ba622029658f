package io.chaoschapters.diagnosis.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.diagnosis.Diagnoser;
import io.chaoschapters.diagnosis.Diagnosers;
import io.chaoschapters.diagnosis.Inquiry;
import io.chaoschapters.diagnosis.SavedCase;
import io.chaoschapters.report.trials.Proportion;
import io.chaoschapters.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who knows something, and who does not, by evidence of live faults that trials have saved. */
class LiveEvidenceTest {
  private static final String SAVED = "docs/trials/evidence/";

  /** The wider experiments are hard on purpose; the demo's faults are not among what it misses. */
  private static final Map<String, List<String>> MISSED =
      Map.of(
          "ratelimiter",
          List.of("fail-local", "node-killed-and-store-silent", "store-out-of-memory"),
          "tikv",
          List.of("heartbeats-not-heard", "store-killed-while-leaders-are-evicted"));

  static Stream<Arguments> baselinesAndSubjects() {
    return MISSED.keySet().stream()
        .sorted()
        .flatMap(
            subject -> {
              List<String> faults =
                  SavedCase.of(SAVED + subject).stream()
                      .filter(saved -> saved.kind().equals("fault"))
                      .map(SavedCase::expected)
                      .toList();
              return Stream.concat(
                      Baselines.of(faults, 42).stream(),
                      Stream.of(Baselines.mostCommonTerm(faults.subList(0, 1))))
                  .map(baseline -> Arguments.of(baseline, subject));
            });
  }

  private static List<SavedCase> wrong(Diagnoser diagnoser, List<SavedCase> cases) {
    return cases.stream().filter(saved -> !isRight(diagnoser, saved)).toList();
  }

  private static boolean isRight(Diagnoser diagnoser, SavedCase saved) {
    return saved
        .grader()
        .apply(diagnoser.diagnose(Inquiry.about(saved.evidence(), text -> {})))
        .isRight();
  }

  private static boolean isMostlyRight(Diagnoser diagnoser, List<SavedCase> cases) {
    int right = cases.size() - wrong(diagnoser, cases).size();
    return new Proportion(right, cases.size()).low() > 0.5;
  }

  /** Good in both, by the lower end of the interval, is what {@code trials.require} refuses. */
  @ParameterizedTest
  @MethodSource("baselinesAndSubjects")
  void trivialBaseline_isNotGoodAtLiveFaultsAndControls(Diagnoser baseline, String subject) {
    List<SavedCase> faults = new ArrayList<>();
    List<SavedCase> controls = new ArrayList<>();
    SavedCase.of(SAVED + subject)
        .forEach(saved -> (saved.kind().equals("control") ? controls : faults).add(saved));

    assertThat(controls).hasSizeGreaterThanOrEqualTo(5);
    assertThat(faults).hasSizeGreaterThanOrEqualTo(8);
    assertThat(isMostlyRight(baseline, faults) && isMostlyRight(baseline, controls)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ratelimiter", "tikv", "tikv-in-containers"})
  void embeddedModel_missesOnlyWhatTheTablesSay(String subject) {
    try (Diagnoser semantic = Diagnosers.open("semantic", Settings.of(Map.of()))) {
      assertThat(wrong(semantic, SavedCase.of(SAVED + subject)))
          .extracting(saved -> saved.name().replaceFirst("^\\d+-", ""))
          .isSubsetOf(MISSED.getOrDefault(subject, List.of()));
    }
  }
}
