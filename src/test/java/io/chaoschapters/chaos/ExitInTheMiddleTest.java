package io.chaoschapters.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.chaos.undo.UndoLedger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExitInTheMiddleTest {
  @TempDir Path folder;

  @Test
  void jvmEndsWhileAFaultIsActive_faultIsRolledBackAndThatIsWritten()
      throws IOException, InterruptedException {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                ExitInTheMiddle.class.getName(),
                folder.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output").toFile())
            .start();
    try {
      assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
    } finally {
      child.destroyForcibly();
    }

    assertThat(child.exitValue()).as(Files.readString(folder.resolve("output"))).isEqualTo(7);
    assertThat(UndoLedger.pending(folder.resolve(UndoLedger.FILE_NAME))).isEmpty();
    assertThat(Files.readString(folder.resolve(UndoLedger.FILE_NAME))).contains("\"undone\"");
    assertThat(Files.readString(folder.resolve("journal.jsonl")))
        .contains("The JVM ends while a fault is active", "FAULT_ENDED", "LOAD_ENDED");
  }
}
