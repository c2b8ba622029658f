package io.chaoschapters.text;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * The character sets in which what a program shows is read.
 *
 * <p>From JDK 18 on the default character set is UTF-8 in every locale, so it says nothing about
 * the terminal any more.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class OutputCharset {
  private static final int FIRST_WITH_UTF_8 = 18;

  private OutputCharset() {}

  /** The locale's, which a terminal has. */
  public static Charset ofTerminal() {
    return first(System::getProperty, "native.encoding");
  }

  /** What the standard output stream writes. */
  public static Charset ofStandardOutput() {
    return ofStandardOutput(Runtime.version().feature(), System::getProperty);
  }

  static Charset ofStandardOutput(int release, UnaryOperator<@Nullable String> properties) {
    return release < FIRST_WITH_UTF_8
        ? first(properties, "sun.stdout.encoding")
        : first(properties, "stdout.encoding", "sun.stdout.encoding", "native.encoding");
  }

  private static Charset first(UnaryOperator<@Nullable String> properties, String... names) {
    return Arrays.stream(names)
        .map(properties)
        .flatMap(Stream::ofNullable)
        .filter(Charset::isSupported)
        .map(Charset::forName)
        .findFirst()
        .orElseGet(Charset::defaultCharset);
  }
}
