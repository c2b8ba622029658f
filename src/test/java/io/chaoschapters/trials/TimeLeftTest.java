package io.chaoschapters.trials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chaoschapters.chaos.experiment.Experiment;
import io.chaoschapters.chaos.experiment.ExperimentFile;
import io.chaoschapters.report.trials.TrialOutcome;
import io.chaoschapters.report.trials.TrialResult;
import io.chaoschapters.toy.ToySubject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class TimeLeftTest {
  private static final Offset<Double> EXACTLY = within(1e-9);

  private final TrialPlan plan =
      TrialPlan.of(
          ExperimentFile.load(new ToySubject()).experiments().stream()
              .filter(e -> Set.of("flood", "freeze", "control").contains(e.name()))
              .toList(),
          2,
          1,
          "chaos/toy.yaml");

  private final double declared =
      plan.trials().stream().mapToDouble(trial -> declared(trial.experiment())).sum();

  private static double declared(Experiment experiment) {
    return experiment.declared().toMillis() / 1000.0;
  }

  private static TrialResult took(Trial trial, double seconds) {
    return new TrialResult(
        trial.number(),
        trial.experiment().name(),
        TrialOutcome.MEASURED,
        "",
        Instant.EPOCH,
        seconds,
        null,
        List.of(),
        null);
  }

  @Test
  void nothingMadeYet_whatIsDeclaredAndAGuessForTheRest() {
    assertThat(new TimeLeft(plan, List.of(), 1).seconds())
        .isCloseTo(declared + 4 * plan.trials().size(), EXACTLY);
  }

  @Test
  void made_isLeftOutAndTeachesHowLongTheOthersTake() {
    Trial first = plan.trials().get(0);
    double beside = 1.5;
    TimeLeft left = new TimeLeft(plan, List.of(), 1);
    left.made(took(first, declared(first.experiment()) + beside));

    assertThat(left.seconds())
        .isCloseTo(
            declared - declared(first.experiment()) + beside * (plan.trials().size() - 1), EXACTLY);
  }

  @Test
  void everyExperimentMadeBefore_takesAsLongAgain() {
    List<TrialResult> earlier =
        plan.trials().stream().filter(t -> t.repetition() == 1).map(t -> took(t, 50)).toList();

    TimeLeft left = new TimeLeft(plan, earlier, 1);

    assertThat(left.seconds()).isCloseTo(50.0 * (plan.trials().size() - earlier.size()), EXACTLY);
    assertThat(left.words()).isEqualTo("3 min"); // 150 s
  }

  @Test
  void allMade_nothingIsLeft() {
    TimeLeft left = new TimeLeft(plan, plan.trials().stream().map(t -> took(t, 9)).toList(), 1);

    assertThat(left.seconds()).isZero();
    assertThat(left.words()).isEqualTo("0 s");
  }
}
