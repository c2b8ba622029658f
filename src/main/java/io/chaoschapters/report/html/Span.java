package io.chaoschapters.report.html;

import io.chaoschapters.run.view.ChapterView;
import io.chaoschapters.run.view.FaultView;
import io.chaoschapters.text.RootLocale;
import java.util.List;
import org.apiguardian.api.API;

/**
 * A span of time in which a fault was there.
 *
 * @param from seconds since the chapter began
 * @param to seconds since the chapter began
 * @param ended false when the journal does not say that it ended
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record Span(double from, double to, boolean ended) {

  /**
   * The spans of a chapter's faults.
   *
   * @param until when what is known of the chapter ends, in seconds since it began
   */
  public static List<Span> faults(ChapterView chapter, double until) {
    double begun = chapter.times().started();
    return chapter.faults().stream()
        .filter(FaultView::wasInjected)
        .map(
            fault ->
                new Span(
                    fault.injectedAt() - begun,
                    fault.isOver() ? fault.endedAt() - begun : until,
                    fault.isOver()))
        .toList();
  }

  public String words() {
    return ended
        ? RootLocale.format("Fault from %s to %s.", Texts.moment(from), Texts.moment(to))
        : RootLocale.format("Fault from %s on; its end is not in the journal.", Texts.moment(from));
  }
}
