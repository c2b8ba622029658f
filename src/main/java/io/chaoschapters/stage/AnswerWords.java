package io.chaoschapters.stage;

import java.util.Locale;

/** A diagnoser's verdict as the audience reads it. */
final class AnswerWords {
  private AnswerWords() {}

  /** What the answer names, or its verdict in words where it names nothing. */
  static String headline(String verdict, String term) {
    return term.isEmpty() ? verdict(verdict) : term;
  }

  /** The verdict in words. */
  static String verdict(String verdict) {
    String lower = verdict.toLowerCase(Locale.ROOT);
    return switch (lower) {
      case "none" -> "no anomaly";
      case "invalid" -> "an answer that cannot be read";
      default -> lower;
    };
  }
}
