package io.chaoschapters.diagnosis.llm;

import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.ollama.OllamaStreamingChatModel;
import io.chaoschapters.diagnosis.llm.http.ModelHttpBuilder;
import io.chaoschapters.library.OptionalLibrary;
import io.chaoschapters.settings.AiSettings;
import io.chaoschapters.settings.Settings;
import java.util.List;
import java.util.function.Function;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Models that Ollama serves, on this machine or another. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class OllamaProvider extends HostedProvider {
  static final int USUAL_ANSWER_TOKENS = 2_000;

  /** Made by {@link java.util.ServiceLoader}. */
  public OllamaProvider() {
    this(System::getenv);
  }

  OllamaProvider(Function<String, @Nullable String> environment) {
    super(environment, "ollama", OptionalLibrary.OLLAMA, "http://127.0.0.1:11434", "", List.of());
  }

  /** Ollama drops what does not fit without a word, so the size is set and watched. */
  @Override
  @Nullable Integer context(Settings settings) {
    return settings.count(AiSettings.CONTEXT);
  }

  @Override
  int usualAnswerTokens() {
    return USUAL_ANSWER_TOKENS;
  }

  @Override
  StreamingChatModel model(Parts parts) {
    return Linked.model(parts);
  }

  /** What links to the library. */
  private static final class Linked {
    private Linked() {}

    static StreamingChatModel model(Parts parts) {
      String thinking = parts.chosen().settings().text(AiSettings.THINKING);
      return OllamaStreamingChatModel.builder()
          .httpClientBuilder(new ModelHttpBuilder(parts.http()))
          .think(thinking.equals("model") ? null : thinking.equals("on"))
          .baseUrl(parts.url())
          .modelName(parts.model())
          .numCtx(parts.chosen().settings().count(AiSettings.CONTEXT))
          .numPredict(parts.answerTokens())
          .temperature(parts.chosen().temperature(0))
          .build();
    }
  }
}
