package io.chaoschapters.diagnosis.llm;

import java.util.List;

/** What a model thinks of possible next words; few servers tell. */
interface Likelihoods {
  /**
   * The most likely first tokens of the answer to a prompt, the likeliest first.
   *
   * @param most how many at most
   * @throws io.chaoschapters.diagnosis.DiagnosisException when there is no answer
   */
  List<Token> first(Prompt prompt, int most, Deadline deadline);

  /**
   * A token that may come next.
   *
   * @param text as it would be written, with a leading space if it has one
   * @param logProbability the natural logarithm of its probability
   */
  record Token(String text, double logProbability) {}
}
