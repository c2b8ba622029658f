package io.chaoschapters.subject;

import java.util.List;
import java.util.Locale;
import org.apiguardian.api.API;

/**
 * One anomaly that operators of the subject tell apart.
 *
 * @param name lower case, such as {@code split brain}
 * @param definition what an operator sees when it happens, one to three sentences
 * @param synonyms other names for exactly this anomaly
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Term(String name, String definition, List<String> synonyms) {
  /** Copies the synonyms. */
  public Term {
    synonyms = List.copyOf(synonyms);
  }

  /** A term with synonyms. */
  public static Term of(String name, String definition, String... synonyms) {
    return new Term(name, definition, List.of(synonyms));
  }

  /** Whether a text is its name or a synonym; case, hyphens and outer spaces do not matter. */
  public boolean isNamed(String text) {
    String wanted = normal(text);
    return normal(name).equals(wanted)
        || synonyms.stream().map(Term::normal).anyMatch(wanted::equals);
  }

  private static String normal(String text) {
    return text.strip()
        .toLowerCase(Locale.ROOT)
        .replace('-', ' ')
        .replace('_', ' ')
        .replaceAll("\\s+", " ");
  }
}
