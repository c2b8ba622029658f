package io.chaoschapters.text;

import java.util.Locale;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Formats texts and numbers the same on every machine.
 *
 * <p>{@link String#formatted} and {@link String#format(String, Object...)} use the machine's
 * locale: in Egypt, {@code %d} gives Arabic digits, and a recording's header is no JSON any more.
 * Needs nothing but the JDK: guards use it too.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class RootLocale {
  private RootLocale() {}

  /** As {@link String#format(String, Object...)}, whatever the machine's locale is. */
  public static String format(String format, @Nullable Object... arguments) {
    return String.format(Locale.ROOT, format, arguments);
  }
}
