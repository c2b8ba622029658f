package io.chaoschapters.runtime.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.runtime.process.ChildJvm;
import io.chaoschapters.runtime.process.ProcessIdentity;
import io.chaoschapters.waiting.Progress;
import io.chaoschapters.waiting.Wait;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ends a JVM that has a component frozen, in all the ways a JVM ends. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "setsid makes the process group of the terminal")
class WayOutTest {
  @TempDir Path folder;
  private Process jvm;
  private List<ProcessIdentity> children;

  @BeforeEach
  void startJvm() throws IOException {
    Path output = folder.resolve("output");
    // A JVM whose starter ignores a signal ignores it too: put back what a terminal would give it.
    List<String> command =
        new ArrayList<>(List.of("env", "--default-signal=INT,TERM,HUP", "setsid"));
    command.addAll(ChildJvm.command(WayOutHelper.class, folder));
    command.add(Files.createDirectory(folder.resolve("run")).toString());
    jvm =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    Path started = folder.resolve("started");
    Wait.atMost("the JVM's cluster", Tiny.PATIENCE)
        .until(() -> new Progress(Files.exists(started) || !jvm.isAlive(), "not started"));
    assertThat(started).as("output: " + Files.readString(output)).exists();
    children =
        Files.readAllLines(started).stream()
            .map(line -> line.split(" "))
            .map(words -> ProcessIdentity.parse(words[0], words[1]))
            .toList();
    assertThat(children).as("two components and the guard").hasSize(3).allMatch(this::isThere);
  }

  @AfterEach
  void endWhatIsLeft() {
    jvm.destroyForcibly();
    children.forEach(child -> child.find().ifPresent(ProcessHandle::destroyForcibly));
  }

  @ParameterizedTest
  @CsvSource({"INT, 1", "INT, 2", "TERM, 1", "HUP, 1"})
  void signalToTheProcessGroup_rollsBackFirstAndLeavesNothing(String signal, int times)
      throws IOException, InterruptedException {
    for (int i = 0; i < times; i++) {
      send(signal, -jvm.pid());
    }

    assertNothingIsLeft();
    assertThat(folder.resolve("rolled-back")).content().isEqualTo("RUNNING");
  }

  @ParameterizedTest
  @ValueSource(strings = {"one process", "the group"})
  void killed_leavesNothing(String whom) throws IOException, InterruptedException {
    send("KILL", whom.equals("the group") ? -jvm.pid() : jvm.pid());

    assertNothingIsLeft();
  }

  private void send(String signal, long target) throws IOException, InterruptedException {
    Process kill =
        new ProcessBuilder("kill", "-s", signal, "--", Long.toString(target)).inheritIO().start();
    assertThat(kill.waitFor()).isZero();
  }

  private void assertNothingIsLeft() throws IOException, InterruptedException {
    assertThat(jvm.waitFor(Tiny.PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    Wait.atMost("end of all children", Tiny.PATIENCE)
        .until(
            () -> {
              List<ProcessIdentity> left = children.stream().filter(this::isThere).toList();
              return new Progress(left.isEmpty(), "there: " + left);
            });
    try (var files = Files.list(folder.resolve("run"))) {
      assertThat(files).containsExactly(folder.resolve("run/logs"));
    }
  }

  private boolean isThere(ProcessIdentity child) {
    return child.find().isPresent();
  }
}
