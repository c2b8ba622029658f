package io.chaoschapters.diagnosis.llm;

import io.chaoschapters.settings.InvalidSettingException;
import io.chaoschapters.text.RootLocale;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads keys from the environment and from nowhere else; they are never part of a message. */
final class ApiKeys {
  private final Function<String, @Nullable String> environment;

  ApiKeys(Function<String, @Nullable String> environment) {
    this.environment = environment;
  }

  /** The first of these variables that is set; empty for none. */
  Optional<String> find(List<String> variables) {
    return variables.stream()
        .map(environment)
        .flatMap(value -> Optional.ofNullable(value).map(String::strip).stream())
        .filter(value -> !value.isEmpty())
        .findFirst();
  }

  /**
   * The first of these variables that is set.
   *
   * @throws InvalidSettingException naming them when none is
   */
  String require(String diagnoser, List<String> variables) {
    return find(variables)
        .orElseThrow(
            () ->
                new InvalidSettingException(
                    RootLocale.format(
                        "Diagnoser '%s' needs a key in the environment variable %s, and it is not set. Set it, or choose another with -Dai=<id>.",
                        diagnoser, String.join(" or ", variables))));
  }
}
