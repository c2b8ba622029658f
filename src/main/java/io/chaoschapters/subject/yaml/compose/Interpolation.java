package io.chaoschapters.subject.yaml.compose;

import io.chaoschapters.text.RootLocale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts variables into texts, as Compose does.
 *
 * @see <a href="https://docs.docker.com/reference/compose-file/interpolation/">Interpolation</a>
 */
final class Interpolation {
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final Pattern BRACED =
      Pattern.compile("(" + NAME + ")(?:(:?[-?+])(.*))?", Pattern.DOTALL);

  private final Function<String, Optional<String>> variables;

  Interpolation(Function<String, Optional<String>> variables) {
    this.variables = variables;
  }

  /** Further variables, which count where these have none. */
  Interpolation or(Map<String, String> more) {
    return new Interpolation(
        name -> variables.apply(name).or(() -> Optional.ofNullable(more.get(name))));
  }

  Optional<String> variable(String name) {
    return variables.apply(name);
  }

  /**
   * The text with every variable replaced.
   *
   * @throws IllegalArgumentException with what is wrong, and what to do
   */
  String of(String text) {
    StringBuilder filled = new StringBuilder();
    int at = 0;
    for (int dollar = text.indexOf('$'); dollar >= 0; dollar = text.indexOf('$', at)) {
      filled.append(text, at, dollar);
      at = next(text, dollar, filled);
    }
    return filled.append(text.substring(at)).toString();
  }

  /** Appends what stands for the variable at a dollar sign, and tells where the text goes on. */
  private int next(String text, int dollar, StringBuilder filled) {
    if (text.startsWith("$$", dollar)) {
      filled.append('$');
      return dollar + 2;
    }
    if (text.startsWith("${", dollar)) {
      int end = closing(text, dollar + 2);
      filled.append(braced(text.substring(dollar + 2, end)));
      return end + 1;
    }
    Matcher name = NAME.matcher(text).region(dollar + 1, text.length());
    if (!name.lookingAt()) {
      throw new IllegalArgumentException("a single $ begins no variable; write $$ for a dollar");
    }
    filled.append(needed(name.group()));
    return name.end();
  }

  private static int closing(String text, int from) {
    int depth = 1;
    for (int i = from; i < text.length(); i++) {
      depth += text.startsWith("${", i) ? 1 : text.charAt(i) == '}' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    throw new IllegalArgumentException("'${' has no closing brace");
  }

  private String braced(String body) {
    Matcher parts = BRACED.matcher(body);
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          RootLocale.format(
              "'${%s}' is no variable; write ${NAME}, ${NAME:-default} or ${NAME:?message}", body));
    }
    String name = parts.group(1);
    String how = parts.group(2);
    if (how == null) {
      return needed(name);
    }
    Optional<String> value =
        variables.apply(name).filter(text -> !how.startsWith(":") || !text.isEmpty());
    String rest = parts.group(3);
    return switch (how.charAt(how.length() - 1)) {
      case '-' -> value.orElseGet(() -> of(rest));
      case '+' -> value.isPresent() ? of(rest) : "";
      default ->
          value.orElseThrow(
              () ->
                  new IllegalArgumentException(
                      RootLocale.format("the variable %s is needed: %s", name, rest)));
    };
  }

  /**
   * Compose puts nothing in the place of what is not set, and warns; that starts something else.
   */
  private String needed(String name) {
    return variables
        .apply(name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    RootLocale.format(
                        "the variable %s is set neither in the environment nor in the file .env beside; set it, or write ${%s:-default}",
                        name, name)));
  }
}
