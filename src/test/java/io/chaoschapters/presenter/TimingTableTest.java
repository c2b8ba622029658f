package io.chaoschapters.presenter;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.journal.EventType;
import io.chaoschapters.journal.JournalEvent;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TimingTableTest {
  private final TimingTable table = new TimingTable();

  @Test
  void chapterThatWasPlayed_hasAllItsTimes() {
    at(10, EventType.CHAPTER_SCHEDULED);
    at(14, EventType.CHAPTER_SCHEDULED);
    at(14, EventType.CHAPTER_STARTED);
    at(21.5, EventType.CHAPTER_JUDGED);
    at(22, EventType.CHAPTER_ENDED);

    assertThat(table.lines().get(1)).matches("A title +4\\.0 +7\\.5 +0\\.5 +12\\.0");
    assertThat(table.lines().get(2)).matches("sum +12\\.0");
  }

  @Test
  void chapterThatDidNotEnd_hasNoTimeInventedForIt() {
    at(10, EventType.CHAPTER_SCHEDULED);
    at(14, EventType.CHAPTER_STARTED);

    assertThat(table.lines().get(1)).matches("A title +4\\.0 +- +- +-");
    assertThat(table.lines().get(2)).matches("sum +0\\.0");
  }

  private void at(double elapsed, EventType type) {
    table.on(new JournalEvent(1, Instant.EPOCH, elapsed, type, "01-a", Map.of("title", "A title")));
  }
}
