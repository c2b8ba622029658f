package io.chaoschapters.stage.panel;

import io.chaoschapters.run.view.ChapterView;
import io.chaoschapters.run.view.DiagnosisView;
import io.chaoschapters.run.view.RunView;
import io.chaoschapters.stage.status.DataAge;
import io.chaoschapters.text.RootLocale;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * What a panel is drawn from.
 *
 * @param run what it shows; older than the present when the panels are frozen
 * @param view how the presenter looks at it
 * @param now the present, or when the panels were frozen
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record Scene(RunView run, ViewState view, double now) {

  /** The age of what the newest observation saw. */
  public DataAge observationAge() {
    return DataAge.of(run, now);
  }

  /** The age of something that comes when it comes and is never stale. */
  public String eventAge(double at) {
    return Double.isNaN(at)
        ? ""
        : RootLocale.format("%.0f s ago", Math.floor(Math.max(0, now - at)));
  }

  /** How long something has lasted. */
  public String lasting(double since) {
    return RootLocale.format("%.0f s", Math.floor(Math.max(0, now - since)));
  }

  /** The chapter that is on show: the present one unless the presenter turned back. */
  public ChapterView chapter() {
    return run.back(view.back());
  }

  /** The diagnosis on show, which is the present chapter's; empty when no diagnoser was asked. */
  public Optional<DiagnosisView> diagnosis() {
    return run.current().answers().main();
  }

  /** Whether a presenter decides what becomes of a chapter that did not pass. */
  public boolean isReview() {
    return run.review() != null;
  }
}
