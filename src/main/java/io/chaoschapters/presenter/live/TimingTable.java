package io.chaoschapters.presenter.live;

import io.chaoschapters.run.view.ChapterTimes;
import io.chaoschapters.run.view.ChapterView;
import io.chaoschapters.run.view.RunView;
import io.chaoschapters.text.RootLocale;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;

/** How long a rehearsal took, chapter by chapter. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class TimingTable {
  private static final String ROW = "%-48s %11s %13s %9s %7s";

  private TimingTable() {}

  /** A line for each chapter, and their sum. A time that is not known is a dash. */
  public static List<String> lines(RunView run) {
    List<String> lines = new ArrayList<>();
    lines.add(
        RootLocale.format(ROW, "chapter", "narration s", "fault+settle s", "recovery s", "total s")
            .stripTrailing());
    double total = 0;
    for (ChapterView chapter : run.chapters()) {
      ChapterTimes times = chapter.times();
      lines.add(
          RootLocale.format(
              ROW,
              shortened(chapter.title()),
              seconds(times.narration()),
              seconds(times.chaos()),
              seconds(times.recovery()),
              seconds(times.total())));
      total += Double.isNaN(times.total()) ? 0 : times.total();
    }
    lines.add(RootLocale.format(ROW, "sum", "", "", "", seconds(total)));
    return lines;
  }

  private static String shortened(String title) {
    return title.length() <= 48 ? title : title.substring(0, 47) + "~";
  }

  private static String seconds(double value) {
    return Double.isNaN(value) ? "-" : RootLocale.format("%.1f", value);
  }
}
