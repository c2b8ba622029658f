package io.chaoschapters.diagnosis.llm.method;

import io.chaoschapters.diagnosis.llm.chat.Prompt;
import io.chaoschapters.subject.Term;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A question whose answer is read from what a model thinks of the next word, not from its words.
 */
interface Question {
  /** Whether what it says of a definition does not depend on the other definitions. */
  boolean isEachByItself();

  /**
   * Asks which of several definitions says what was observed.
   *
   * @param observed what the model is shown of the system
   * @return for each definition, in order, how much speaks for it: the higher, the more; only
   *     differences between definitions, and between two observations, mean something
   */
  List<Double> ask(String observed, List<Term> terms, Asker asker);

  /** Shows a prompt to a model and tells what may come next. */
  interface Asker {
    /** The likeliest next tokens. */
    NextWord ask(Prompt prompt, Words words);
  }

  /**
   * The words that answer a question.
   *
   * @param all as the question names them
   * @param reader finds the one that a model chose in what it wrote; empty when it chose none, or
   *     not one
   */
  record Words(List<String> all, Function<String, Optional<String>> reader) {
    public Words {
      all = List.copyOf(all);
    }
  }
}
