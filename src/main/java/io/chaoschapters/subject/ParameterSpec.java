package io.chaoschapters.subject;

import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A parameter that a fault, a load or a configuration takes from the experiment file.
 *
 * @param name lower case with hyphens
 * @param type how its text is read
 * @param description one clause
 * @param defaultValue as it would be written in the file, or null when it must be given
 * @param oneOf for {@link Type#TEXT}: the only values allowed, or empty for any
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record ParameterSpec(
    String name, Type type, String description, @Nullable String defaultValue, List<String> oneOf) {
  /** Copies the list of allowed values. */
  public ParameterSpec {
    oneOf = List.copyOf(oneOf);
  }

  /** A parameter with a default. */
  public static ParameterSpec of(
      String name, Type type, String description, @Nullable String defaultValue) {
    return new ParameterSpec(name, type, description, defaultValue, List.of());
  }

  /** A text parameter that is one of several values; the first is the default. */
  public static ParameterSpec choice(String name, String description, String... values) {
    return new ParameterSpec(name, Type.TEXT, description, values[0], List.of(values));
  }

  /** How a parameter is written. */
  public enum Type {
    /** A duration with its unit: {@code 250ms}, {@code 5s}, {@code 2m}, {@code 1h}; 0 or more. */
    DURATION,
    /** A frequency in events per second: {@code 60/s}; above 0. */
    RATE,
    /** A whole number, 0 or more. */
    COUNT,
    /** A decimal number, 0 or more. */
    FACTOR,
    /** Any text. */
    TEXT
  }
}
