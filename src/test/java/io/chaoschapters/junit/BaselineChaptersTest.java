package io.chaoschapters.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.chaos.experiment.ExperimentFile;
import io.chaoschapters.diagnosis.Diagnoser;
import io.chaoschapters.diagnosis.DiagnoserProvider;
import io.chaoschapters.diagnosis.baseline.Baselines;
import io.chaoschapters.diagnosis.baseline.ConstantTerm;
import io.chaoschapters.run.ChapterVerdict;
import io.chaoschapters.settings.Settings;
import io.chaoschapters.toy.ToyQueueShow;
import io.chaoschapters.toy.ToySubject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Chapters must fail a diagnoser that knows nothing; those of the toy are like any others. */
class BaselineChaptersTest {

  /** Opens the baseline that the setting names. */
  abstract static class Provider implements DiagnoserProvider {
    private final Diagnoser diagnoser;

    Provider(Diagnoser diagnoser) {
      this.diagnoser = diagnoser;
    }

    @Override
    public String id() {
      return diagnoser.id();
    }

    @Override
    public Diagnoser open(Settings settings) {
      return diagnoser;
    }
  }

  /** Always the same term. */
  public static final class Constant extends Provider {
    public Constant() {
      super(new ConstantTerm("queue overflow"));
    }
  }

  /** Never an anomaly. */
  public static final class None extends Provider {
    public None() {
      super(Baselines.alwaysNone());
    }
  }

  /** The glossary's first. */
  public static final class First extends Provider {
    public First() {
      super(Baselines.firstTerm());
    }
  }

  /** What the experiments expect most often. */
  public static final class MostCommon extends Provider {
    public MostCommon() {
      super(Baselines.mostCommonTerm(expectations()));
    }

    private static List<String> expectations() {
      return ExperimentFile.load(new ToySubject()).experiments().stream()
          .flatMap(experiment -> experiment.expected().terms().stream())
          .map(term -> term.name())
          .toList();
    }
  }

  @Test
  void diagnoserThatKnows_passes() {
    assertThat(DemoRun.of(ToyQueueShow.class).verdicts().values())
        .hasSize(4)
        .containsOnly(ChapterVerdict.PASS);
  }

  @ParameterizedTest
  @ValueSource(classes = {Constant.class, None.class, First.class, MostCommon.class})
  void diagnoserThatKnowsNothing_failsTheRunByItsAnswersAlone(Class<? extends Provider> provider)
      throws ReflectiveOperationException {
    DemoOutcome outcome =
        DemoRun.named("baseline-" + provider.getSimpleName())
            .service(DiagnoserProvider.class, provider)
            .setting("ai", provider.getConstructor().newInstance().id())
            .run(ToyQueueShow.class);
    assertThat(outcome.verdicts().values())
        .hasSize(4)
        .isSubsetOf(ChapterVerdict.PASS, ChapterVerdict.FAIL)
        .contains(ChapterVerdict.FAIL);
    assertThat(outcome.summary().chapters())
        .filteredOn(chapter -> chapter.verdict() == ChapterVerdict.FAIL)
        .allSatisfy(
            chapter -> assertThat(chapter.reason()).contains("expected: ").contains("answered: "));
    assertThat(outcome.events("RUN_ENDED").get(0).at("/data/verdict").asText())
        .isEqualTo("NOT_PASSED");
  }
}
