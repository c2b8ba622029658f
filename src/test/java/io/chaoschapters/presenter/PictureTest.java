package io.chaoschapters.presenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chaoschapters.presenter.mode.ShowFailedException;
import io.chaoschapters.run.ChapterEvent;
import io.chaoschapters.run.ChapterVerdict;
import io.chaoschapters.run.JournalEntry;
import io.chaoschapters.run.SampleEvents;
import io.chaoschapters.run.Script;
import io.chaoschapters.stage.frame.Theme;
import io.chaoschapters.stage.text.Symbols;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PictureTest {
  private static final Theme THEME = Theme.of("dark", Symbols.UNICODE, Map.of());
  private static final List<JournalEntry> RUN =
      new Script()
          .event(SampleEvents.started("tank"))
          .chapter("01-filling")
          .event(
              SampleEvents.scheduled(1, "Filling"),
              new ChapterEvent.Judged(ChapterVerdict.PASS, ""))
          .chapter("02-spilling")
          .event(
              SampleEvents.scheduled(2, "Spilling"),
              new ChapterEvent.Judged(ChapterVerdict.PASS, ""))
          .entries();

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

  @Test
  void chapterOfTheRun_movesFromItsAnnouncementToItsVerdict() {
    String svg = new MovingPicture(RUN, "2", THEME).svg();

    assertThat(svg).contains("Spilling").contains("animation:8.00s");
  }

  @Test
  void movingPictureOfAChapterThatWasNotJudged_isRefused() {
    assertThatThrownBy(() -> new MovingPicture(RUN, "3", THEME).svg())
        .isInstanceOf(ShowFailedException.class)
        .hasMessageContaining("no verdict of chapter '3'");
  }
}
