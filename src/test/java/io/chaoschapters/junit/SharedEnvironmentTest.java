package io.chaoschapters.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.ChaosDemo;
import io.chaoschapters.Chapter;
import io.chaoschapters.diagnosis.Diagnoser;
import io.chaoschapters.diagnosis.DiagnoserProvider;
import io.chaoschapters.diagnosis.baseline.Baselines;
import io.chaoschapters.run.ChapterResult;
import io.chaoschapters.run.ChapterVerdict;
import io.chaoschapters.run.RunSummary;
import io.chaoschapters.settings.KnownSettings;
import io.chaoschapters.settings.Settings;
import io.chaoschapters.toy.ToyCluster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** One environment for all classes of a subject, from before the first to after the last. */
class SharedEnvironmentTest {
  private static final int LATER_SECONDS = 2;

  @ChaosDemo(subject = "toy")
  static class OneClass {
    @Chapter(order = 1, title = "Begin")
    void begin(ToyCluster cluster) {
      cluster.call("one class");
      assertThat(cluster.calls()).doesNotContain("close");
    }

    @Chapter(order = 2, title = "Fails in one class only")
    void same() {
      throw new AssertionError("wrong");
    }
  }

  @ChaosDemo(subject = "toy")
  static class OtherClass {
    @Chapter(order = 1, title = "Go on")
    void goOn(ToyCluster cluster) {
      assertThat(cluster.calls()).contains("one class").doesNotContain("close");
    }

    @Chapter(order = 2, title = "Passes in the other")
    void same() {}
  }

  @Test
  void twoClassesOfOneSubject_shareOneEnvironment() {
    DemoOutcome outcome = DemoRun.of(OneClass.class, OtherClass.class);
    assertThat(outcome.started()).containsExactly("begin", "same", "goOn", "same");
    assertThat(outcome.events("RUN_STARTED")).hasSize(1);
    assertThat(outcome.events("RUN_ENDED")).hasSize(1);
    assertThat(outcome.happened()).endsWith("RUN_ENDED").containsOnlyOnce("RUN_ENDED");
    assertThat(outcome.verdicts()).containsEntry("01-go-on", ChapterVerdict.PASS);
  }

  @Test
  void chaptersOfTheSameNameInTwoClasses_keepTheirOwnResults() {
    DemoOutcome outcome = DemoRun.of(OneClass.class, OtherClass.class);
    assertThat(outcome.verdicts())
        .containsEntry("02-same", ChapterVerdict.FAIL)
        .containsEntry("02-same-other-class", ChapterVerdict.PASS)
        .hasSize(4);
    assertThat(outcome.folder().resolve("chapters/02-same-other-class")).isDirectory();
  }

  /** What else a suite has, such as the chapters of another subject. */
  static class Afterwards {
    @Test
    void takesItsTime() throws InterruptedException {
      assertThat(new CountDownLatch(1).await(LATER_SECONDS, TimeUnit.SECONDS)).isFalse();
    }
  }

  @Test
  void showEndsWithItsLastVerdict_whateverFollowsInTheSuite() {
    RunSummary summary = DemoRun.of(OtherClass.class, Afterwards.class).summary();
    double chapters = summary.chapters().stream().mapToDouble(ChapterResult::seconds).sum();
    assertThat(summary.showSeconds())
        .isBetween(chapters, summary.clusterReadySeconds() + chapters + LATER_SECONDS / 2.0);
  }

  @ChaosDemo(subject = "toy")
  static class WillNotClose {
    @Chapter(order = 1, title = "Clients that do not end")
    void stubborn(ToyCluster cluster) {
      cluster.on(
          "close",
          () -> {
            throw new IllegalStateException("the clients do not end");
          });
    }
  }

  /** Opened before everything else, so it is closed last. */
  public static final class FirstOpened implements DiagnoserProvider {
    @Override
    public String id() {
      return "first-opened";
    }

    @Override
    public Diagnoser open(Settings settings) {
      Path mark = Path.of(settings.text(KnownSettings.OUTPUT), "closed");
      Diagnoser inner = Baselines.alwaysNone();
      return new ClosingNoticed(inner, () -> touch(mark));
    }

    private static void touch(Path mark) {
      try {
        Files.writeString(mark, "closed");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Test
  void clusterCannotBeClosed_everythingElseIs_andTheRunFails() throws IOException {
    DemoRun run =
        DemoRun.named("will-not-close")
            .service(DiagnoserProvider.class, FirstOpened.class)
            .setting("ai", "first-opened");
    Files.deleteIfExists(run.output().resolve("closed"));
    DemoOutcome outcome = run.run(WillNotClose.class);
    assertThat(outcome.containerFailure().getCause())
        .hasMessage("The run could not be ended cleanly: the clients do not end");
    assertThat(outcome.verdicts().values()).containsExactly(ChapterVerdict.PASS);
    assertThat(outcome.happened()).endsWith("RUN_ENDED");
    assertThat(run.output().resolve("closed")).exists();
  }
}
