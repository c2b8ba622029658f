package io.chaoschapters.diagnosis.llm;

import io.chaoschapters.diagnosis.Preparation;
import io.chaoschapters.diagnosis.llm.chat.Deadline;
import io.chaoschapters.diagnosis.llm.chat.Likelihoods;
import io.chaoschapters.diagnosis.llm.chat.ModelClient;
import io.chaoschapters.diagnosis.llm.chat.ModelSource;
import io.chaoschapters.diagnosis.llm.chat.Prompt;
import io.chaoschapters.diagnosis.llm.chat.Reply;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Gives what a model has once said of the next word without asking it again. */
final class Remembering implements ModelSource {
  private final ModelSource source;
  private final Map<String, Likelihoods.Guess> known = new HashMap<>();

  Remembering(ModelSource source) {
    this.source = source;
  }

  @Override
  public ModelClient open(@Nullable Preparation preparation) {
    ModelClient model = source.open(preparation);
    return new ModelClient() {
      @Override
      public String name() {
        return model.name();
      }

      @Override
      public Reply ask(Prompt prompt, Consumer<String> stream, Deadline deadline) {
        return model.ask(prompt, stream, deadline);
      }

      @Override
      public Optional<Likelihoods> likelihoods() {
        return model
            .likelihoods()
            .map(
                asked ->
                    (prompt, most, deadline) ->
                        known.computeIfAbsent(
                            prompt.text(), text -> asked.first(prompt, most, deadline)));
      }
    };
  }

  @Override
  public Reach reach() {
    return source.reach();
  }

  @Override
  public void close() {
    source.close();
  }
}
