package io.chaoschapters.subject.yaml.compose;

import io.chaoschapters.runtime.ContainerProgram.Check;
import io.chaoschapters.subject.file.Section;
import io.chaoschapters.text.RootLocale;
import io.chaoschapters.text.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads health checks. */
final class ServiceHealth {
  private static final Pattern DURATION =
      Pattern.compile("(?:[0-9]+(?:\\.[0-9]+)?(?:us|ms|s|m|h))+");
  private static final Pattern PART = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)(us|ms|s|m|h)");
  private static final Duration SHORTEST_START = Duration.ofSeconds(30);
  private static final int RETRIES = 3;

  private final Section at;

  ServiceHealth(Section service) {
    this.at = service.child("healthcheck");
  }

  /** Null where there is none, or it is switched off. */
  @Nullable Check read() {
    List<String> test = test();
    if (test.isEmpty()) {
      return null;
    }
    return new Check(
        test, duration("timeout", Duration.ofSeconds(30)), retries(), duration("start_period"));
  }

  /** As long as Compose would wait for it to become healthy. */
  Duration readyWithin() {
    Duration whole =
        duration("interval", Duration.ofSeconds(30))
            .multipliedBy(retries())
            .plus(duration("start_period"));
    return whole.compareTo(SHORTEST_START) < 0 ? SHORTEST_START : whole;
  }

  private List<String> test() {
    if (!at.exists() || "true".equals(at.text("disable"))) {
      return List.of();
    }
    if (!at.has("test")) {
      at.wrong(
          "test", "key 'test' is missing in 'healthcheck'; the check of an image is not read.");
      return List.of();
    }
    String line = at.text("test");
    if (line != null) {
      return List.of("CMD-SHELL", line);
    }
    List<String> test = at.texts("test");
    if (test.equals(List.of("NONE"))) {
      return List.of();
    }
    if (test.size() < 2 || !List.of("CMD", "CMD-SHELL").contains(test.get(0))) {
      at.wrong("test", "'test' is a text, or a list that begins with CMD, CMD-SHELL or NONE.");
      return List.of();
    }
    return test;
  }

  private int retries() {
    String text = at.text("retries");
    if (text == null) {
      return RETRIES;
    }
    if (!text.matches("[1-9][0-9]{0,3}")) {
      at.wrong(
          "retries",
          RootLocale.format(
              "'retries' is '%s'; it must be a whole number from 1.", Words.quoted(text)));
      return RETRIES;
    }
    return Integer.parseInt(text);
  }

  private Duration duration(String key) {
    return duration(key, Duration.ZERO);
  }

  /** Compose's own form, such as {@code 1m30s}. */
  private Duration duration(String key, Duration otherwise) {
    String text = at.text(key);
    if (text == null) {
      return otherwise;
    }
    if (!DURATION.matcher(text).matches()) {
      at.wrong(
          key,
          RootLocale.format(
              "'%s': '%s' is not a duration such as 500ms, 10s or 1m30s.",
              key, Words.quoted(text)));
      return otherwise;
    }
    List<MatchResult> parts = new ArrayList<>(PART.matcher(text).results().toList());
    double seconds =
        parts.stream()
            .mapToDouble(part -> Double.parseDouble(part.group(1)) * unit(part.group(2)))
            .sum();
    return Duration.ofNanos(Math.round(seconds * 1e9));
  }

  private static double unit(String unit) {
    return switch (unit) {
      case "us" -> 1e-6;
      case "ms" -> 1e-3;
      case "m" -> 60;
      case "h" -> 3600;
      default -> 1;
    };
  }
}
