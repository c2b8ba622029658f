package io.chaoschapters.runtime.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chaoschapters.runtime.Leftover;
import io.chaoschapters.runtime.process.ChildJvm;
import io.chaoschapters.runtime.process.ProcessIdentity;
import io.chaoschapters.waiting.Progress;
import io.chaoschapters.waiting.Wait;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs that are no components end on every way out, with all that they have started. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "it looks into /proc")
class OwnedProgramsTest {
  /** Deaf, and with a daemon whose parent is gone: nothing but its mark tells whose it is. */
  private static final List<String> STUBBORN =
      List.of("sh", "-c", "trap '' TERM; (setsid sleep 31415 &); sleep 1000; sleep 1000");

  @TempDir Path folder;

  /** A JVM for the test to end. */
  static final class Helper {
    private Helper() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
      Path folder = Path.of(arguments[0]);
      OwnedPrograms programs = open(folder);
      Process program =
          programs.start(STUBBORN, programs.folder(), Map.of("PATH", "/usr/bin:/bin"));
      List<String> pids = pids(program);
      Path ready = Files.write(folder.resolve("started.tmp"), pids);
      Files.move(ready, folder.resolve("started"));
      new CountDownLatch(1).await();
    }
  }

  private static OwnedPrograms open(Path run) throws IOException {
    return OwnedPrograms.open(
        Files.createDirectories(run.resolve("elsewhere")), run, run.resolve("logs"));
  }

  private static List<String> pids(Process program) {
    List<String> pids = new ArrayList<>();
    Wait.atMost("the program's children", Duration.ofSeconds(20))
        .until(
            () ->
                new Progress(
                    program.descendants().count() >= 1 && daemons().count() >= 1, "not there yet"));
    Stream.of(Stream.of(program.toHandle()), program.descendants(), daemons())
        .flatMap(all -> all)
        .map(ProcessIdentity::of)
        .map(ProcessIdentity::words)
        .forEach(pids::add);
    return pids;
  }

  private static Stream<ProcessHandle> daemons() {
    return ProcessHandle.allProcesses()
        .filter(process -> process.info().commandLine().orElse("").endsWith("sleep 31415"));
  }

  private static List<ProcessIdentity> parsed(List<String> lines) {
    return lines.stream()
        .map(line -> line.split(" "))
        .map(words -> ProcessIdentity.parse(words[0], words[1]))
        .toList();
  }

  private static void awaitEnd(List<ProcessIdentity> all) {
    Wait.atMost("end of all", Duration.ofSeconds(20))
        .until(
            () -> {
              List<ProcessIdentity> left =
                  all.stream().filter(process -> process.find().isPresent()).toList();
              return new Progress(left.isEmpty(), "there: " + left);
            });
  }

  @Test
  void end_takesChildrenWithIt() throws IOException {
    try (OwnedPrograms programs = open(folder)) {
      Process program =
          programs.start(STUBBORN, programs.folder(), Map.of("PATH", "/usr/bin:/bin"));
      List<ProcessIdentity> all = parsed(pids(program));

      assertThat(programs.end(program, Duration.ofMillis(200))).isFalse();

      awaitEnd(all);
    }
    assertThat(hasWorkFolder()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"KILL", "TERM", "INT"})
  void jvmEnds_guardEndsThemAll(String signal) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(List.of("env", "--default-signal=INT,TERM,HUP", "setsid"));
    command.addAll(ChildJvm.command(Helper.class, folder));
    command.add(folder.toString());
    Process jvm = new ProcessBuilder(command).inheritIO().start();
    Path started = folder.resolve("started");
    Wait.atMost("start", Duration.ofSeconds(40))
        .until(() -> new Progress(Files.exists(started) || !jvm.isAlive(), "not started"));
    List<ProcessIdentity> all = parsed(Files.readAllLines(started));
    assertThat(all).hasSizeGreaterThanOrEqualTo(3);

    new ProcessBuilder("kill", "-s", signal, Long.toString(jvm.pid()))
        .inheritIO()
        .start()
        .waitFor();

    awaitEnd(all);
    Wait.atMost("removal of the folder", Duration.ofSeconds(20))
        .until(() -> new Progress(!hasWorkFolder(), "it is there"));
  }

  /** When the guard is gone with the JVM, the run's folder is all that the doctor knows. */
  @Test
  void folderElsewhere_isFoundByTheRun_andNoOtherLinkIsFollowed() throws IOException {
    Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
    Path link = WorkFolder.createElsewhere(elsewhere, folder);
    Files.writeString(link.resolve("secret"), "");
    Path precious = Files.createDirectories(folder.resolve("precious"));
    Path foreign = Files.createSymbolicLink(folder.resolve("work-foreign"), precious);

    List<Leftover> found =
        LocalLeftovers.find(List.of(folder)).stream()
            .filter(left -> left.description().contains(folder.toString()))
            .toList();
    found.forEach(Leftover::remove);

    assertThat(found)
        .extracting(Leftover::description)
        .containsOnlyOnce("working folder " + link)
        .noneMatch(what -> what.contains("foreign"));
    assertThat(elsewhere).isEmptyDirectory();
    assertThat(link).doesNotExist();
    assertThat(precious).exists();
    assertThatThrownBy(() -> WorkFolder.remove(foreign)).hasMessageContaining("left alone");
  }

  private boolean hasWorkFolder() {
    try (Stream<Path> here = Files.list(folder);
        Stream<Path> there = Files.list(folder.resolve("elsewhere"))) {
      Stream<Path> files = Stream.concat(here, there);
      return files.anyMatch(file -> file.getFileName().toString().startsWith("work-"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
