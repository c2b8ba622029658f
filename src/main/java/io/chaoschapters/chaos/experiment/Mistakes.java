package io.chaoschapters.chaos.experiment;

import io.chaoschapters.text.RootLocale;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The mistakes of one file, to be told together. */
final class Mistakes {
  private record Mistake(int line, String sentence) {}

  private final String file;
  private final Set<Mistake> found = new LinkedHashSet<>();

  Mistakes(String file) {
    this.file = file;
  }

  /** Adds a sentence about a line. */
  void add(int line, String sentence) {
    found.add(new Mistake(line, sentence));
  }

  /** Throws when there are any. */
  void throwIfAny() {
    if (found.isEmpty()) {
      return;
    }
    List<String> sentences =
        found.stream()
            .sorted(Comparator.comparingInt(Mistake::line))
            .map(
                mistake -> RootLocale.format("%s:%d: %s", file, mistake.line(), mistake.sentence()))
            .toList();
    throw InvalidExperimentException.ofAll(sentences);
  }
}
