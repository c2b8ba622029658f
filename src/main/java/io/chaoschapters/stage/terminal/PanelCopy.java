package io.chaoschapters.stage.terminal;

import io.chaoschapters.stage.DiagnosisState;
import io.chaoschapters.stage.Frame;
import io.chaoschapters.stage.FrameRenderer;
import io.chaoschapters.stage.Panel;
import io.chaoschapters.stage.StageState;
import io.chaoschapters.stage.Theme;
import io.chaoschapters.stage.ViewState;

/** Draws the panel that a presenter means when copying: the zoomed one, else the answer. */
final class PanelCopy {
  private static final int COLUMNS = 120;
  private static final int ROWS = 40;

  private PanelCopy() {}

  static Frame of(StageState state, ViewState view, Theme theme, double now) {
    Panel panel = Panel.LOG;
    if (state.diagnosis().phase() != DiagnosisState.Phase.NONE) {
      panel = Panel.AI;
    }
    if (view.zoom() > 0) {
      panel = Panel.values()[view.zoom() - 1];
    }
    return FrameRenderer.drawPanel(state, panel, COLUMNS, ROWS, theme, now);
  }
}
