package io.chaoschapters.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.diagnosis.DiagnoserProvider;
import io.chaoschapters.diagnosis.llm.FakeModelServer;
import io.chaoschapters.diagnosis.llm.FakeModelServer.Reply;
import io.chaoschapters.diagnosis.llm.KeyedOpenAiProvider;
import io.chaoschapters.diagnosis.llm.Wire;
import io.chaoschapters.report.trials.TrialLog;
import io.chaoschapters.report.trials.TrialResult;
import io.chaoschapters.toy.ToyQueueShow;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Trials that are cut off lose the one under way and nothing else. */
class TrialsResumeTest {
  private static final String EXPERIMENTS = "flood,freeze,control";
  private static final int TRIALS = 4;

  private final String name = "resume-" + System.nanoTime();

  private DemoRun run() {
    return DemoRun.named(name).setting("trials.experiments", EXPERIMENTS);
  }

  private Path trials() throws IOException {
    Path parent = Path.of("target", "toy-runs", name, "toy", "trials");
    try (Stream<Path> found = Files.list(parent)) {
      return found.sorted().findFirst().orElseThrow();
    }
  }

  private long series() throws IOException {
    try (Stream<Path> found = Files.list(trials().getParent())) {
      return found.count();
    }
  }

  /** Kills the process once so many trials are on the disk. */
  private void cutOffAfter(int trials) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx128m");
    run().setting("trials", Integer.toString(TRIALS)).properties().forEach(command::add);
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), ToyProgram.class.getName()));
    Process child = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (BufferedReader output = child.inputReader()) {
      String line = output.readLine();
      while (line != null && !line.strip().startsWith(trials + "/")) {
        line = output.readLine();
      }
      assertThat(line).as("a line about trial %d", trials).isNotNull();
    } finally {
      child.destroyForcibly().waitFor();
    }
  }

  @Test
  void processIsKilled_sameCommandGoesOnAndKeepsWhatWasMeasured() throws Exception {
    cutOffAfter(3);
    List<TrialResult> before = TrialLog.read(trials()).results();
    long seed = TrialLog.read(trials()).header().seed();
    DemoOutcome outcome = run().trials(TRIALS, ToyQueueShow.class);

    TrialLog.Content after = TrialLog.read(trials());
    assertThat(before).hasSizeGreaterThanOrEqualTo(3);
    assertThat(after.isFinished()).isTrue();
    assertThat(after.results()).startsWith(before.toArray(TrialResult[]::new));
    assertThat(after.results()).extracting(TrialResult::number).doesNotHaveDuplicates();
    assertThat(after.header().seed()).isEqualTo(seed);
    assertThat(outcome.started()).hasSize(after.results().size() - before.size() + 1);
    assertThat(outcome.printed())
        .contains("Going on with the trials in", before.size() + " are done");
    assertThat(series()).isEqualTo(1);
  }

  @Test
  void everythingIsDone_sameCommandBeginsAnew() throws IOException {
    run().trials(1, ToyQueueShow.class);
    run().trials(1, ToyQueueShow.class);

    assertThat(series()).isEqualTo(2);
  }

  @Test
  void otherSettings_areNotCountedTogether() throws Exception {
    cutOffAfter(1);
    DemoOutcome outcome =
        run()
            .setting("trials.resume", trials().toString())
            .setting("poll", "60")
            .trials(TRIALS, ToyQueueShow.class);

    assertThat(outcome.containerFailure())
        .hasMessageContaining("are of other experiments, diagnosers or settings");
  }

  @Test
  void resumeSwitchedOff_beginsAnew() throws Exception {
    cutOffAfter(1);
    run().setting("trials.resume", "no").trials(TRIALS, ToyQueueShow.class);

    assertThat(series()).isEqualTo(2);
  }

  @Test
  void diagnoserThatIsNotThere_endsTheTrials_andTheyAreMadeOnceItIs() throws IOException {
    Reply right = Wire.OPENAI.answer(List.of(LanguageModelTest.RIGHT), "end");
    try (FakeModelServer server = new FakeModelServer(Reply.error(404, "{}"), right)) {
      DemoOutcome gone = asking(server).trials(1, ToyQueueShow.class);

      assertThat(gone.containerFailure())
          .hasMessageContainingAll(
              "The trials end here, because 'openai' cannot be asked", "model");
      assertThat(TrialLog.read(trials()).results()).isEmpty();
      assertThat(evidence()).isEqualTo(1);

      asking(server).trials(1, ToyQueueShow.class);
      assertThat(series()).isEqualTo(1);
      assertThat(TrialLog.read(trials()).isFinished()).isTrue();
      assertThat(TrialLog.read(trials()).results())
          .flatExtracting(TrialResult::answers)
          .doesNotContainNull()
          .allMatch(answer -> answer.grade() != null);
    }
  }

  private DemoRun asking(FakeModelServer server) {
    return run()
        .resource(
            "META-INF/services/" + DiagnoserProvider.class.getName(),
            KeyedOpenAiProvider.class.getName())
        .setting("ai", "openai")
        .setting("ai.model", "gpt-4.1")
        .setting("ai.url", server.url());
  }

  /** How many trials have left evidence: it is there before anybody is asked. */
  private long evidence() throws IOException {
    try (Stream<Path> files = Files.walk(trials())) {
      return files.filter(file -> file.endsWith("evidence.json")).count();
    }
  }

  @Test
  void folderWithoutTrials_isSaid() {
    DemoOutcome outcome =
        run().setting("trials.resume", "target/nowhere").trials(1, ToyQueueShow.class);

    assertThat(outcome.containerFailure())
        .hasMessageContaining("Setting 'trials.resume': target/nowhere holds no trials.jsonl");
  }
}
