package io.chaoschapters.diagnosis.llm.chat;

import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** What a model thinks of possible next words; few servers tell. */
@API(status = API.Status.INTERNAL, since = "0.1")
public interface Likelihoods {
  /**
   * The most likely first tokens of the answer to a prompt.
   *
   * @param most how many at most
   * @throws io.chaoschapters.diagnosis.DiagnosisException when there is no answer
   */
  Guess first(Prompt prompt, int most, Deadline deadline);

  /**
   * What may come next.
   *
   * @param tokens the likeliest first
   * @param promptTokens tokens of the prompt, or null when the server does not count them
   */
  record Guess(List<Token> tokens, @Nullable Integer promptTokens) {
    public Guess {
      tokens = List.copyOf(tokens);
    }
  }

  /**
   * A token that may come next.
   *
   * @param text as it would be written, with a leading space if it has one
   * @param logProbability the natural logarithm of its probability
   */
  record Token(String text, double logProbability) {}
}
