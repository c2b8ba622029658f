package io.chaoschapters.diagnosis.semantic.words;

import io.chaoschapters.diagnosis.evidence.Evidence;
import io.chaoschapters.subject.ComponentStatus;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apiguardian.api.API;

/** Takes the names of components out of texts, so that an answer does not hang on a name. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Names {
  private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,]\\d+)*");
  private static final Pattern SPACE = Pattern.compile("\\s+");

  /** By id, the longest first, as one may begin with another. */
  private final Map<String, String> roles = new LinkedHashMap<>();

  private Names() {}

  public static Names of(Evidence evidence) {
    Names names = new Names();
    evidence.components().stream()
        .sorted(Comparator.comparingInt((ComponentStatus c) -> c.id().length()).reversed())
        .forEach(c -> names.roles.put(c.id(), c.role()));
    return names;
  }

  public List<String> ids() {
    return List.copyOf(roles.keySet());
  }

  /** Each id is "it", and numbers are gone. */
  public String asIt(String text) {
    String neutral = text;
    for (String id : roles.keySet()) {
      neutral = whole(id).matcher(neutral).replaceAll("it");
    }
    return SPACE.matcher(NUMBER.matcher(neutral).replaceAll("")).replaceAll(" ").strip();
  }

  /** Each id that is a name and not a word is the role of its component. */
  public String asRole(String text) {
    String neutral = text;
    for (Map.Entry<String, String> name : roles.entrySet()) {
      if (NUMBER.matcher(name.getKey()).find()) {
        neutral =
            whole(name.getKey())
                .matcher(neutral)
                .replaceAll(java.util.regex.Matcher.quoteReplacement(name.getValue()));
      }
    }
    return neutral;
  }

  private static Pattern whole(String id) {
    return Pattern.compile("\\b" + Pattern.quote(id) + "\\b");
  }
}
