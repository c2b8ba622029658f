package io.chaoschapters.subject;

import io.chaoschapters.text.Failure;
import io.chaoschapters.text.RootLocale;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apiguardian.api.API;

/** Reads parameter values as they are written in an experiment file, and writes durations so. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class ParameterText {
  private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h)");
  private static final Pattern RATE = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,6})?)/s");
  private static final Pattern COUNT = Pattern.compile("\\d{1,9}");
  private static final Pattern FACTOR = Pattern.compile("\\d{1,9}(?:\\.\\d{1,9})?");

  private ParameterText() {}

  /**
   * Reads a duration such as {@code 250ms}, {@code 5s}, {@code 2m} or {@code 1h}.
   *
   * @throws IllegalArgumentException when it has another form, no unit or a sign
   */
  public static Duration duration(String text) {
    Matcher matcher = DURATION.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          RootLocale.format(
              "'%s' is not a duration; write a whole number and a unit, such as 250ms, 5s, 2m or 1h",
              text));
    }
    long amount = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "ms" -> Duration.ofMillis(amount);
      case "s" -> Duration.ofSeconds(amount);
      case "m" -> Duration.ofMinutes(amount);
      default -> Duration.ofHours(amount);
    };
  }

  /** Writes a duration so that {@link #duration} reads it, to the millisecond. */
  public static String text(Duration duration) {
    long millis = duration.toMillis();
    return millis % 1000 == 0 ? millis / 1000 + "s" : millis + "ms";
  }

  static Object parse(ParameterSpec spec, String text) {
    return switch (spec.type()) {
      case DURATION -> named(spec, text);
      case RATE -> rate(spec, text);
      case COUNT -> number(spec, text, COUNT, "a whole number such as 3");
      case FACTOR -> number(spec, text, FACTOR, "a number such as 2 or 1.5");
      case TEXT -> choice(spec, text);
    };
  }

  private static Object named(ParameterSpec spec, String text) {
    try {
      return duration(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          RootLocale.format("parameter '%s': %s", spec.name(), Failure.words(e)), e);
    }
  }

  private static Object rate(ParameterSpec spec, String text) {
    Matcher matcher = RATE.matcher(text);
    if (!matcher.matches() || Double.parseDouble(matcher.group(1)) == 0) {
      throw wrong(spec, text, "a rate per second such as 60/s");
    }
    return Double.parseDouble(matcher.group(1));
  }

  private static Object number(ParameterSpec spec, String text, Pattern pattern, String form) {
    if (!pattern.matcher(text).matches()) {
      throw wrong(spec, text, form);
    }
    if (spec.type() == ParameterSpec.Type.COUNT) {
      return Integer.parseInt(text);
    }
    return Double.parseDouble(text);
  }

  private static Object choice(ParameterSpec spec, String text) {
    if (!spec.oneOf().isEmpty() && !spec.oneOf().contains(text)) {
      throw wrong(spec, text, "one of " + String.join(", ", spec.oneOf()));
    }
    return text;
  }

  private static IllegalArgumentException wrong(ParameterSpec spec, String text, String form) {
    return new IllegalArgumentException(
        RootLocale.format("parameter '%s' is '%s'; it must be %s", spec.name(), text, form));
  }
}
