package io.chaoschapters.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalFileTest {
  @TempDir Path folder;

  @Test
  void writtenJournal_isReadAsItWas() {
    Path path = folder.resolve("journal.jsonl");
    JournalEvent written;
    try (Journal journal = Journal.create(path, Clock.systemUTC())) {
      journal.enterChapter("01-first");
      written = journal.append(EventType.NOTE, Map.of("text", "hello", "list", List.of(1, "two")));
    }

    assertThat(JournalFile.read(path)).isEqualTo(new JournalFile(List.of(written), 0));
  }

  @Test
  void lineThatIsNoEvent_isCountedAndLeftOut() throws IOException {
    Path path = folder.resolve("journal.jsonl");
    try (Journal journal = Journal.create(path, Clock.systemUTC())) {
      journal.append(EventType.NOTE, Map.of("text", "whole"));
    }
    // An event of a later version, and a line cut in the middle of a character.
    Files.writeString(path, "{\"type\":\"LATER\"}\n{\"data\":\"caf", StandardOpenOption.APPEND);
    Files.write(path, new byte[] {(byte) 0xc3}, StandardOpenOption.APPEND);

    JournalFile file = JournalFile.read(path);

    assertThat(file.events()).singleElement().returns("whole", event -> event.text("text"));
    assertThat(file.unreadableLines()).isEqualTo(2);
  }

  @Test
  void cutAnywhere_isReadUpToItsLastWholeLine() throws Exception {
    Path path = folder.resolve("journal.jsonl");
    List<JournalEvent> all = new ArrayList<>();
    try (Journal journal = Journal.create(path, Clock.systemUTC())) {
      all.add(journal.append(EventType.NOTE, Map.of("text", "▄▀ müde 😀")));
      all.add(journal.append(EventType.OBSERVED, Map.of("signals", Map.of("a", 1.5))));
      all.add(journal.append(EventType.RUN_ENDED, Map.of("verdict", "passed")));
    }

    CutAnywhere.of(
        path,
        left -> {
          JournalFile file = JournalFile.read(path);
          int whole = CutAnywhere.wholeLines(left);
          // A last line that only lacks its end is whole.
          int read = file.events().size();
          assertThat(read).isBetween(whole, whole + 1);
          assertThat(file.events()).isEqualTo(all.subList(0, read));
          assertThat(read + file.unreadableLines())
              .isEqualTo(whole + (CutAnywhere.isWithinALine(left) ? 1 : 0));
        });
  }
}
