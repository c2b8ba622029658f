package io.chaoschapters.settings;

import java.util.List;
import java.util.Locale;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * One named setting of a run.
 *
 * <p>It is read from the system property {@code chapters.<name>}, from its short alias if it has
 * one, from the environment variable {@code CHAPTERS_<NAME>}, from {@code
 * chaos-chapters.properties} on the class path, else it is its default; the first that is there
 * wins.
 *
 * @param name lower case words joined by dots or hyphens
 * @param alias the short system property, or null where there is none
 * @param defaultValue what holds when it is not set; empty for "not set"
 * @param description one sentence for the help page
 * @param oneOf the only values allowed, or empty for any
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Setting(
    String name,
    @Nullable String alias,
    String defaultValue,
    String description,
    List<String> oneOf) {

  public Setting {
    oneOf = List.copyOf(oneOf);
  }

  /** One whose short system property is its name. */
  @API(status = API.Status.INTERNAL, since = "0.1")
  public static Setting of(String name, String value, String description, String... oneOf) {
    return new Setting(name, name, value, description, List.of(oneOf));
  }

  /** One without a short system property. */
  static Setting longOnly(String name, String value, String description, String... oneOf) {
    return new Setting(name, null, value, description, List.of(oneOf));
  }

  /** The system property that sets it. */
  public String systemProperty() {
    return "chapters." + name;
  }

  /** The environment variable that sets it. */
  public String environmentVariable() {
    return "CHAPTERS_" + name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }
}
