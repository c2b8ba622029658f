package io.chaoschapters.run.view;

import io.chaoschapters.run.ChapterResult;
import io.chaoschapters.run.RunEvent;
import io.chaoschapters.run.RunState;
import io.chaoschapters.run.RunSummary;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;

/** Makes a run's {@code summary.json} from its view. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Summaries {
  private Summaries() {}

  /**
   * What came out of a run so far; empty when it has not started.
   *
   * @param state how far the run has come, which its journal may not say
   */
  public static Optional<RunSummary> of(RunView view, RunState state) {
    RunEvent.Started started = view.facts().started();
    Instant at = view.facts().startedAt();
    if (started == null || at == null) {
      return Optional.empty();
    }
    List<ChapterResult> chapters = chapters(view, state);
    return Optional.of(
        new RunSummary(
            started.run(),
            started.subject(),
            started.title(),
            at,
            started.runtime(),
            started.reason(),
            view.facts().metrics(),
            view.facts().standIn().orElse(""),
            view.facts().ready() == null ? Map.of() : view.facts().ready().versions(),
            started.diagnoser() + " " + started.diagnoserVersion(),
            view.facts().ready() == null ? null : view.facts().ready().seconds(),
            state == RunState.ENDED ? lastVerdict(view) : view.at(),
            chapters.stream().mapToDouble(ChapterResult::declaredSeconds).sum(),
            started.settings(),
            chapters,
            state));
  }

  private static List<ChapterResult> chapters(RunView view, RunState state) {
    List<ChapterResult> results = new ArrayList<>();
    for (ChapterView play : view.lastPlays(play -> play.result() != null || play.wasStarted())) {
      ChapterResult result = play.result();
      if (result != null) {
        results.add(result);
      } else if (state == RunState.RUNNING) {
        results.add(play.unfinished("The chapter is under way."));
      } else if (state == RunState.CUT_OFF) {
        results.add(play.unfinished("The run was cut off during this chapter."));
      }
    }
    return results;
  }

  /** Another subject's chapters may follow, and the run ends after them. */
  private static double lastVerdict(RunView view) {
    return view.plays().stream()
        .filter(ChapterView::isOver)
        .mapToDouble(play -> play.times().ended())
        .max()
        .orElse(view.at());
  }
}
