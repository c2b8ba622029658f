package io.chaoschapters.safety.matrix;

import java.util.List;

/**
 * What a try came to.
 *
 * @param problems what was wrong afterwards, a sentence each
 * @param seconds from the blow to the end of everything
 */
record Outcome(List<String> problems, double seconds) {
  Outcome {
    problems = List.copyOf(problems);
  }

  /** All that was looked at after a blow has come to its end now. */
  static Outcome since(long blow, List<String> problems) {
    return new Outcome(problems, (System.nanoTime() - blow) / 1e9);
  }
}
