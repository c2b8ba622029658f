package io.chaoschapters.diagnosis.llm.chat;

import io.chaoschapters.diagnosis.DiagnosisException;
import io.chaoschapters.diagnosis.DiagnosisException.Reason;
import io.chaoschapters.diagnosis.llm.llama.LlamaServer;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apiguardian.api.API;

/** A model behind a llama-server of this run's, which tells when that server has ended. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class LlamaModel implements ModelClient {
  private static final int LINES = 5;

  /** Its connections break a moment before its process is seen to be gone. */
  private static final Duration END_NOTICED_WITHIN = Duration.ofSeconds(2);

  private final ModelClient model;
  private final LlamaServer server;
  private final Served served;

  public LlamaModel(ModelClient model, LlamaServer server, Served served) {
    this.model = model;
    this.server = server;
    this.served = served;
  }

  @Override
  public String name() {
    return model.name();
  }

  @Override
  public Reply ask(Prompt prompt, Consumer<String> stream, Deadline deadline) {
    return alive(() -> model.ask(prompt, stream, deadline));
  }

  @Override
  public Optional<Likelihoods> likelihoods() {
    LlamaLikelihoods likelihoods = new LlamaLikelihoods(server, served);
    return Optional.of(
        (prompt, most, deadline) -> alive(() -> likelihoods.first(prompt, most, deadline)));
  }

  private <T> T alive(Supplier<T> question) {
    try {
      return question.get();
    } catch (DiagnosisException e) {
      boolean lost = e.reason() == Reason.BROKE_OFF || e.reason() == Reason.SERVER_DOWN;
      if (!lost || !server.endsWithin(END_NOTICED_WITHIN)) {
        throw e;
      }
      throw new DiagnosisException(
          Reason.SERVER_DOWN,
          "llamacpp's server ended while it was asked; it is started again for the next question. It said: "
              + String.join(" | ", server.lastLines(LINES)),
          e);
    }
  }
}
