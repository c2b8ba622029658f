package io.chaoschapters.report;

import io.chaoschapters.report.html.Span;
import io.chaoschapters.run.JournalEntry;
import io.chaoschapters.run.view.ChapterView;
import io.chaoschapters.run.view.RunView;
import io.chaoschapters.run.view.Sample;
import java.util.List;

/**
 * A chapter of the page, and what was observed while it was played last.
 *
 * @param view what is known of it
 * @param samples the observations, oldest first
 * @param attempts how often it began
 */
record PlayedChapter(ChapterView view, List<Sample> samples, int attempts) {

  static PlayedChapter of(RunView run, ChapterView view) {
    return new PlayedChapter(view, run.samplesOf(view), run.attempts(view.name()));
  }

  String title() {
    return view.title();
  }

  /** Seconds since it began. */
  double since(double elapsed) {
    return elapsed - view.times().started();
  }

  /** How long it took, or until the last thing that is known of it. */
  double seconds() {
    if (view.isOver()) {
      return since(view.times().ended());
    }
    List<JournalEntry> entries = view.entries();
    double event = entries.isEmpty() ? 0 : since(entries.get(entries.size() - 1).elapsed());
    double seen = samples.isEmpty() ? 0 : since(samples.get(samples.size() - 1).at());
    return Math.max(event, seen);
  }

  List<Span> faults() {
    return Span.faults(view, seconds());
  }

  /** The page's address of it. */
  String anchor() {
    return anchor(view);
  }

  static String anchor(ChapterView chapter) {
    return "chapter-" + chapter.name().replaceAll("[^A-Za-z0-9-]", "-");
  }
}
