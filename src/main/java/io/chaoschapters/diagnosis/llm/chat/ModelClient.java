package io.chaoschapters.diagnosis.llm.chat;

import java.util.Optional;
import java.util.function.Consumer;
import org.apiguardian.api.API;

/** A language model, whatever serves it. Asked by one thread after the other. */
@API(status = API.Status.INTERNAL, since = "0.1")
public interface ModelClient extends AutoCloseable {
  /** Its name, as its server knows it. */
  String name();

  /**
   * Asks once.
   *
   * @param stream is given the answer as it comes in
   * @throws io.chaoschapters.diagnosis.DiagnosisException when there is no answer
   */
  Reply ask(Prompt prompt, Consumer<String> stream, Deadline deadline);

  /** What it thinks of possible next words; empty where its server does not tell. */
  default Optional<Likelihoods> likelihoods() {
    return Optional.empty();
  }

  @Override
  default void close() {}
}
