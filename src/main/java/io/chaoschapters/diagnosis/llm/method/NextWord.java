package io.chaoschapters.diagnosis.llm.method;

import io.chaoschapters.diagnosis.llm.chat.Likelihoods.Token;
import java.util.List;

/**
 * What a model thinks of the next word, whatever case it writes it in, with or without a space.
 *
 * @param tokens the likeliest ones
 */
record NextWord(List<Token> tokens) {
  /** How many tokens to ask for: words that are not among them are no candidates at all. */
  static final int MOST = 100;

  /**
   * How likely a word is taken to be that a model wrote, when its server does not tell: as likely
   * as all others together. How sure it was is not known.
   */
  private static final double WRITTEN = 0.5;

  private static final int OTHERS = 3;

  NextWord {
    tokens = List.copyOf(tokens);
  }

  /** What is known of a model that wrote a word and does not tell what else it thought of. */
  static NextWord written(String word) {
    return new NextWord(
        List.of(
            new Token(word, Math.log(WRITTEN)), new Token("", Math.log((1 - WRITTEN) / OTHERS))));
  }

  /**
   * The natural logarithm of a word's probability. A word that is not among the likeliest gets what
   * the least likely of them has, which is more than it deserves.
   */
  double logProbability(String word) {
    double sum =
        tokens.stream()
            .filter(token -> token.text().strip().equalsIgnoreCase(word))
            .mapToDouble(token -> Math.exp(token.logProbability()))
            .sum();
    return sum > 0
        ? Math.log(sum)
        : tokens.stream().mapToDouble(Token::logProbability).min().orElse(0);
  }
}
