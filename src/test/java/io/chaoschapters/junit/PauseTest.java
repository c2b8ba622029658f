package io.chaoschapters.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.chaoschapters.ChaosDemo;
import io.chaoschapters.Chapter;
import io.chaoschapters.Experiment;
import io.chaoschapters.diagnosis.Diagnostician;
import io.chaoschapters.monitor.Monitor;
import io.chaoschapters.session.EnvironmentStarter;
import io.chaoschapters.settings.Settings;
import io.chaoschapters.subject.installed.Subjects;
import io.chaoschapters.toy.ToyCluster;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** A host in the launcher session's store leads the show and sees failures before teardown. */
class PauseTest {

  @ChaosDemo(subject = "toy")
  static class Mixed {
    @Chapter(order = 1, title = "Passes")
    void passes() {}

    @Chapter(order = 2, title = "Does not apply")
    void doesNotApply() {
      Assumptions.assumeTrue(false);
    }

    @Chapter(order = 3, title = "Fails with the fault in place")
    @Experiment("long-flood")
    void goesWrong(Monitor monitor, Diagnostician ai) {
      monitor.awaitViolation("backlog-small");
      ai.diagnose();
      throw new AssertionError("wrong");
    }

    @Chapter(order = 4, title = "Cannot be injected")
    @Experiment("unseen")
    void unseen() {}
  }

  /** Notes what the conductor is asked for among the events of the journal. */
  private static final class Recorder implements Conductor {
    final List<String> heard = new ArrayList<>();
    final List<String> answers = new ArrayList<>();

    @Override
    public void awaitStart(ChapterInfo chapter) {
      heard.add("start " + chapter.name());
    }

    @Override
    public void review(FailedChapter failed) {
      heard.add("review " + failed.chapter().name());
      if (failed.diagnostician().evidence().isPresent()) {
        answers.add(failed.diagnostician().askAgain("toy").headline());
      }
    }

    StageHost host() {
      return new StageHost(this, entry -> heard.add(entry.type()), new OpenShows());
    }
  }

  private static void launch(StageHost host, Class<?> fixture) {
    DemoRun.named("paused")
        .within(
            new ByteArrayOutputStream(),
            () -> {
              try (host;
                  LauncherSession session = LauncherFactory.openSession()) {
                host.lead(
                    () ->
                        session
                            .getLauncher()
                            .execute(
                                LauncherDiscoveryRequestBuilder.request()
                                    .selectors(selectClass(fixture))
                                    .build()));
                assertThat(host.shows().of("toy")).as("show open after execution").isPresent();
              }
              return fixture;
            });
  }

  @Test
  void failures_areReviewedBeforeTeardown_andNothingElseIs() {
    Recorder recorder = new Recorder();
    launch(recorder.host(), Mixed.class);
    assertThat(recorder.heard)
        .containsSubsequence("CHAPTER_SCHEDULED", "start 01-passes", "CHAPTER_STARTED")
        .containsSubsequence(
            "FAULT_INJECTED",
            "CHAPTER_JUDGED",
            "review 03-goes-wrong",
            "FAULT_ENDED",
            "RECOVERED",
            "CHAPTER_ENDED");
    assertThat(recorder.heard.stream().filter(heard -> heard.startsWith("review ")))
        .containsExactly("review 03-goes-wrong", "review 04-unseen");
    assertThat(recorder.answers).containsExactly("queue overflow");
  }

  @Test
  void sessionEnds_showIsClosedAndSaysSo() {
    Recorder recorder = new Recorder();
    StageHost host = recorder.host();
    launch(host, Mixed.class);
    assertThat(recorder.heard).endsWith("RUN_ENDED");
    assertThat(host.shows().of("toy")).isEmpty();
  }

  @Test
  void oneShowCannotBeClosed_theOthersAreAndItIsTold() {
    Recorder recorder = new Recorder();
    StageHost host = recorder.host();
    List<RunSession> opened = new ArrayList<>();
    DemoRun run = DemoRun.named("host-close");
    for (String subject : List.of("a", "b", "c")) {
      opened.add(host.show(subject, () -> open(run, recorder)));
    }
    opened.forEach(PauseTest::refuseToClose);
    assertThatThrownBy(host::close)
        .isInstanceOf(IllegalStateException.class)
        .satisfies(failure -> assertThat(failure.getSuppressed()).hasSize(3));
    assertThat(recorder.heard.stream().filter("RUN_ENDED"::equals)).hasSize(3);
  }

  private static RunSession open(DemoRun run, Recorder recorder) {
    return run.within(
        new ByteArrayOutputStream(),
        () ->
            RunSession.open(
                new EnvironmentStarter(
                        Subjects.find("toy"),
                        Settings.ofProcess(),
                        entry -> recorder.heard.add(entry.type()),
                        1)
                    .start(),
                recorder));
  }

  private static void refuseToClose(RunSession show) {
    ((ToyCluster) show.environment().cluster())
        .on(
            "close",
            () -> {
              throw new IllegalStateException("the clients do not end");
            });
  }
}
