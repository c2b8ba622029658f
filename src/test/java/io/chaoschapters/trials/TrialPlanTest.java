package io.chaoschapters.trials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chaoschapters.chaos.experiment.Experiment;
import io.chaoschapters.chaos.experiment.ExperimentFile;
import io.chaoschapters.chaos.experiment.InvalidExperimentException;
import io.chaoschapters.report.trials.TrialHeader.Tried;
import io.chaoschapters.settings.InvalidSettingException;
import io.chaoschapters.settings.Settings;
import io.chaoschapters.text.RootLocale;
import io.chaoschapters.toy.ToySubject;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrialPlanTest {
  private final List<Experiment> all = ExperimentFile.load(new ToySubject()).experiments();

  private TrialPlan plan(int repetitions) {
    return TrialPlan.of(all, repetitions, 1, "chaos/toy.yaml");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 10, 50})
  void fewControls_areRepeatedUntilTheyMakeUpTheirShare(int repetitions) {
    TrialPlan plan = plan(repetitions);
    double controls = plan.trials().stream().filter(t -> t.experiment().isControl()).count();

    assertThat(controls / plan.trials().size()).isBetween(0.29, 0.36);
    assertThat(plan.note())
        .startsWith(
            RootLocale.format("1 of %d experiments are controls: to make up 29 %%", all.size()));
    assertThat(plan.experiments())
        .filteredOn(tried -> !tried.control())
        .extracting(Tried::planned)
        .containsOnly(repetitions);
  }

  @Test
  void enoughControls_areRepeatedLikeAllOthers() {
    List<Experiment> balanced =
        all.stream().filter(e -> Set.of("flood", "freeze", "control").contains(e.name())).toList();

    TrialPlan plan = TrialPlan.of(balanced, 4, 1, "chaos/toy.yaml");

    assertThat(plan.trials()).hasSize(12);
    assertThat(plan.note()).isEmpty();
  }

  @Test
  void eachRound_hasEveryExperiment() {
    List<Trial> trials = plan(3).trials();
    Set<String> faults =
        all.stream().filter(e -> !e.isControl()).map(Experiment::name).collect(Collectors.toSet());

    Set<String> seen = new HashSet<>();
    for (Trial trial : trials) {
      if (!trial.experiment().isControl() && !seen.add(trial.experiment().name())) {
        assertThat(seen).isEqualTo(faults);
        seen.clear();
        seen.add(trial.experiment().name());
      }
    }
    assertThat(trials).extracting(Trial::number).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void seed_decidesTheOrder() {
    assertThat(names(plan(2))).isEqualTo(names(plan(2)));
    assertThat(names(TrialPlan.of(all, 2, 2, "f"))).isNotEqualTo(names(plan(2)));
  }

  private static List<String> names(TrialPlan plan) {
    return plan.trials().stream().map(Trial::name).toList();
  }

  @Test
  void selectionWithoutAControl_namesThoseThatThereAre() {
    ExperimentFile file = ExperimentFile.load(new ToySubject());
    Settings settings = Settings.of(Map.of("chapters.trials.experiments", "flood,short-*"));

    assertThatThrownBy(() -> new Selection(settings).of(file))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining("'flood,short-*', which has no control in it")
        .hasMessageEndingWith("Add one of: control.");
  }

  @Test
  void noControl_isRefusedWithTheWayOut() {
    List<Experiment> faults = all.stream().filter(e -> !e.isControl()).toList();

    assertThatThrownBy(() -> TrialPlan.of(faults, 1, 1, "chaos/toy.yaml"))
        .isInstanceOf(InvalidExperimentException.class)
        .hasMessageStartingWith("chaos/toy.yaml has no control among the experiments")
        .hasMessageContaining("expect: {anomaly: none}");
  }
}
