package io.chaoschapters.stage;

/** A bar of text: {@code [####----]}. */
final class ProgressBar {
  private ProgressBar() {}

  /** A bar of so many columns, its brackets included; empty when the progress is not known. */
  static String of(double progress, int columns, Symbols symbols) {
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
