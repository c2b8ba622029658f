package io.chaoschapters.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.chaos.undo.UndoLedger;
import io.chaoschapters.runtime.RuntimeProvider;
import io.chaoschapters.runtime.UndoStep;
import io.chaoschapters.runtime.guard.LastWords;
import io.chaoschapters.runtime.installed.Runtimes;
import io.chaoschapters.runtime.process.Owner;
import io.chaoschapters.runtime.process.ProcessIdentity;
import io.chaoschapters.waiting.Progress;
import io.chaoschapters.waiting.Wait;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Every process here belongs to an owner of this test's own making. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "processes are known by /proc/<pid>/environ")
class DoctorTest {
  private static final int MANY = 50;

  @TempDir Path output;
  private Path run;
  private final List<Process> processes = new ArrayList<>();
  private final List<String> told = new ArrayList<>();

  @BeforeEach
  void makeRun() throws IOException {
    run = Files.createDirectories(output.resolve("toy/run-1"));
  }

  @AfterEach
  void endProcesses() {
    processes.forEach(Process::destroyForcibly);
  }

  @Test
  void nothingLeft_touchesAndTellsNothing() {
    assertThat(doctor().clean(told::add)).isEmpty();
    assertThat(told).isEmpty();
  }

  @Test
  void frozenProcessOfADeadJvm_isEnded() throws IOException, InterruptedException {
    Process left = process(gone());
    assertThat(new ProcessBuilder("kill", "-STOP", "" + left.pid()).start().waitFor()).isZero();

    assertThat(doctor().clean(told::add)).isEmpty();

    awaitEnd(left);
    assertThat(told).singleElement().asString().startsWith("Cleaned up: process " + left.pid());
  }

  @Test
  void processOfALivingJvm_isLeftAlone() throws IOException {
    Process owned = process(Owner.self());
    Process elsewhere = process(new Owner("another-machine", gone().process()));
    Process stranger = process(null);

    assertThat(doctor().clean(told::add)).isEmpty();

    assertThat(told).isEmpty();
    assertThat(List.of(owned, elsewhere, stranger)).allMatch(Process::isAlive);
  }

  @Test
  void runOfADeadJvm_isClosed() throws IOException {
    Files.writeString(run.resolve("owner"), gone().toString());
    Files.createDirectories(run.resolve("work-1/store"));
    Files.writeString(LastWords.of(run).prepared("summary.json"), "cut off");
    Files.writeString(run.resolveSibling("show-" + gone().process().pid() + ".cast"), "frames");
    try (UndoLedger ledger = UndoLedger.open(run)) {
      ledger.arm("two", "freeze", List.of(new UndoStep("thaw", List.of("kill", "-CONT", "1"))));
    }

    assertThat(doctor().clean(told::add)).isEmpty();

    assertThat(told)
        .hasSize(2)
        .last()
        .asString()
        .contains("run-1", "cut off", "freeze of experiment 'two'");
    assertThat(UndoLedger.pending(run.resolve(UndoLedger.FILE_NAME))).isEmpty();
    assertThat(run.resolve("summary.json")).hasContent("cut off");
    assertThat(run.resolve("show.cast")).hasContent("frames");
    try (var files = Files.list(run)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("summary.json", "show.cast", UndoLedger.FILE_NAME);
    }
    assertThat(doctor().clean(told::add)).isEmpty();
    assertThat(told).hasSize(2);
  }

  @Test
  void twoRunsBeginAtOnce_bothAreContent() throws Exception {
    for (int i = 0; i < MANY; i++) {
      Path cutOff = Files.createDirectories(output.resolve("toy/cut-off-" + i));
      Files.writeString(cutOff.resolve("owner"), gone().toString());
      Files.writeString(LastWords.of(cutOff).prepared("summary.json"), "cut off");
    }
    CyclicBarrier together = new CyclicBarrier(2);
    Callable<List<String>> begins =
        () -> {
          together.await();
          return doctor().clean(sentence -> {});
        };
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      for (Future<List<String>> problems : threads.invokeAll(List.of(begins, begins))) {
        assertThat(problems.get()).isEmpty();
      }
    } finally {
      threads.shutdownNow();
    }

    for (int i = 0; i < MANY; i++) {
      assertThat(output.resolve("toy/cut-off-" + i)).isDirectoryContaining("glob:**summary.json");
      assertThat(output.resolve("toy/cut-off-" + i + "/owner")).doesNotExist();
    }
  }

  @Test
  void runOfALivingJvm_isLeftAlone() throws IOException {
    Files.createDirectories(run.resolve("work-1"));
    RunOwner owner = RunOwner.note(run, local().get(0));

    assertThat(doctor().clean(told::add)).isEmpty();

    assertThat(run.resolve("work-1")).exists();
    owner.close();
    assertThat(run.resolve("owner")).doesNotExist();
  }

  @Test
  void folderThatOnlyLooksLikeARun_isLeftAlone() throws IOException {
    Files.createDirectories(run.resolve("work-1"));
    Files.writeString(run.resolve("owner"), "somebody else's notes");

    assertThat(doctor().clean(told::add)).isEmpty();

    assertThat(run.resolve("work-1")).exists();
    assertThat(told).isEmpty();
  }

  private Doctor doctor() {
    return new Doctor(output, local());
  }

  private static List<RuntimeProvider> local() {
    return Runtimes.onClassPath().all().stream().filter(r -> r.id().equals("local")).toList();
  }

  /** Process ids end before this number. */
  private static Owner gone() {
    return new Owner(Owner.self().place(), new ProcessIdentity(999_999_999, 1));
  }

  private Process process(Owner owner) throws IOException {
    ProcessBuilder builder = new ProcessBuilder("sleep", "1000");
    builder.environment().remove(Owner.VARIABLE);
    builder.environment().put("RUN_OF_RUNTIME", "doctor-test");
    if (owner != null) {
      builder.environment().put(Owner.VARIABLE, owner.toString());
    }
    Process started = builder.start();
    processes.add(started);
    return started;
  }

  private static void awaitEnd(Process process) {
    Wait.atMost("end of process " + process.pid(), Duration.ofSeconds(10))
        .until(() -> new Progress(!process.isAlive(), "alive"));
  }
}
