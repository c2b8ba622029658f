package io.chaoschapters.stage;

import io.chaoschapters.text.RootLocale;

/**
 * What a panel is drawn from.
 *
 * @param state what it shows; older than the present when the panels are frozen
 * @param view how the presenter looks at it
 * @param now the present, or when the panels were frozen
 */
record Scene(StageState state, ViewState view, double now) {

  /** The age of what the newest observation saw. */
  DataAge observationAge() {
    return DataAge.of(state.vitals().observedAt(), now, state.run().pollSeconds());
  }

  /** The age of something that comes when it comes and is never stale. */
  String eventAge(double at) {
    return Double.isNaN(at)
        ? ""
        : RootLocale.format("%.0f s ago", Math.floor(Math.max(0, now - at)));
  }

  /** How long something has lasted. */
  String lasting(double since) {
    return RootLocale.format("%.0f s", Math.floor(Math.max(0, now - since)));
  }

  /** The chapter that is on show: the present one unless the presenter turned back. */
  ChapterInfo chapter() {
    return state.playbill().back(view.back());
  }
}
