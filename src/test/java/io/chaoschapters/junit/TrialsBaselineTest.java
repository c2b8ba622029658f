package io.chaoschapters.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.diagnosis.DiagnoserProvider;
import io.chaoschapters.report.baseline.Baseline;
import io.chaoschapters.report.baseline.BaselineFile;
import io.chaoschapters.report.baseline.Tally;
import io.chaoschapters.report.trials.TrialLog;
import io.chaoschapters.toy.ToyQueueShow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Trials of the toy that are compared with what they came to before. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // The baseline is made once.
class TrialsBaselineTest {
  private static final int MUCH = 60;

  private Path folder = Path.of("");
  private Path made = Path.of("");
  private @Nullable DemoOutcome making;

  private static DemoRun run(String name) {
    return DemoRun.named("baseline-" + name + "-" + System.nanoTime())
        .setting("trials.experiments", "flood,control");
  }

  @BeforeAll
  void makeTheBaseline(@TempDir Path temporary) {
    folder = temporary;
    made = folder.resolve("baselines/toy.json");
    making =
        run("make")
            .setting("trials.baseline", made.toString())
            .setting("trials.baseline.update", "true")
            .trials(2, ToyQueueShow.class);
  }

  /** As if each experiment had been performed many times and always been right. */
  private Path large(String name) {
    Baseline small = new BaselineFile(made, "").read();
    Path path = folder.resolve(name);
    new BaselineFile(path, "")
        .write(
            Baseline.of(
                small.made(),
                small.runtime(),
                small.comparability(),
                small.tallies().stream()
                    .map(t -> new Tally(t.experiment(), t.control(), MUCH, MUCH, 0, 0, null, null))
                    .toList()));
    return path;
  }

  private static int trials(DemoOutcome outcome) throws IOException {
    try (Stream<Path> found = Files.list(outcome.output().resolve("toy").resolve("trials"))) {
      return TrialLog.read(found.findFirst().orElseThrow()).results().size();
    }
  }

  @Test
  void update_writesWhatTheTrialsCameTo_andIsGreen() {
    Baseline baseline = new BaselineFile(made, "").read();
    DemoOutcome making = Objects.requireNonNull(this.making);
    assertThat(making.results().testEvents().failed().list()).isEmpty();
    assertThat(making.printed()).contains("Baseline written: " + made);
    assertThat(baseline.comparability().diagnoser()).isEqualTo("toy");
    assertThat(baseline.tallies())
        .extracting(Tally::experiment, Tally::control, Tally::answers, Tally::right)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("flood", false, 2, 2),
            org.assertj.core.groups.Tuple.tuple("control", true, 2, 2));
  }

  @Test
  void noBaseline_failsBeforeAnyTrial_andSaysHowToMakeOne() {
    DemoOutcome outcome =
        run("none")
            .setting("trials.baseline", folder.resolve("none.json").toString())
            .trials(1, ToyQueueShow.class);
    assertThat(outcome.containerFailure())
        .hasMessageContainingAll("There is no baseline", "-Dtrials.baseline.update=true");
    assertThat(outcome.started()).isEmpty();
  }

  @Test
  void tooFewTrials_areNoPass() {
    DemoOutcome outcome =
        run("few").setting("trials.baseline", made.toString()).trials(1, ToyQueueShow.class);
    assertThat(outcome.failure("the table of trials")).hasMessageContaining("which is no pass");
  }

  @Test
  void asGoodAsBefore_isGreen_andShowsTheTable() {
    DemoOutcome outcome =
        run("same")
            .setting("trials.baseline", large("same.json").toString())
            .trials(10, ToyQueueShow.class);
    assertThat(outcome.results().testEvents().failed().list()).isEmpty();
    assertThat(outcome.printed())
        .contains("Compared with the baseline", "Not worse than the baseline")
        .containsPattern("flood +60/60 +10/10");
  }

  @Test
  void worseDiagnoser_isRed_butOnlyComparedWhenThatIsWanted() {
    DemoRun run =
        run("worse")
            .setting("trials.baseline", large("worse.json").toString())
            .setting("ai", "constant-term")
            .service(DiagnoserProvider.class, BaselineChaptersTest.Constant.class);
    assertThat(run.trials(1, ToyQueueShow.class).containerFailure())
        .hasMessageContainingAll(
            "the diagnoser was 'toy' and is 'constant-term'", "-Dbaseline.across=diagnoser");

    DemoOutcome compared =
        run.setting("baseline.across", "diagnoser").trials(1, ToyQueueShow.class);
    assertThat(compared.failure("the table of trials"))
        .hasMessageContainingAll(
            "Worse than the baseline", "control: a new false alarm (1 of 1 answers");
    assertThat(compared.printed()).containsPattern("control \\(control\\) +60/60 +0/1 +- +BROKEN");
  }

  @Test
  void otherExperiments_areNotCompared() {
    DemoOutcome outcome =
        run("other")
            .setting("trials.experiments", "flood,freeze,control")
            .setting("trials.baseline", made.toString())
            .trials(1, ToyQueueShow.class);
    assertThat(outcome.containerFailure()).hasMessageContaining("freeze is new");
  }

  @Test
  void untilDecided_stopsEarly_andTheNextRunBeginsAnew() throws IOException {
    DemoRun run =
        run("until")
            .setting("trials.baseline", large("until.json").toString())
            .setting("trials.maximum", "20");
    DemoOutcome outcome = run.trialsUntilDecided(ToyQueueShow.class);
    int made = trials(outcome);
    assertThat(outcome.results().testEvents().failed().list()).isEmpty();
    assertThat(made).isBetween(8, 38).isEven();
    assertThat(outcome.printed())
        .contains("Decided after " + made + " of at most 40 trials", "Not worse than");

    assertThat(run.trialsUntilDecided(ToyQueueShow.class).printed())
        .contains("Decided after", "40 trials of toy")
        .doesNotContain("Going on with");

    DemoOutcome worse =
        run.service(DiagnoserProvider.class, BaselineChaptersTest.Constant.class)
            .setting("ai", "constant-term")
            .setting("baseline.across", "diagnoser")
            .trialsUntilDecided(ToyQueueShow.class);
    assertThat(worse.printed()).contains("Decided after 2 of at most 40 trials");
    assertThat(worse.failure("the table of trials")).hasMessageContaining("new false alarm");
  }

  @Test
  void untilDecidedWithoutABaseline_isAMistake() {
    DemoOutcome outcome = run("undecidable").trialsUntilDecided(ToyQueueShow.class);
    assertThat(outcome.containerFailure())
        .hasMessageContainingAll("until-decided", "-Dtrials.baseline=FILE");
  }

  @Test
  void noNumberOfTrials_isToldWithWhatThereIs() {
    DemoOutcome outcome = run("many").trials("many", ToyQueueShow.class);
    assertThat(outcome.containerFailure())
        .hasMessageContainingAll("'trials'", "or until-decided", "'many'");
  }
}
