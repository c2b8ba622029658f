package io.chaoschapters.subject.file;

import io.chaoschapters.text.RootLocale;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apiguardian.api.API;

/** The mistakes of one file, to be told together. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Mistakes {
  /** How many mistakes are listed. */
  public static final int MOST = 10;

  private record Mistake(int line, String sentence) {}

  private final SourceFile file;
  private final Set<Mistake> found = new LinkedHashSet<>();
  private final Set<Mistake> doubts = new LinkedHashSet<>();

  /** The errors of a file; none yet. */
  public Mistakes(SourceFile file) {
    this.file = file;
  }

  /** Adds a sentence about a line. */
  public void add(int line, String sentence) {
    found.add(new Mistake(line, sentence));
  }

  /** Adds a sentence about a line that can be meant as it is, and hardly is. */
  public void doubt(int line, String sentence) {
    doubts.add(new Mistake(line, sentence));
  }

  /** What can be meant as it is, with file and line. */
  public List<String> doubts() {
    return sentences(doubts);
  }

  /** Throws an exception that reports the file's errors, if there are any. */
  public void throwIfAny() {
    if (!found.isEmpty()) {
      throw file.refused(sentences(found));
    }
  }

  private List<String> sentences(Set<Mistake> mistakes) {
    return mistakes.stream()
        .sorted(Comparator.comparingInt(Mistake::line))
        .map(
            mistake ->
                RootLocale.format("%s:%d: %s", file.name(), mistake.line(), mistake.sentence()))
        .toList();
  }
}
