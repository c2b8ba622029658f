package io.chaoschapters.diagnosis.llm;

import dev.langchain4j.model.anthropic.AnthropicStreamingChatModel;
import dev.langchain4j.model.anthropic.AnthropicStreamingChatModel.AnthropicStreamingChatModelBuilder;
import dev.langchain4j.model.chat.StreamingChatModel;
import io.chaoschapters.diagnosis.llm.http.ModelHttpBuilder;
import io.chaoschapters.library.OptionalLibrary;
import java.util.List;
import java.util.function.Function;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Anthropic's models. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class AnthropicProvider extends HostedProvider {
  /** Made by {@link java.util.ServiceLoader}. */
  public AnthropicProvider() {
    this(System::getenv);
  }

  AnthropicProvider(Function<String, @Nullable String> environment) {
    super(
        environment,
        "anthropic",
        OptionalLibrary.ANTHROPIC,
        "https://api.anthropic.com/v1",
        "claude-sonnet-5-5",
        List.of("ANTHROPIC_API_KEY"));
  }

  @Override
  StreamingChatModel model(Parts parts) {
    return Linked.model(parts);
  }

  /** What links to the library. */
  private static final class Linked {
    private Linked() {}

    static StreamingChatModel model(Parts parts) {
      AnthropicStreamingChatModelBuilder builder =
          AnthropicStreamingChatModel.builder()
              .httpClientBuilder(new ModelHttpBuilder(parts.http()))
              .baseUrl(parts.url())
              .apiKey(parts.key())
              .modelName(parts.model())
              .maxTokens(parts.answerTokens());
      if (parts.chosen().temperatureIsSet()) {
        builder.temperature(parts.chosen().temperature(0));
      }
      return builder.build();
    }
  }
}
