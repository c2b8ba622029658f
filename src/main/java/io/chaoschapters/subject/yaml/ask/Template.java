package io.chaoschapters.subject.yaml.ask;

import io.chaoschapters.text.RootLocale;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apiguardian.api.API;

/**
 * A text with placeholders such as {@code {port.client}}. Braces around anything that is no name,
 * as in JSON, stay as they are, and so does a name in double braces, which loses one pair.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record Template(String text) {
  private static final String NAME = "[a-z][a-z0-9-]*(?:\\.[a-z0-9-]+)*";
  private static final Pattern PLACEHOLDER =
      Pattern.compile("\\{(\\{" + NAME + "})}|\\{(" + NAME + ")}");

  private static final String WORD = "\\s*(\\w[\\w.-]*)\\s*";

  /** A word in two pairs of braces or one; {@code ${HOME}} is a shell's. */
  private static final Pattern IN_BRACES =
      Pattern.compile("(?<!\\{)\\{\\{" + WORD + "}}(?!})|(?<![{$])\\{" + WORD + "}");

  /** A text in which nothing is replaced. */
  public static Template literal(String text) {
    return new Template(text.replaceAll("\\{(" + NAME + ")}", "{{$1}}"));
  }

  /** The names of its placeholders, in order. */
  public List<String> names() {
    return PLACEHOLDER
        .matcher(text)
        .results()
        .filter(found -> found.group(2) != null)
        .map(found -> found.group(2))
        .toList();
  }

  /**
   * A word in braces that is no placeholder but text.
   *
   * @param written with its braces
   * @param word without them
   */
  @API(status = API.Status.INTERNAL, since = "0.1")
  public record Braced(String written, String word) {
    /** The placeholder that may be meant. */
    public String name() {
      return word.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it loses one pair of its braces. */
    public boolean isEscaped() {
      return isDoubled() && word.matches(NAME);
    }

    /** Whether it has two pairs of braces, and keeps them. */
    public boolean staysDoubled() {
      return isDoubled() && !word.matches(NAME);
    }

    private boolean isDoubled() {
      return written.equals("{{" + word + "}}");
    }
  }

  /** Words in braces that are text. */
  public List<Braced> braced() {
    return IN_BRACES
        .matcher(text)
        .results()
        .filter(found -> !found.group().matches("\\{" + NAME + "}"))
        .map(found -> new Braced(found.group(), found.group(found.group(1) == null ? 2 : 1)))
        .toList();
  }

  /**
   * The text with every placeholder replaced.
   *
   * @throws IllegalArgumentException naming a placeholder that is not known
   */
  public String fill(Names names) {
    Matcher matcher = PLACEHOLDER.matcher(text);
    StringBuilder filled = new StringBuilder();
    while (matcher.find()) {
      String name = matcher.group(2);
      String value = name == null ? matcher.group(1) : value(name, names);
      matcher.appendReplacement(filled, Matcher.quoteReplacement(value));
    }
    return matcher.appendTail(filled).toString();
  }

  /** Every one of a list, filled. */
  public static List<String> fill(List<Template> templates, Names names) {
    return templates.stream().map(template -> template.fill(names)).toList();
  }

  private String value(String name, Names names) {
    return names
        .value(name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    RootLocale.format("'{%s}' is not known at this moment", name)));
  }
}
