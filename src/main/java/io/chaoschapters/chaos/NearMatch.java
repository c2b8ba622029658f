package io.chaoschapters.chaos;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** Finds what somebody may have meant. */
final class NearMatch {
  private NearMatch() {}

  /** {@code "; did you mean 'freeze'?"}, or nothing when no candidate is near. */
  static String hint(String typed, Collection<String> candidates) {
    String wanted = Words.quoted(typed).toLowerCase(Locale.ROOT);
    int farthest = Math.max(1, Math.min(3, typed.length() / 3));
    return candidates.stream()
        .min(Comparator.comparingInt(candidate -> distance(wanted, candidate)))
        .filter(nearest -> distance(wanted, nearest) <= farthest)
        .map("; did you mean '%s'?"::formatted)
        .orElse("");
  }

  /** Levenshtein's distance: insertions, deletions and substitutions. */
  static int distance(String a, String b) {
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] current = new int[b.length() + 1];
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substitution = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(substitution, 1 + Math.min(previous[j], current[j - 1]));
      }
      previous = current;
    }
    return previous[b.length()];
  }
}
