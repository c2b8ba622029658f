package io.chaoschapters.presenter.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.ChaosDemo;
import io.chaoschapters.Chapter;
import io.chaoschapters.junit.ChapterInfo;
import io.chaoschapters.junit.ChapterPlan;
import io.chaoschapters.run.Waiting;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PacingTest {
  @ChaosDemo(subject = "toy")
  static final class TwoKinds {
    @Chapter(order = 1, title = "By itself", autoAdvance = true, narration = "Hear this.")
    void byItself() {}

    @Chapter(
        order = 2,
        title = "On cue",
        narration =
            """
            One two three four five six seven eight nine ten
            eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty.
            """)
    void onCue() {}
  }

  private final ChapterInfo byItself = ChapterPlan.of(TwoKinds.class).chapters().get(0);
  private final ChapterInfo onCue = ChapterPlan.of(TwoKinds.class).chapters().get(1);

  @Test
  void liveChapterThatAdvancesByItself_countsDownUnlessHeld() {
    assertThat(Pacing.live().before(byItself, false).seconds()).isEqualTo(5.0);
    assertThat(Pacing.live().after(byItself, false).isUntilCue()).isFalse();
    assertThat(Pacing.live().before(byItself, true).isUntilCue()).isTrue();
    assertThat(Pacing.live().after(byItself, true).isUntilCue()).isTrue();
  }

  @Test
  void otherLiveChapter_waitsForTheCueBeforeAndAfter() {
    assertThat(Pacing.live().before(onCue, false).isUntilCue()).isTrue();
    assertThat(Pacing.live().after(onCue, false).isUntilCue()).isTrue();
    assertThat(Pacing.live().atEnd().isUntilCue()).isTrue();
  }

  @Test
  void rehearsal_restsForAsLongAsTheNarrationTakes() {
    assertThat(Pacing.rehearsal().before(onCue, false).seconds()).isEqualTo(20 / 2.5);
    assertThat(Pacing.rehearsal().before(byItself, false).seconds()).isEqualTo(2.0);
    assertThat(Pacing.rehearsal().atEnd().isNone()).isTrue();
  }

  @Test
  void nobodyThere_restsNowhere() {
    assertThat(Pacing.unattended().before(onCue, true).isNone()).isTrue();
    assertThat(Pacing.unattended().after(onCue, true).isNone()).isTrue();
    assertThat(Pacing.unattended().atEnd().isNone()).isTrue();
  }

  @Test
  void rest_isWrittenAsACueOrACountdown() {
    assertThat(Pause.untilCue("the cue").waiting())
        .isEqualTo(Waiting.of(Waiting.Kind.CUE, "the cue"));
    assertThat(Pause.atEnd("the last").waiting())
        .isEqualTo(Waiting.of(Waiting.Kind.LAST_CUE, "the last"));
    assertThat(Pause.of("the end", 1.5).waiting())
        .isEqualTo(Waiting.of(Waiting.Kind.COUNTDOWN, "the end", Duration.ofMillis(1500)));
    assertThat(Pause.of("the end", 1.5).duration()).hasMillis(1500);
  }
}
