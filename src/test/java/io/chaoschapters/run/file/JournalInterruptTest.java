package io.chaoschapters.run.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.run.RunEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalInterruptTest {
  @TempDir Path folder;

  @Test
  void threadIsInterrupted_itsEventAndLaterOnesAreWritten() throws IOException {
    Path path = folder.resolve("journal.jsonl");
    try (Journal journal = Journal.create(path, Clock.systemUTC())) {
      Thread.currentThread().interrupt();
      journal.note("one");
      journal.appendDurably(new RunEvent.Note("two"));
      assertThat(Thread.interrupted()).isTrue();
      journal.note("three");
    }

    assertThat(Files.readAllLines(path)).hasSize(3);
  }
}
