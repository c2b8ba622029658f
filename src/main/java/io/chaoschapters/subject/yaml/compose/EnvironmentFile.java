package io.chaoschapters.subject.yaml.compose;

import io.chaoschapters.text.RootLocale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A file of variables, one a line. */
final class EnvironmentFile {
  private static final Pattern LINE =
      Pattern.compile("(?:export\\s+)?([A-Za-z_][A-Za-z0-9_.-]*)\\s*(?:=\\s*(.*))?");
  private static final Pattern COMMENT = Pattern.compile("\\s+#.*$");

  private EnvironmentFile() {}

  /**
   * Reads one; a name without a value is that of the environment.
   *
   * @param variables what may be put into values that are not in single quotes
   * @throws IllegalArgumentException with the line and what is wrong with it
   */
  static Map<String, String> read(Path file, Interpolation variables) throws IOException {
    Map<String, String> all = new LinkedHashMap<>();
    List<String> lines = Files.readAllLines(file);
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      Matcher parts = LINE.matcher(line);
      if (!parts.matches()) {
        throw new IllegalArgumentException(
            RootLocale.format("line %d of %s is no NAME=value", i + 1, file.getFileName()));
      }
      String name = parts.group(1);
      if (parts.group(2) == null) {
        variables.variable(name).ifPresent(value -> all.put(name, value));
      } else {
        all.put(name, value(parts.group(2), variables.or(all)));
      }
    }
    return all;
  }

  private static String value(String written, Interpolation variables) {
    String text = written.strip();
    for (char quote : new char[] {'\'', '"'}) {
      int end = text.indexOf(quote, 1);
      if (text.indexOf(quote) == 0 && end > 0) {
        String inside = text.substring(1, end);
        return quote == '\'' ? inside : variables.of(inside.replace("\\n", "\n"));
      }
    }
    return variables.of(COMMENT.matcher(text).replaceFirst(""));
  }
}
