package io.chaoschapters.stage.terminal;

import io.chaoschapters.stage.StageState;
import io.chaoschapters.stage.ViewState;

/**
 * What a key meets.
 *
 * @param state the show
 * @param view how it is looked at
 * @param narrationPages how many pages the narration on show has
 * @param rows of the terminal
 * @param now seconds since the run started
 */
record KeyMoment(StageState state, ViewState view, int narrationPages, int rows, double now) {
  KeyMoment with(ViewState other) {
    return new KeyMoment(state, other, narrationPages, rows, now);
  }
}
