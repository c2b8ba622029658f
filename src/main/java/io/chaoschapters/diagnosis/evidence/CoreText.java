package io.chaoschapters.diagnosis.evidence;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apiguardian.api.API;

/** The wording that every diagnoser uses, from one file that knows no system. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class CoreText {
  /** The file, beside this class. */
  public static final String FILE = "core-text.properties";

  private static final Map<String, String> TEXT = load();

  private CoreText() {}

  /** The text with a key. */
  public static String get(String key) {
    return Objects.requireNonNull(TEXT.get(key), () -> FILE + " has no '" + key + "'");
  }

  private static Map<String, String> load() {
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(CoreText.class.getResourceAsStream(FILE), FILE),
            StandardCharsets.UTF_8)) {
      Properties text = new Properties();
      text.load(reader);
      return text.stringPropertyNames().stream()
          .collect(Collectors.toUnmodifiableMap(Function.identity(), text::getProperty));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + FILE + " from the class path", e);
    }
  }
}
