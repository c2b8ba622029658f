package io.chaoschapters.presenter.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.run.ChapterEvent;
import io.chaoschapters.run.ChapterVerdict;
import io.chaoschapters.run.SampleEvents;
import io.chaoschapters.run.Script;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimingTableTest {
  private final Script script =
      new Script()
          .chapter("01-a")
          .at(10)
          .event(SampleEvents.scheduled(1, "A title"))
          .at(14)
          .event(SampleEvents.scheduled(1, "A title"), new ChapterEvent.Started("A title"));

  @Test
  void chapterThatWasPlayed_hasAllItsTimes() {
    script.at(21.5).event(new ChapterEvent.Judged(ChapterVerdict.PASS, ""));
    script.at(22).event(SampleEvents.ended("01-a", ChapterVerdict.PASS));
    List<String> lines = TimingTable.lines(script.view());
    assertThat(lines.get(1)).matches("A title +4\\.0 +7\\.5 +0\\.5 +12\\.0");
    assertThat(lines.get(2)).matches("sum +12\\.0");
  }

  @Test
  void chapterThatDidNotEnd_hasNoTimeInventedForIt() {
    List<String> lines = TimingTable.lines(script.view());
    assertThat(lines.get(1)).matches("A title +4\\.0 +- +- +-");
    assertThat(lines.get(2)).matches("sum +0\\.0");
  }
}
