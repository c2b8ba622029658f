package io.chaoschapters.subject.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.waiting.Progress;
import io.chaoschapters.waiting.Wait;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A command of a fault, and what it has started, ends with the JVM that ran it, whatever ends it.
 */
class CommandGuardTest {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @TempDir private Path folder;

  /** Nobody else sleeps so long. */
  private final String seconds = "2" + ThreadLocalRandom.current().nextInt(100_000, 999_999);

  @AfterEach
  void endSleepers() {
    sleepers().forEach(ProcessHandle::destroyForcibly);
  }

  private List<ProcessHandle> sleepers() {
    return ProcessHandle.allProcesses()
        .filter(
            process ->
                process
                    .info()
                    .arguments()
                    .map(arguments -> List.of(arguments).contains(seconds))
                    .orElse(false))
        .filter(process -> process.info().command().orElse("").endsWith("sleep"))
        .toList();
  }

  @Test
  void jvmIsKilledDuringACommand_theGuardEndsIt() throws IOException {
    Process victim =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                CommandVictim.class.getName(),
                folder.toString(),
                seconds)
            .inheritIO()
            .start();
    try {
      Wait.atMost("the command", PATIENCE)
          .until(() -> new Progress(!sleepers().isEmpty(), "it has not begun"));
    } finally {
      victim.destroyForcibly();
    }

    Wait.atMost("the end of the command", PATIENCE)
        .until(() -> new Progress(sleepers().isEmpty(), "it goes on"));
    assertThat(sleepers()).isEmpty();
  }
}
