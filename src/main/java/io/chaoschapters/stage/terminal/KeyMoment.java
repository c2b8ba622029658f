package io.chaoschapters.stage.terminal;

import io.chaoschapters.run.view.RunView;
import io.chaoschapters.stage.panel.ViewState;

/**
 * What a key meets.
 *
 * @param run the show
 * @param view what the presenter has chosen to see
 * @param narrationPages how many pages the narration on show has
 * @param rows of the terminal
 * @param now seconds since the run started
 */
record KeyMoment(RunView run, ViewState view, int narrationPages, int rows, double now) {
  KeyMoment with(ViewState other) {
    return new KeyMoment(run, other, narrationPages, rows, now);
  }
}
