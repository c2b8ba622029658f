package io.chaoschapters.settings;

import io.chaoschapters.text.Failure;
import io.chaoschapters.text.RootLocale;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apiguardian.api.API;

/** The file {@code chaos-chapters.properties} on the class path. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class SettingsFile {
  /** Its name on the class path. */
  public static final String NAME = "chaos-chapters.properties";

  private final String text;

  private SettingsFile(String text) {
    this.text = text;
  }

  /**
   * A name in the file.
   *
   * @param line where it stands, from 1
   */
  @API(status = API.Status.INTERNAL, since = "0.1")
  public record Name(String name, int line) {}

  /** The first on the class path; an empty one when there is none. */
  public static SettingsFile onClassPath() {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    ClassLoader source = loader == null ? SettingsFile.class.getClassLoader() : loader;
    try (InputStream in = source.getResourceAsStream(NAME)) {
      // As properties files are when they are read from a stream.
      return new SettingsFile(
          in == null ? "" : new String(in.readAllBytes(), StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + NAME + " from the class path", e);
    }
  }

  Properties properties() {
    return properties(text);
  }

  private static Properties properties(String lines) {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(lines));
    } catch (IOException | IllegalArgumentException e) {
      throw new InvalidSettingException(
          RootLocale.format("%s on the class path cannot be read: %s", NAME, Failure.words(e)));
    }
    return properties;
  }

  /** All names in it, in its order. */
  public List<Name> names() {
    List<Name> names = new ArrayList<>();
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      int first = i;
      StringBuilder whole = new StringBuilder(lines.get(i));
      while (!isComment(lines.get(first)) && goesOn(lines.get(i)) && i + 1 < lines.size()) {
        i++;
        whole.append('\n').append(lines.get(i));
      }
      properties(whole.toString())
          .stringPropertyNames()
          .forEach(name -> names.add(new Name(name, first + 1)));
    }
    return names;
  }

  private static boolean isComment(String line) {
    String begins = line.stripLeading();
    return begins.startsWith("#") || begins.startsWith("!");
  }

  /** After an odd number of backslashes. */
  private static boolean goesOn(String line) {
    int end = line.length();
    while (end > 0 && line.charAt(end - 1) == '\\') {
      end--;
    }
    return (line.length() - end) % 2 == 1;
  }
}
