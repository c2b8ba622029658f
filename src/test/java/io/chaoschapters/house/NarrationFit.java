package io.chaoschapters.house;

import io.chaoschapters.stage.panel.SizeClass;
import io.chaoschapters.stage.panel.StageLayout;
import io.chaoschapters.stage.panel.StatusBar;
import io.chaoschapters.stage.text.StageText;
import io.chaoschapters.stage.text.TextLayout;
import io.chaoschapters.text.RootLocale;
import java.util.Optional;

/** Whether a narration can be read on the smallest stage without turning a page. */
final class NarrationFit {
  private static final int BODY_ROWS =
      SizeClass.SMALL.rows() - StatusBar.rows(SizeClass.SMALL.rows()) - 1;

  /** The panel's head, the title and the row that says what is waited for are not narration. */
  private static final int ROWS = StageLayout.smallChapterRows(BODY_ROWS) - 3;

  private static final int COLUMNS = SizeClass.SMALL.columns() - 2;

  private NarrationFit() {}

  /** What does not fit at 80 columns and 24 rows, in one sentence; empty when everything does. */
  static Optional<String> problem(String title, String narration) {
    int columns = TextLayout.width(StageText.cleanLine(title));
    if (columns > COLUMNS) {
      return Optional.of(
          RootLocale.format(
              "The title '%s' takes %d columns and a stage of 80 x 24 has %d; shorten it.",
              title, columns, COLUMNS));
    }
    int lines = TextLayout.wrap(StageText.clean(narration), COLUMNS).size();
    return lines <= ROWS
        ? Optional.empty()
        : Optional.of(
            RootLocale.format(
                "The narration of '%s' takes %d lines and a stage of 80 x 24 has %d; shorten it.",
                title, lines, ROWS));
  }
}
