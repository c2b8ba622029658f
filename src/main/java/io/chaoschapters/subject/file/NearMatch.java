package io.chaoschapters.subject.file;

import io.chaoschapters.text.RootLocale;
import io.chaoschapters.text.Words;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apiguardian.api.API;

/** Finds the known word that a misspelled one may stand for. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class NearMatch {
  private NearMatch() {}

  /** {@code "; did you mean 'freeze'?"}, or nothing when no candidate is near. */
  public static String hint(String typed, Collection<String> candidates) {
    return nearest(typed, candidates)
        .map(nearest -> RootLocale.format("; did you mean '%s'?", nearest))
        .orElse("");
  }

  /** The candidate that hardly differs; empty when none is near. */
  public static Optional<String> nearest(String typed, Collection<String> candidates) {
    String wanted = Words.quoted(typed).toLowerCase(Locale.ROOT);
    int farthest = Math.max(1, Math.min(3, typed.length() / 3));
    return candidates.stream()
        .min(Comparator.comparingInt(candidate -> distance(wanted, candidate)))
        .filter(nearest -> distance(wanted, nearest) <= farthest);
  }

  /** Insertions, deletions, substitutions and swaps of neighbors: optimal string alignment. */
  public static int distance(String a, String b) {
    int[][] edits = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        edits[i][j] = i == 0 || j == 0 ? i + j : next(a, b, i, j, edits);
      }
    }
    return edits[a.length()][b.length()];
  }

  private static int next(String a, String b, int i, int j, int[][] edits) {
    boolean same = a.charAt(i - 1) == b.charAt(j - 1);
    int least = Math.min(edits[i - 1][j], edits[i][j - 1]) + 1;
    least = Math.min(least, edits[i - 1][j - 1] + (same ? 0 : 1));
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(least, edits[i - 2][j - 2] + 1) : least;
  }
}
