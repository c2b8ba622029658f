package io.chaoschapters.stage.frame;

import java.util.List;
import org.apiguardian.api.API;

/** Draws lines of text, and says how many it could not show. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Lines {
  private Lines() {}

  /** The first lines that fit; when some do not, the last row says how many. Returns the rows. */
  public static int head(Canvas canvas, int y, List<String> lines, Tone tone, String hint) {
    int room = canvas.height() - y;
    if (room <= 0) {
      return y;
    }
    boolean all = lines.size() <= room;
    int shown = all ? lines.size() : room - 1;
    for (int i = 0; i < shown; i++) {
      canvas.text(0, y + i, lines.get(i), tone);
    }
    if (!all) {
      more(canvas, y + shown, lines.size() - shown, hint);
    }
    return y + Math.min(room, lines.size());
  }

  /** The last lines that fit below the first row, for text that grows at its end. */
  public static void tail(Canvas canvas, List<String> lines) {
    int room = canvas.height() - 1;
    int from = Math.max(0, lines.size() - room);
    for (int i = from; i < lines.size(); i++) {
      boolean cut = i == from && from > 0;
      canvas.text(0, 1 + i - from, (cut ? "… " : "") + lines.get(i), Tone.TEXT);
    }
  }

  public static void more(Canvas canvas, int y, int count, String hint) {
    String what = count == 1 ? "1 more line" : count + " more lines";
    canvas.text(0, y, "… " + what + hint, Tone.WARN);
  }
}
