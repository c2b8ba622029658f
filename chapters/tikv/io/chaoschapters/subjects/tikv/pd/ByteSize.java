package io.chaoschapters.subjects.tikv.pd;

import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sizes as Go's {@code units.BytesSize} writes them: {@code 0B}, {@code 251.7GiB}. */
final class ByteSize {
  private static final Pattern FORM = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*([A-Za-z]+)");
  private static final Map<String, Integer> POWERS =
      Map.of("B", 0, "KiB", 1, "MiB", 2, "GiB", 3, "TiB", 4, "PiB", 5, "EiB", 6);

  private ByteSize() {}

  /** Bytes, rounded as the text is; empty for a text that is not such a size. */
  static OptionalLong parse(String text) {
    Matcher matcher = FORM.matcher(text.strip());
    Integer power = matcher.matches() ? POWERS.get(matcher.group(2)) : null;
    return power == null
        ? OptionalLong.empty()
        : OptionalLong.of(Math.round(Double.parseDouble(matcher.group(1)) * Math.pow(1024, power)));
  }
}
