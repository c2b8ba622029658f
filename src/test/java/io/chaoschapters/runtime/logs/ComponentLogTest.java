package io.chaoschapters.runtime.logs;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.runtime.LogLine;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComponentLogTest {
  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void nameFile() {
    file = folder.resolve("a.log");
  }

  @Test
  void moreLinesThanAreKept_oldestGoFromMemoryButNotFromFile() throws Exception {
    ComponentLog log = new ComponentLog("a", file);
    read(log, "x\n".repeat(ComponentLog.LINES) + "last\n");

    assertThat(log.since(Instant.EPOCH)).hasSize(ComponentLog.LINES);
    assertThat(log.last(2)).containsExactly("x", "last");
    assertThat(Files.readAllLines(file)).hasSize(ComponentLog.LINES + 1);
  }

  @Test
  void endlessLine_isCut() throws Exception {
    ComponentLog log = new ComponentLog("a", file);
    read(log, "y".repeat(100_000) + "\nnext");

    assertThat(log.since(Instant.EPOCH))
        .extracting(LogLine::text)
        .containsExactly("y".repeat(LogLine.MAX_LENGTH), "next");
  }

  @Test
  void fileFull_saysSoAndMemoryGoesOn() throws Exception {
    ComponentLog log = new ComponentLog("a", file, 10);
    read(log, "0123456789\n");
    read(log, "more\n");

    assertThat(Files.readString(file))
        .isEqualTo("0123456789\n(this file is full; later lines are not written)\n");
    assertThat(log.last(1)).containsExactly("more");
  }

  @Test
  void fileCannotBeWritten_memoryGoesOn() throws Exception {
    ComponentLog log = new ComponentLog("a", folder.resolve("missing/a.log"));
    read(log, "one\r\ntwo\n");

    assertThat(log.last(5)).containsExactly("one", "two");
  }

  @Test
  void sinceLater_olderLinesAreLeftOut() throws Exception {
    ComponentLog log = new ComponentLog("a", file);
    read(log, "old\n");

    assertThat(log.since(Instant.now().plusSeconds(60))).isEmpty();
  }

  private static void read(ComponentLog log, String printed)
      throws IOException, InterruptedException {
    log.read(new ByteArrayInputStream(printed.getBytes(StandardCharsets.UTF_8))).join();
  }
}
