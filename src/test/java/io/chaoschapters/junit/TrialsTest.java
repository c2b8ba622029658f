package io.chaoschapters.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.diagnosis.evidence.EvidenceJson;
import io.chaoschapters.diagnosis.leak.ForbiddenPhrasesFile;
import io.chaoschapters.report.trials.Proportion;
import io.chaoschapters.report.trials.TrialLog;
import io.chaoschapters.report.trials.TrialOutcome;
import io.chaoschapters.report.trials.TrialResult;
import io.chaoschapters.report.trials.TrialTable;
import io.chaoschapters.report.trials.TrialTableFile;
import io.chaoschapters.subject.Subject;
import io.chaoschapters.text.RootLocale;
import io.chaoschapters.toy.ToyQueueShow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Trials of the toy, as somebody makes them of a subject of their own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // One run is looked at from several sides.
class TrialsTest {
  private static final String MEASURABLE = "flood,freeze,flood-and-freeze,control";

  private final DemoOutcome two = run("two").trials(2, ToyQueueShow.class);

  private static DemoRun run(String name) {
    return DemoRun.named("trials-" + name + "-" + System.nanoTime())
        .setting("trials.experiments", MEASURABLE)
        .setting("trials.seed", "7");
  }

  private static Path folder(DemoOutcome outcome) {
    try (Stream<Path> found = Files.list(outcome.output().resolve("toy").resolve("trials"))) {
      return found.reduce((a, b) -> b.compareTo(a) > 0 ? b : a).orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TrialTable table(DemoOutcome outcome) {
    return TrialTableFile.read(folder(outcome).resolve(TrialTableFile.JSON_FILE));
  }

  private static List<TrialResult> results(DemoOutcome outcome) {
    return TrialLog.read(folder(outcome)).results();
  }

  @Test
  void everyExperiment_isPerformedAndEachDiagnoserIsAskedAboutTheSameEvidence() {
    DemoOutcome outcome = two;

    assertThat(outcome.results().testEvents().failed().list()).isEmpty();
    TrialTable table = table(outcome);
    assertThat(table.row("toy", "flood").orElseThrow().right()).isEqualTo(new Proportion(2, 2));
    assertThat(table.row("toy", "flood-and-freeze").orElseThrow().expected())
        .isEqualTo("queue overflow and node outage");
    assertThat(table.row("toy", "all faults").orElseThrow().right())
        .isEqualTo(new Proportion(6, 6));
    assertThat(table.row("always-none", "all faults").orElseThrow().missed()).isEqualTo(6);
    assertThat(table.row("first-term", "all controls").orElseThrow().falseAlarms()).isEqualTo(3);
    assertThat(results(outcome))
        .allSatisfy(r -> assertThat(r.answers()).hasSize(1 + 5).allMatch(a -> a.grade() != null));
    assertThat(outcome.printed())
        .contains("1 of 4 experiments are controls", "none left", "all controls");
  }

  /** Side by side they are the same trials, each in a run of its own, with the same verdicts. */
  @Test
  void clustersSideBySide_makeTheSameTrials() {
    DemoOutcome outcome =
        run("parallel").setting("trials.parallel", "3").trials(2, ToyQueueShow.class);

    assertThat(outcome.results().testEvents().failed().list()).isEmpty();
    assertThat(results(outcome))
        .extracting(TrialResult::number)
        .containsExactlyInAnyOrderElementsOf(
            results(two).stream().map(TrialResult::number).toList());
    assertThat(table(outcome).row("toy", "all faults").orElseThrow().right())
        .isEqualTo(table(two).row("toy", "all faults").orElseThrow().right());
    assertThat(table(outcome).row("toy", "all controls").orElseThrow().right())
        .isEqualTo(table(two).row("toy", "all controls").orElseThrow().right());
    assertThat(outcome.output().resolve("toy"))
        .isDirectoryContaining("glob:**/2*")
        .satisfies(toy -> assertThat(runs(toy)).hasSize(3));
    String progress = outcome.printed();
    assertThat(progress.substring(0, progress.indexOf("none left"))).containsOnlyOnce("Runtime: ");
  }

  private static List<Path> runs(Path subject) {
    try (Stream<Path> found = Files.list(subject)) {
      return found.filter(folder -> folder.getFileName().toString().matches("\\d{8}-.*")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void moreClustersThanTheMachineHolds_areRefusedBeforeAnyIsStarted() {
    DemoOutcome outcome =
        run("too-many").setting("trials.parallel", "100000").trials(1, ToyQueueShow.class);

    assertThat(outcome.results().containerEvents().failed().list()).isNotEmpty();
    assertThat(outcome.output()).doesNotExist();
  }

  @Test
  void controls_makeUpTheirShare() {
    TrialTable table = table(two);

    assertThat(table.header().controls() / (double) table.header().planned()).isGreaterThan(0.29);
  }

  @Test
  void eachTrial_leavesEvidencePromptAndAnswer() {
    DemoOutcome outcome = two;
    TrialResult flood =
        results(outcome).stream()
            .filter(r -> r.experiment().equals("flood"))
            .findFirst()
            .orElseThrow();
    Path own = folder(outcome).resolve(RootLocale.format("%04d-flood", flood.number()));

    assertThat(EvidenceJson.read(own.resolve("evidence.json")).violations()).isNotEmpty();
    assertThat(own.resolve("toy").resolve("prompt.txt")).exists();
    assertThat(own.resolve("toy").resolve("answer.json")).exists();
    assertThat(ForbiddenPhrasesFile.read(own)).isPresent();
    assertThat(own.resolve("series.json")).exists();
    assertThat(flood.detectSeconds()).isBetween(0.0, 5.0);
    assertThat(outcome.folder().resolve("report.html")).content().contains("all controls");
    assertThat(folder(outcome).resolve("trials.csv")).content().startsWith("diagnoser,experiment,");
  }

  @Test
  void trialsOfOneSeed_haveOneOrder_andGlossariesOfOtherOrders() {
    DemoOutcome again = run("seed").trials(2, ToyQueueShow.class);

    assertThat(results(again))
        .extracting(TrialResult::experiment)
        .isEqualTo(results(two).stream().map(TrialResult::experiment).toList());
    assertThat(
            results(again).stream()
                .map(
                    r ->
                        folder(again)
                            .resolve(RootLocale.format("%04d-%s", r.number(), r.experiment())))
                .map(trial -> EvidenceJson.read(trial.resolve("evidence.json")).glossary().names())
                .distinct())
        .hasSizeGreaterThan(3);
  }

  @Test
  void faultNobodySees_isNeitherHitNorMiss_andTheRunStaysGreen() {
    DemoOutcome outcome =
        run("unseen").setting("trials.experiments", "unseen,control").trials(1, ToyQueueShow.class);

    assertThat(outcome.results().testEvents().failed().list()).isEmpty();
    assertThat(outcome.results().testEvents().aborted().list()).hasSize(1);
    assertThat(table(outcome).row("toy", "unseen").orElseThrow().errors()).isEqualTo(1);
    assertThat(table(outcome).failures())
        .singleElement()
        .asString()
        .contains("unseen: invalid injection. Invalid injection: no witness saw");
  }

  @Test
  void evidenceThatGivesTheAnswerAway_isRed() {
    DemoOutcome outcome =
        run("leak").service(Subject.class, LeakTest.Leaky.class).trials(1, ToyQueueShow.class);

    assertThat(outcome.results().testEvents().failed().list()).isNotEmpty();
    assertThat(results(outcome))
        .filteredOn(r -> r.experiment().equals("flood"))
        .singleElement()
        .satisfies(
            r -> {
              assertThat(r.outcome()).isEqualTo(TrialOutcome.LEAK);
              assertThat(r.reason()).contains("gives the answer away", "queue overflow");
              assertThat(r.answers()).isEmpty();
            });
  }

  @Test
  void requiredShareIsMissed_runIsRed() {
    DemoRun run = run("require").setting("trials.require", "0.9").setting("ai", "constant-term");
    DemoOutcome outcome =
        run.service(
                io.chaoschapters.diagnosis.DiagnoserProvider.class,
                BaselineChaptersTest.Constant.class)
            .trials(1, ToyQueueShow.class);

    assertThat(outcome.failure("the table of trials"))
        .hasMessageContaining("got 1/3 of all faults right, less than the 0.9");
  }

  @Test
  void chaptersThemselves_areNotPerformed() {
    assertThat(two.happened()).doesNotContain("CHAPTER_STARTED");
  }

  @Test
  void noTrialsAskedFor_engineFindsNothing() {
    DemoOutcome outcome = run("none").trials(0, ToyQueueShow.class);

    assertThat(outcome.results().containerEvents().started().list()).hasSize(1);
    assertThat(outcome.results().testEvents().list()).isEmpty();
  }
}
