package io.chaoschapters.runtime.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chaoschapters.runtime.guard.LastWords;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessCleanupTest {
  private static final String MARK = "guard-duty-test";

  @TempDir Path run;
  private Path work;
  private final AtomicInteger attempts = new AtomicInteger();

  @BeforeEach
  void prepare() throws IOException {
    work = WorkFolder.create(run);
    Files.writeString(LastWords.of(run).prepared("summary.json"), "cut off");
  }

  @Test
  void folderCannotBeRemovedAtFirst_isTriedAgain() throws IOException {
    duty(3).cleanUp(true);

    assertThat(attempts).hasValue(3);
    assertThat(work).doesNotExist();
    assertThat(run.resolve("summary.json")).hasContent("cut off");
  }

  @Test
  void folderCannotBeRemoved_lastWordsAreSaidAllTheSame() {
    assertThatThrownBy(() -> duty(Integer.MAX_VALUE).cleanUp(true)).hasMessage("busy");

    assertThat(run.resolve("summary.json")).hasContent("cut off");
  }

  private ProcessCleanup duty(int good) {
    return new ProcessCleanup(
        MARK,
        work,
        new PrintStream(OutputStream.nullOutputStream(), false, UTF_8),
        folder -> {
          if (attempts.incrementAndGet() < good) {
            throw new IOException("busy");
          }
          WorkFolder.remove(folder);
        });
  }
}
