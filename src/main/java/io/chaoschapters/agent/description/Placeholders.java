package io.chaoschapters.agent.description;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apiguardian.api.API;

/** What stands in braces in a description, and what is put there. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Placeholders {
  /** What may stand there. */
  static final List<String> KNOWN =
      List.of(
          "question",
          "question_file",
          "mcp_url",
          "mcp_token",
          "mcp_servers",
          "mcp_stdio_servers",
          "bridge",
          "home");

  private static final Pattern NAME = Pattern.compile("\\{(env:)?([A-Za-z_][A-Za-z0-9_]*)}");

  private final Map<String, String> values;
  private final Map<String, String> environment;

  /**
   * Made for a question.
   *
   * @param values of our own names
   * @param environment the variables that may be named
   */
  public Placeholders(Map<String, String> values, Map<String, String> environment) {
    this.values = Map.copyOf(values);
    this.environment = Map.copyOf(environment);
  }

  /** Names in a text that stand for nothing. */
  static List<String> unknown(String text) {
    return NAME.matcher(text)
        .results()
        .filter(found -> found.group(1) == null && !KNOWN.contains(found.group(2)))
        .filter(found -> found.group(2).startsWith("mcp") || found.group(2).startsWith("question"))
        .map(found -> found.group(2))
        .toList();
  }

  /** Other braces stay as they are: files are often JSON. */
  public String in(String text) {
    Matcher names = NAME.matcher(text);
    StringBuilder filled = new StringBuilder();
    while (names.find()) {
      String value =
          names.group(1) == null
              ? values.getOrDefault(names.group(2), names.group())
              : environment.getOrDefault(names.group(2), "");
      names.appendReplacement(filled, Matcher.quoteReplacement(value));
    }
    return names.appendTail(filled).toString();
  }

  /** The texts with what is put there. */
  public Map<String, String> in(Map<String, String> texts) {
    Map<String, String> filled = new LinkedHashMap<>();
    texts.forEach((name, text) -> filled.put(name, in(text)));
    return filled;
  }
}
