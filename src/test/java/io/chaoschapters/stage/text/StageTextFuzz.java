package io.chaoschapters.stage.text;

import com.googlecode.lanterna.TextCharacter;
import io.chaoschapters.fuzz.WarmUp;
import io.chaoschapters.text.RootLocale;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Any text, made fit for the stage, can be drawn, steers no terminal and fits its columns. */
public final class StageTextFuzz {
  private static final int[] WIDTHS = {2, 7, 80};

  private StageTextFuzz() {}

  /** Before the first try. */
  public static void fuzzerInitialize() {
    WarmUp.with("stage", StageTextFuzz::fuzzerTestOneInput);
  }

  /** One try: the text as UTF-8 and, so that lone surrogates come up as well, as UTF-16. */
  public static void fuzzerTestOneInput(byte[] input) {
    check(new String(input, StandardCharsets.UTF_8));
    StringBuilder units = new StringBuilder();
    for (int i = 0; i + 1 < input.length; i += 2) {
      units.append((char) ((input[i] & 0xff) << 8 | input[i + 1] & 0xff));
    }
    check(units.toString());
  }

  private static void check(String text) {
    String clean = StageText.clean(text);
    clean.chars().filter(c -> c != '\n').forEach(c -> draw((char) c));
    if (!StageText.clean(clean).equals(clean)) {
      throw new AssertionError("cleaning twice is not cleaning once");
    }
    if (StageText.cleanLine(text).indexOf('\n') >= 0) {
      throw new AssertionError("one line is several");
    }
    for (int width : WIDTHS) {
      fits(TextLayout.wrapLines(clean, width), width);
      fits(TextLayout.wrap(clean, width), width);
      fits(List.of(TextLayout.fit(StageText.cleanLine(text), width, Symbols.ASCII)), width);
    }
  }

  /** The terminal library refuses what is no character of its own. */
  private static void draw(char c) {
    if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT) {
      throw new AssertionError(RootLocale.format("U+%04X steers a terminal", (int) c));
    }
    TextCharacter.fromCharacter(c);
  }

  private static void fits(List<String> lines, int width) {
    for (String line : lines) {
      if (TextLayout.width(line) > width) {
        throw new AssertionError(RootLocale.format("'%s' is wider than %d columns", line, width));
      }
    }
  }
}
