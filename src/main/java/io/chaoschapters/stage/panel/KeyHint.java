package io.chaoschapters.stage.panel;

import io.chaoschapters.stage.frame.Canvas;
import io.chaoschapters.stage.frame.Tone;
import java.util.List;

/**
 * A key and what it does.
 *
 * @param key as it is printed on the keyboard
 * @param does in a word or two
 */
record KeyHint(String key, String does) {
  /** Columns between two. */
  static final int GAP = 2;

  static final List<KeyHint> REVIEW =
      List.of(
          new KeyHint("r", "ask again"),
          new KeyHint("a", "ask another"),
          new KeyHint("e", "evidence"),
          new KeyHint("c", "continue"),
          new KeyHint("q", "quit"));

  static final KeyHint ABORT = new KeyHint("x", "abort fault");
  static final List<KeyHint> FOOTER =
      List.of(
          new KeyHint("space", "next"),
          new KeyHint("?", "help"),
          new KeyHint("q", "quit"),
          new KeyHint("e", "evidence"),
          new KeyHint("1-" + Panels.ALL.size(), "zoom"),
          new KeyHint("f", "freeze"),
          new KeyHint("n", "notes"),
          new KeyHint("g", "go to"),
          new KeyHint("r", "retry"),
          new KeyHint("p", "hold"),
          new KeyHint("s", "still"),
          new KeyHint("c", "copy"));

  static final List<KeyHint> ALL =
      List.of(
          new KeyHint("space enter → pgdn", "next page, then next step"),
          new KeyHint("← pgup", "back in the narration; a fault is never un-run"),
          new KeyHint(
              "g 3 enter, or 3 enter", "go to chapter 3: its set-up, not the earlier faults"),
          new KeyHint("r", "retry this chapter"),
          new KeyHint("R", "reset the subject"),
          new KeyHint("p", "hold: do not go on by itself"),
          new KeyHint("x", "abort the fault now, and recover"),
          new KeyHint("f", "freeze the panels"),
          new KeyHint("1 to " + Panels.ALL.size(), "fill the screen with one panel; esc goes back"),
          new KeyHint("tab", "next pane of a small screen"),
          new KeyHint("e", "the evidence and the prompt; ↑ ↓ scroll"),
          new KeyHint("n", "speaker notes; also in the run's notes.txt, for tail -f"),
          new KeyHint("t", "timer"),
          new KeyHint("s", "save a still, as text and as a picture"),
          new KeyHint("c", "copy a panel"),
          new KeyHint("q, ctrl-c", "quit; asks when a fault is active"),
          new KeyHint("ctrl-c twice", "leave at once; faults are undone all the same"));

  int columns() {
    return key.length() + 1 + does.length();
  }

  /** Draws it when it fits as a whole; returns the column for the next. */
  int draw(Canvas row, int column) {
    if (column + columns() > row.width()) {
      return column;
    }
    int after = row.text(column, 0, key, Tone.KEY);
    return row.text(after + 1, 0, does, Tone.MUTED) + GAP;
  }
}
