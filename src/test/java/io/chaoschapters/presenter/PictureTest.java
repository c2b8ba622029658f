package io.chaoschapters.presenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chaoschapters.journal.EventType;
import io.chaoschapters.journal.JournalEvent;
import io.chaoschapters.stage.Symbols;
import io.chaoschapters.stage.Theme;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PictureTest {
  private static final Theme THEME = Theme.of("dark", Symbols.UNICODE, Map.of());
  private static final List<JournalEvent> RUN =
      List.of(
          event(1, EventType.RUN_STARTED, Map.of("title", "A tank")),
          event(2, EventType.CHAPTER_SCHEDULED, Map.of("number", 1, "title", "Filling")),
          event(3, EventType.CHAPTER_JUDGED, Map.of("verdict", "PASS")),
          event(4, EventType.CHAPTER_SCHEDULED, Map.of("number", 2, "title", "Spilling")),
          event(5, EventType.CHAPTER_JUDGED, Map.of("verdict", "PASS")));

  private static JournalEvent event(int at, EventType type, Map<String, Object> data) {
    return new JournalEvent(at, Instant.EPOCH, at, type, "chapter", data);
  }

  @Test
  void chapterOfTheRun_isDrawnAsItWasWhenJudged() {
    assertThat(Picture.frame(RUN, "1", THEME).text())
        .contains("Filling")
        .doesNotContain("Spilling");
    assertThat(Picture.frame(RUN, "2", THEME).text()).contains("Spilling");
  }

  @Test
  void chapterThatWasNotJudged_isRefused() {
    assertThatThrownBy(() -> Picture.frame(RUN, "3", THEME))
        .isInstanceOf(ShowFailedException.class)
        .hasMessageContaining("no verdict of chapter '3'");
  }
}
