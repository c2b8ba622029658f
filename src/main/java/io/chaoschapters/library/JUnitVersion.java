package io.chaoschapters.library;

import io.chaoschapters.text.RootLocale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Sees that JUnit is new enough: an older one would end with an error that names no cause. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class JUnitVersion {
  /** The oldest with which a project of the gate plays chapters. */
  public static final String LOWEST = "5.12";

  private static final Pattern NUMBERS = Pattern.compile("(\\d+)\\.(\\d+).*");

  private JUnitVersion() {}

  /**
   * What is wrong with a JUnit, in one sentence; empty when nothing is, or when its jar does not
   * say which version it is.
   *
   * @param jupiter any class of its jar {@code junit-jupiter-api}
   */
  public static Optional<String> problem(Class<?> jupiter) {
    return problem(jupiter.getPackage().getImplementationVersion());
  }

  static Optional<String> problem(@Nullable String version) {
    return version == null || !isOlder(version)
        ? Optional.empty()
        : Optional.of(
            RootLocale.format(
                "Chaos Chapters needs JUnit %s or newer, but JUnit %s is on the class path: raise the version of the BOM org.junit:junit-bom, or of the parent that manages it.",
                LOWEST, version));
  }

  private static boolean isOlder(String version) {
    Matcher found = NUMBERS.matcher(version);
    Matcher lowest = NUMBERS.matcher(LOWEST);
    if (!found.matches() || !lowest.matches()) {
      return false;
    }
    int major = Integer.compare(number(found, 1), number(lowest, 1));
    return major < 0 || (major == 0 && number(found, 2) < number(lowest, 2));
  }

  private static int number(Matcher version, int group) {
    return Integer.parseInt(version.group(group));
  }
}
