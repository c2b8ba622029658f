package io.chaoschapters.run.view;

import io.chaoschapters.run.ChapterEvent;
import io.chaoschapters.run.ChapterResult;
import io.chaoschapters.run.JournalEntry;
import io.chaoschapters.run.RunEvent;
import org.apiguardian.api.API;

/**
 * When what happened to a chapter, in seconds since the run started; NaN for what has not.
 *
 * @param announced when it was announced first
 * @param started when it began
 * @param judged when its verdict was written
 * @param ended when it was over, or skipped
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record ChapterTimes(double announced, double started, double judged, double ended) {
  static final ChapterTimes NONE = new ChapterTimes(Double.NaN, Double.NaN, Double.NaN, Double.NaN);

  ChapterTimes apply(JournalEntry entry) {
    RunEvent event = entry.event();
    double now = entry.elapsed();
    if (event instanceof ChapterEvent.Scheduled) {
      return new ChapterTimes(Double.isNaN(announced) ? now : announced, started, judged, ended);
    }
    if (event instanceof ChapterEvent.Started) {
      return new ChapterTimes(announced, now, judged, ended);
    }
    if (event instanceof ChapterEvent.Judged) {
      return new ChapterTimes(announced, started, now, ended);
    }
    if (event instanceof ChapterResult || event instanceof ChapterEvent.Skipped) {
      return new ChapterTimes(announced, started, judged, now);
    }
    return this;
  }

  /** From the announcement to the beginning. */
  public double narration() {
    return started - announced;
  }

  /** From the beginning to the verdict. */
  public double chaos() {
    return judged - started;
  }

  /** From the verdict to the end. */
  public double recovery() {
    return ended - judged;
  }

  /** From the announcement to the end. */
  public double total() {
    return ended - announced;
  }
}
