package io.chaoschapters.stage.terminal;

import io.chaoschapters.run.view.RunView;
import io.chaoschapters.stage.FrameRenderer;
import io.chaoschapters.stage.frame.Frame;
import io.chaoschapters.stage.frame.Theme;
import io.chaoschapters.stage.panel.Panel;
import io.chaoschapters.stage.panel.Panels;
import io.chaoschapters.stage.panel.ViewState;

/** Draws the panel that a presenter means when copying: the zoomed one, else the answer. */
final class PanelCopy {
  private static final int COLUMNS = 120;
  private static final int ROWS = 40;

  private PanelCopy() {}

  static Frame of(RunView run, ViewState view, Theme theme, double now) {
    Panel panel = run.current().answers().all().isEmpty() ? Panels.LOG : Panels.AI;
    if (view.zoom() > 0) {
      panel = Panels.of(view.zoom());
    }
    return FrameRenderer.drawPanel(run, panel, COLUMNS, ROWS, theme, now);
  }
}
