package io.chaoschapters.diagnosis.llm;

import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel.OpenAiStreamingChatModelBuilder;
import io.chaoschapters.diagnosis.llm.http.ModelHttpBuilder;
import io.chaoschapters.library.OptionalLibrary;
import java.util.List;
import java.util.function.Function;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** OpenAI's models, and those of any server that speaks the same protocol. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class OpenAiProvider extends HostedProvider {
  private static final String OWN_URL = "https://api.openai.com/v1";

  /** Made by {@link java.util.ServiceLoader}. */
  public OpenAiProvider() {
    this(System::getenv);
  }

  OpenAiProvider(Function<String, @Nullable String> environment) {
    super(
        environment,
        "openai",
        OptionalLibrary.OPEN_AI,
        OWN_URL,
        "gpt-5-mini",
        List.of("OPENAI_API_KEY"));
  }

  /** A user's own server may want none. */
  @Override
  boolean needsKey(String url) {
    return isOpenAi(url);
  }

  @Override
  StreamingChatModel model(Parts parts) {
    return Linked.model(parts);
  }

  private static boolean isOpenAi(String url) {
    return url.startsWith("https://api.openai.com/");
  }

  /** What links to the library. */
  private static final class Linked {
    private Linked() {}

    static StreamingChatModel model(Parts parts) {
      OpenAiStreamingChatModelBuilder builder =
          OpenAiStreamingChatModel.builder()
              .httpClientBuilder(new ModelHttpBuilder(parts.http()))
              .baseUrl(parts.url())
              .apiKey(parts.key())
              .modelName(parts.model())
              .strictJsonSchema(true);
      if (isOpenAi(parts.url())) {
        builder.maxCompletionTokens(parts.answerTokens());
      } else {
        builder.maxTokens(parts.answerTokens()); // The older name, which every server knows.
      }
      if (parts.chosen().temperatureIsSet()) {
        builder.temperature(parts.chosen().temperature(0));
      }
      return builder.build();
    }
  }
}
