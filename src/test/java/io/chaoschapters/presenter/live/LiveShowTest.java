package io.chaoschapters.presenter.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.run.ChapterResult;
import io.chaoschapters.run.ChapterVerdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LiveShowTest {
  /** In a build a skipped chapter is green, so a rehearsal with one does not fail either. */
  @ParameterizedTest
  @EnumSource(ChapterVerdict.class)
  void rehearsal_failsForWhatABuildFailsFor(ChapterVerdict verdict) {
    ChapterResult result = ChapterResult.unmeasured(1, "01-a", "A", null, verdict, "");

    assertThat(LiveShow.isBad(result))
        .isEqualTo(verdict != ChapterVerdict.PASS && verdict != ChapterVerdict.SKIPPED);
  }
}
