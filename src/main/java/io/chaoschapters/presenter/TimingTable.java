package io.chaoschapters.presenter;

import io.chaoschapters.journal.JournalEvent;
import io.chaoschapters.text.RootLocale;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How long a rehearsal took, chapter by chapter. */
final class TimingTable {
  private static final String ROW = "%-48s %11s %13s %9s %7s";

  private final Map<String, Times> chapters = new LinkedHashMap<>();

  /** Seconds since the run started. */
  private static final class Times {
    private String title = "";
    private double scheduled = Double.NaN;
    private double started = Double.NaN;
    private double judged = Double.NaN;
    private double ended = Double.NaN;

    double narration() {
      return started - scheduled;
    }

    double chaos() {
      return judged - started;
    }

    double recovery() {
      return ended - judged;
    }

    double total() {
      return ended - scheduled;
    }
  }

  void on(JournalEvent event) {
    if (event.chapter() == null) {
      return;
    }
    Times times = chapters.computeIfAbsent(event.chapter(), name -> new Times());
    switch (event.type()) {
      case CHAPTER_SCHEDULED -> {
        times.title = event.text("title");
        // It is announced again when it begins.
        times.scheduled = Double.isNaN(times.scheduled) ? event.elapsed() : times.scheduled;
      }
      case CHAPTER_STARTED -> times.started = event.elapsed();
      case CHAPTER_JUDGED -> times.judged = event.elapsed();
      case CHAPTER_ENDED -> times.ended = event.elapsed();
      default -> {}
    }
  }

  /** A line for each chapter, and their sum. A time that is not known is a dash. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        RootLocale.format(ROW, "chapter", "narration s", "fault+settle s", "recovery s", "total s")
            .stripTrailing());
    double total = 0;
    for (Times times : chapters.values()) {
      lines.add(
          RootLocale.format(
              ROW,
              shortened(times.title),
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
