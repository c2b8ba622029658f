package io.chaoschapters.subject;

import io.chaoschapters.text.RootLocale;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;

/** The values of parameters, checked against their specifications. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Parameters {
  private final Map<String, Object> values;

  private Parameters(Map<String, Object> values) {
    this.values = values;
  }

  /**
   * Reads texts by their specifications and fills in defaults.
   *
   * @throws IllegalArgumentException naming the parameter, the value and what is allowed
   */
  public static Parameters parse(List<ParameterSpec> specs, Map<String, String> texts) {
    for (String name : texts.keySet()) {
      if (specs.stream().noneMatch(spec -> spec.name().equals(name))) {
        throw new IllegalArgumentException(
            RootLocale.format(
                "unknown parameter '%s' (known: %s)",
                name,
                specs.isEmpty()
                    ? "none"
                    : String.join(", ", specs.stream().map(ParameterSpec::name).toList())));
      }
    }
    Map<String, Object> values = new LinkedHashMap<>();
    for (ParameterSpec spec : specs) {
      String text = texts.getOrDefault(spec.name(), spec.defaultValue());
      if (text == null) {
        throw new IllegalArgumentException(
            RootLocale.format("parameter '%s' is missing", spec.name()));
      }
      values.put(spec.name(), ParameterText.parse(spec, text));
    }
    return new Parameters(values);
  }

  /** A {@link ParameterSpec.Type#DURATION}. */
  public Duration duration(String name) {
    return get(name, Duration.class);
  }

  /** A {@link ParameterSpec.Type#COUNT}. */
  public int count(String name) {
    return get(name, Integer.class);
  }

  /** A {@link ParameterSpec.Type#RATE}, per second, or {@link ParameterSpec.Type#FACTOR}. */
  public double number(String name) {
    return get(name, Double.class);
  }

  /** A {@link ParameterSpec.Type#TEXT}. */
  public String text(String name) {
    return get(name, String.class);
  }

  private <T> T get(String name, Class<T> type) {
    Object value = values.get(name);
    if (!type.isInstance(value)) {
      throw new IllegalArgumentException(
          RootLocale.format(
              "No parameter '%s' of type %s (there are: %s).", name, type.getSimpleName(), values));
    }
    return type.cast(value);
  }

  @Override
  public String toString() {
    return values.toString();
  }
}
