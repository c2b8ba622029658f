package io.chaoschapters.runtime.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.runtime.Component;
import io.chaoschapters.runtime.ComponentRuntime;
import io.chaoschapters.runtime.ComponentState;
import io.chaoschapters.runtime.guard.GuardLink;
import io.chaoschapters.runtime.guard.GuardProgram;
import io.chaoschapters.runtime.guard.LastWords;
import io.chaoschapters.runtime.process.Detachment;
import io.chaoschapters.runtime.process.ProcessIdentity;
import io.chaoschapters.runtime.process.ProcessStates;
import io.chaoschapters.waiting.Progress;
import io.chaoschapters.waiting.Wait;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuardTest {
  private static final String MARK = "guard-test";

  @TempDir Path folder;
  private Path work;
  private GuardLink<ProcessIdentity> guard;
  private Process child;

  @BeforeEach
  void start() throws IOException {
    work = WorkFolder.create(folder);
    GuardProgram program =
        new GuardProgram(
            Detachment.find(), Guard.class, folder.resolve("guard.log"), MARK, work.toString());
    guard = new GuardLink<>(program::start);
    child = sleeper();
  }

  private static Process sleeper() {
    try {
      return new ProcessBuilder("sleep", "1000").start();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @AfterEach
  void end() {
    guard.close();
    child.destroyForcibly();
  }

  @Test
  void timeLimitPasses_guardThaws() throws IOException {
    guard.arm(identity(), Duration.ofMillis(300));
    Signals.suspend(child.pid());

    awaitState(ProcessStates.State.RUNNING);
  }

  @Test
  void timeLimitPasses_componentGoesOn(@TempDir Path other) throws IOException {
    try (ComponentRuntime runtime = Tiny.runtime(other)) {
      Component component = runtime.start(List.of(Tiny.serving("a"))).get(0);
      component.freeze(Duration.ofMillis(300));

      Wait.atMost("thawed by the guard", Tiny.PATIENCE)
          .until(
              () ->
                  new Progress(
                      component.state() == ComponentState.RUNNING, "" + component.state()));
      assertThat(Tiny.answers(component, Tiny.PATIENCE)).isTrue();
    }
  }

  @Test
  void limitIsOver_everythingIsEndedThoughTheJvmIsThere() throws IOException {
    guard.track(identity());
    Signals.suspend(child.pid());

    guard.endAfter(Duration.ofMillis(100));

    Wait.atMost("end of the child", Tiny.PATIENCE)
        .until(() -> new Progress(!child.isAlive(), "alive"));
  }

  @Test
  void limitIsLifted_nothingIsEnded() throws InterruptedException {
    guard.track(identity());

    guard.endAfter(Duration.ofMillis(300)).close();

    assertThat(child.waitFor(800, TimeUnit.MILLISECONDS)).isFalse();
  }

  @Test
  void guardKilled_anotherKeepsTheLimit() {
    guard.track(identity());
    guard.endAfter(Duration.ofMillis(1_500));

    guard.guard().destroyForcibly();

    Wait.atMost("end of the child", Tiny.PATIENCE)
        .until(() -> new Progress(!child.isAlive(), "alive"));
  }

  @Test
  void inputEndsWithoutAWord_lastWordsAreSpoken() throws IOException, InterruptedException {
    Files.writeString(LastWords.of(folder).prepared("summary.json"), "cut off");
    Process alone =
        new GuardProgram(
                Detachment.find(), Guard.class, folder.resolve("guard.log"), MARK, work.toString())
            .start();

    alone.getOutputStream().close();

    assertThat(alone.waitFor()).isZero();
    assertThat(folder.resolve("summary.json")).hasContent("cut off");
    assertThat(folder.resolve(LastWords.FOLDER)).doesNotExist();
  }

  @Test
  void closedInGoodOrder_saysNothing() throws IOException {
    Path prepared = LastWords.of(folder).prepared("summary.json");
    Files.writeString(prepared, "cut off");

    guard.close();

    assertThat(prepared).exists();
    assertThat(folder.resolve("summary.json")).doesNotExist();
  }

  @Test
  void inputEnds_trackedProcessAndFolderAreGone() throws IOException, InterruptedException {
    Files.writeString(work.resolve("file"), "left");
    guard.track(identity());
    Signals.suspend(child.pid());

    guard.close();

    // It was ended before the guard left; this JVM hears of it a moment later.
    Wait.atMost("end of the child", Tiny.PATIENCE)
        .until(() -> new Progress(!child.isAlive(), "alive"));
    assertThat(work).doesNotExist();
  }

  @Test
  void inputEnds_otherProcessWithTheSameIdIsLeftAlone() {
    ProcessIdentity real = identity();
    guard.track(new ProcessIdentity(real.pid(), real.started() - 6_000, real.boot()));

    guard.close();

    assertThat(child.isAlive()).isTrue();
  }

  @Test
  void guardKilled_anotherTakesOver() throws IOException {
    guard.track(identity());
    ProcessHandle first = guard.guard();
    first.destroyForcibly();
    Wait.atMost("another guard", Tiny.PATIENCE)
        .until(() -> new Progress(guard.guard().pid() != first.pid(), "still the first"));

    guard.arm(identity(), Duration.ofMillis(200));
    Signals.suspend(child.pid());
    awaitState(ProcessStates.State.RUNNING);
    guard.close();

    assertThat(child.isAlive()).isFalse();
  }

  private ProcessIdentity identity() {
    return ProcessIdentity.of(child.toHandle());
  }

  private void awaitState(ProcessStates.State wanted) {
    Wait.atMost("state " + wanted, Tiny.PATIENCE)
        .until(
            () -> {
              ProcessStates.State seen = ProcessStates.of(child.pid());
              return new Progress(seen == wanted, "state " + seen);
            });
  }
}
