package io.chaoschapters.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalInterruptTest {
  @TempDir Path folder;

  @Test
  void threadIsInterrupted_itsEventAndLaterOnesAreWritten() throws IOException {
    Path path = folder.resolve("journal.jsonl");
    try (Journal journal = Journal.create(path, Clock.systemUTC())) {
      Thread.currentThread().interrupt();
      journal.append(EventType.NOTE, Map.of("text", "one"));
      journal.appendDurably(EventType.NOTE, Map.of("text", "two"));
      assertThat(Thread.interrupted()).isTrue();
      journal.append(EventType.NOTE, Map.of("text", "three"));
    }

    assertThat(Files.readAllLines(path)).hasSize(3);
  }
}
