package io.chaoschapters.check;

import io.chaoschapters.settings.InvalidSettingException;
import io.chaoschapters.settings.Setting;
import io.chaoschapters.settings.SettingValue;
import io.chaoschapters.settings.Settings;
import io.chaoschapters.settings.SettingsFile;
import io.chaoschapters.subject.file.NearMatch;
import io.chaoschapters.text.RootLocale;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/**
 * Finds names of settings that were mistyped: a setting of that name is never read, so nothing else
 * would tell it.
 *
 * <p>Names that are not near a known one may be those of a provider of the user's, or of another
 * library.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class SettingNames {
  private static final String PREFIX = "chapters.";
  private static final String VARIABLE_PREFIX = "CHAPTERS_";

  /** Shorter short names are near too many names of others. */
  private static final int SHORTEST = 5;

  private SettingNames() {}

  /**
   * Looks at the system properties, the environment and the settings file of this process. In the
   * JVM of somebody's tests only a name that begins as ours do is ours: the others may be
   * properties of that project.
   *
   * @throws InvalidSettingException with a line for each mistyped name
   */
  public static void require() {
    require(name -> name.startsWith(PREFIX));
  }

  /**
   * Looks at the short names, too, in a process that is ours alone.
   *
   * @throws InvalidSettingException with a line for each mistyped name
   */
  public static void requireShortOnesToo() {
    require(name -> true);
  }

  private static void require(Predicate<String> isOurs) {
    List<String> properties =
        System.getProperties().stringPropertyNames().stream().filter(isOurs).toList();
    List<String> found = new ArrayList<>(mistyped(properties, System.getenv().keySet()));
    found.addAll(mistyped(SettingsFile.onClassPath().names()));
    if (!found.isEmpty()) {
      throw new InvalidSettingException(String.join("\n", found));
    }
  }

  static List<String> mistyped(Collection<String> properties, Collection<String> variables) {
    List<Setting> known = Settings.ofProcess().all().stream().map(SettingValue::setting).toList();
    List<String> all =
        known.stream()
            .flatMap(setting -> Stream.of(setting.systemProperty(), setting.alias()))
            .filter(Objects::nonNull)
            .toList();
    List<String> inEnvironment = known.stream().map(Setting::environmentVariable).toList();
    Stream<String> ofProperties =
        new TreeSet<>(properties)
            .stream()
                .filter(name -> !all.contains(name))
                .flatMap(name -> sentence("-D" + name, near(name, all)));
    Stream<String> ofVariables =
        new TreeSet<>(variables)
            .stream()
                .filter(name -> name.startsWith(VARIABLE_PREFIX) && !inEnvironment.contains(name))
                .flatMap(name -> sentence(name, near(name, inEnvironment)));
    return Stream.concat(ofProperties, ofVariables).toList();
  }

  /** A name of the file is that of a setting itself, without the prefix of a system property. */
  static List<String> mistyped(List<SettingsFile.Name> inFile) {
    List<Setting> known = Settings.ofProcess().all().stream().map(SettingValue::setting).toList();
    List<String> names = known.stream().map(Setting::name).toList();
    return inFile.stream()
        .filter(written -> !names.contains(written.name()))
        .flatMap(
            written ->
                known.stream()
                    .filter(setting -> isElsewhereCalled(setting, written.name()))
                    .map(Setting::name)
                    .findFirst()
                    .or(() -> near(written.name(), names))
                    .map(
                        meant ->
                            RootLocale.format(
                                "%s:%d: There is no setting '%s' in this file; did you mean '%s'?",
                                SettingsFile.NAME, written.line(), written.name(), meant))
                    .stream())
        .toList();
  }

  private static boolean isElsewhereCalled(Setting setting, String name) {
    return name.equals(setting.systemProperty())
        || name.equals(setting.alias())
        || name.equals(setting.environmentVariable());
  }

  /** One edit away from a name that is not short: further ones may be names of others. */
  private static Optional<String> near(String name, Collection<String> known) {
    return known.stream()
        .filter(other -> other.length() >= SHORTEST && NearMatch.distance(name, other) == 1)
        .findFirst();
  }

  private static Stream<String> sentence(String name, Optional<String> near) {
    return near.stream()
        .map(
            other ->
                RootLocale.format("There is no setting '%s'; did you mean '%s'?", name, other));
  }
}
