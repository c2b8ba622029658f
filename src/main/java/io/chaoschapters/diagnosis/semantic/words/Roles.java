package io.chaoschapters.diagnosis.semantic.words;

import java.util.List;
import java.util.Set;
import org.apiguardian.api.API;

/** Whether a text speaks of the components of a role. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Roles {
  private static final double ALL_WORDS = 1;
  private static final double LAST_WORD = 0.8;
  private static final double FIRST_WORD = 0.4;

  private Roles() {}

  /** From 0, not at all, to 1, by all words of its role. */
  public static double named(String role, String text) {
    List<String> words = Words.stems(role);
    if (words.isEmpty()) {
      return 0;
    }
    Set<String> said = Words.distinctStems(text);
    if (said.containsAll(words)) {
      return ALL_WORDS;
    }
    if (said.contains(words.get(words.size() - 1))) {
      return LAST_WORD;
    }
    return words.size() > 1 && said.contains(words.get(0)) ? FIRST_WORD : 0;
  }
}
