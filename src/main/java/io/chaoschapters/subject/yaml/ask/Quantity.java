package io.chaoschapters.subject.yaml.ask;

import io.chaoschapters.text.RootLocale;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apiguardian.api.API;

/** Numbers with units, such as {@code 13 MiB}, in the unit of the signal that they belong to. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Quantity {
  private static final Pattern FORM =
      Pattern.compile("(-?[0-9]+(?:\\.[0-9]+)?(?:[eE][0-9]+)?)\\s*(\\S.*)?");

  private static final Map<String, Double> BYTES =
      Map.of(
          "bytes",
          1.0,
          "B",
          1.0,
          "kB",
          1e3,
          "MB",
          1e6,
          "GB",
          1e9,
          "KiB",
          1024.0,
          "MiB",
          1048576.0,
          "GiB",
          1073741824.0);
  private static final Map<String, Double> TIME =
      Map.of("s", 1.0, "ms", 1e-3, "us", 1e-6, "m", 60.0, "h", 3600.0);
  private static final Map<String, String> WRITTEN_OUT =
      Map.of(
          "second",
          "s",
          "sec",
          "s",
          "millisecond",
          "ms",
          "milli",
          "ms",
          "microsecond",
          "us",
          "minute",
          "m",
          "min",
          "m",
          "hour",
          "h",
          "byte",
          "bytes",
          "kb",
          "kB");
  private static final List<Map<String, Double>> FAMILIES = List.of(BYTES, TIME);

  private Quantity() {}

  /**
   * Reads a number in a unit.
   *
   * @param unit that of the signal; empty for a count
   * @throws IllegalArgumentException with a clause, when it is no number or in another kind of unit
   */
  public static double parse(String text, String unit) {
    Matcher matcher = FORM.matcher(text.strip());
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          RootLocale.format("'%s' is no number with a unit, such as %s", text, example(unit)));
    }
    double number = Double.parseDouble(matcher.group(1));
    String written = matcher.group(2);
    if (written == null || written.equals(unit)) {
      return number;
    }
    for (Map<String, Double> family : FAMILIES) {
      Double from = family.get(written);
      Double to = family.get(unit);
      if (from != null && to != null) {
        return number * from / to;
      }
    }
    throw new IllegalArgumentException(
        RootLocale.format(
            "'%s' is in '%s', but its signal is %s; write %s",
            text,
            written,
            unit.isEmpty() ? "a count, without a unit" : "in '" + unit + "'",
            (matcher.group(1) + " " + shortOf(written, unit)).strip()));
  }

  /** The short form of a unit that is written out, where it is of the same kind; else the unit. */
  private static String shortOf(String written, String unit) {
    String found = WRITTEN_OUT.get(written.toLowerCase(Locale.ROOT).replaceFirst("s$", ""));
    return found != null
            && FAMILIES.stream()
                .anyMatch(family -> family.containsKey(found) && family.containsKey(unit))
        ? found
        : unit;
  }

  private static String example(String unit) {
    return BYTES.containsKey(unit) ? "10 MiB" : "10 " + unit.strip();
  }
}
