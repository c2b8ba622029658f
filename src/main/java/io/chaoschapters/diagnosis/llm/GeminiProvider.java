package io.chaoschapters.diagnosis.llm;

import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.googleai.GoogleAiGeminiStreamingChatModel;
import io.chaoschapters.diagnosis.llm.http.ModelHttpBuilder;
import io.chaoschapters.library.OptionalLibrary;
import java.util.List;
import java.util.function.Function;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Google's Gemini models. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class GeminiProvider extends HostedProvider {
  /** Made by {@link java.util.ServiceLoader}. */
  public GeminiProvider() {
    this(System::getenv);
  }

  GeminiProvider(Function<String, @Nullable String> environment) {
    super(
        environment,
        "gemini",
        OptionalLibrary.GEMINI,
        "https://generativelanguage.googleapis.com/v1beta",
        "gemini-flash-latest",
        List.of("GEMINI_API_KEY", "GOOGLE_API_KEY"));
  }

  @Override
  StreamingChatModel model(Parts parts) {
    return Linked.model(parts);
  }

  /** What links to the library. */
  private static final class Linked {
    private Linked() {}

    static StreamingChatModel model(Parts parts) {
      GoogleAiGeminiStreamingChatModel.GoogleAiGeminiStreamingChatModelBuilder builder =
          GoogleAiGeminiStreamingChatModel.builder()
              .httpClientBuilder(new ModelHttpBuilder(parts.http()))
              .baseUrl(parts.url())
              .apiKey(parts.key())
              .modelName(parts.model())
              .maxOutputTokens(parts.answerTokens());
      if (parts.chosen().temperatureIsSet()) {
        builder.temperature(parts.chosen().temperature(0));
      }
      return builder.build();
    }
  }
}
