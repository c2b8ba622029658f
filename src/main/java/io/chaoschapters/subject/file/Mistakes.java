package io.chaoschapters.subject.file;

import io.chaoschapters.text.RootLocale;
import java.util.Comparator;
import java.util.HashSet;
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

  /** Pointers of what is left out because its form is wrong, or of groups that lack something. */
  private final Set<String> lost = new HashSet<>();

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

  /** What is at a pointer is left out, or is a group of which some key is. */
  void lose(String pointer) {
    lost.add(pointer);
  }

  /** Whether it was left out, or lacks a key whose name nobody knows. */
  boolean isLost(String pointer) {
    return lost.contains(pointer);
  }

  /** Whether one of its keys was left out. */
  boolean isLostBelow(String pointer) {
    return lost.stream().anyMatch(one -> !one.isEmpty() && LocatedTree.parent(one).equals(pointer));
  }

  /** Whether anything in it was left out. */
  boolean isLostWithin(String pointer) {
    return lost.stream().anyMatch(one -> LocatedTree.isIn(pointer, one));
  }

  /** Whether there is an error. */
  public boolean areThere() {
    return !found.isEmpty();
  }

  /** The errors, with file and line. */
  public List<String> sentences() {
    return sentences(found);
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
