package io.chaoschapters.stage.frame;

import io.chaoschapters.stage.text.Symbols;
import org.apiguardian.api.API;

/** A bar of text: {@code [####----]}. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class ProgressBar {
  private ProgressBar() {}

  /** A bar of so many columns, its brackets included; empty when the progress is not known. */
  public static String of(double progress, int columns, Symbols symbols) {
    if (Double.isNaN(progress) || columns < 3) {
      return "";
    }
    int inner = columns - 2;
    int done = (int) Math.round(Math.max(0, Math.min(1, progress)) * inner);
    String full = symbols.pick("█", "#").repeat(done);
    String rest = symbols.pick("░", "-").repeat(inner - done);
    return symbols.pick("▕", "[") + full + rest + symbols.pick("▏", "]");
  }
}
