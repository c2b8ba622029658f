package io.chaoschapters.diagnosis.llm.chat;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonRawSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import io.chaoschapters.diagnosis.DiagnosisException;
import io.chaoschapters.diagnosis.DiagnosisException.Reason;
import io.chaoschapters.diagnosis.Provenance.Ending;
import io.chaoschapters.diagnosis.answer.Thinking;
import io.chaoschapters.diagnosis.llm.chat.Reply.ToolCall;
import io.chaoschapters.diagnosis.llm.http.Exchange;
import io.chaoschapters.diagnosis.llm.http.ModelHttp;
import io.chaoschapters.text.Failure;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** A model that LangChain4j knows how to talk to. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class LangChainModel implements ModelClient {
  /** How models begin when they say in words that they will not; an answer begins with a brace. */
  private static final Pattern REFUSAL =
      Pattern.compile(
          "\\s*(?:I(?:'|’)?m sorry|I am sorry|Sorry, |I can(?:no|')?t|I cannot|I(?:'|’)?m unable"
              + "|I am unable|I won(?:'|’)t|I must decline)",
          Pattern.CASE_INSENSITIVE);

  /** How servers say that they do not know structured output, or not for this model. */
  private static final Pattern SCHEMA =
      Pattern.compile(
          "response_?format|json_?schema|structured output|output_(?:format|config)|responseJsonSchema|invalid format",
          Pattern.CASE_INSENSITIVE);

  private final Served served;
  private final StreamingChatModel model;
  private final ModelHttp http;
  private final Failures failures;
  private volatile boolean schemaRefused;

  public LangChainModel(Served served, StreamingChatModel model, ModelHttp http) {
    this.served = served;
    this.model = model;
    this.http = http;
    this.failures = new Failures(served);
  }

  @Override
  public String name() {
    return served.model();
  }

  /** A server that cannot hold its model to a schema is asked without one from then on. */
  @Override
  public Reply ask(Prompt prompt, Consumer<String> stream, Deadline deadline) {
    Prompt plain = prompt.with(null, prompt.tools());
    if (schemaRefused || prompt.schema() == null) {
      return askOnce(plain, stream, deadline);
    }
    try {
      return askOnce(prompt, stream, deadline);
    } catch (DiagnosisException e) {
      boolean aboutSchema = SCHEMA.matcher(Failure.words(e)).find();
      if (e.reason() != Reason.NOT_ACCEPTED || !aboutSchema) {
        throw e;
      }
      schemaRefused = true;
      return askOnce(plain, stream, deadline);
    }
  }

  private Reply askOnce(Prompt prompt, Consumer<String> stream, Deadline deadline) {
    Streamed streamed = new Streamed(stream);
    model.chat(request(prompt), streamed);
    Exchange exchange = http.latest();
    // A connection that ends without a last word leaves LangChain4j waiting for good.
    exchange.ended().thenRun(streamed::ended);
    try {
      ChatResponse response =
          streamed.response().get(deadline.left().toMillis(), TimeUnit.MILLISECONDS);
      return reply(response, exchange);
    } catch (TimeoutException e) {
      throw failures.timeOut(deadline);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failures.interrupted(e);
    } catch (ExecutionException e) {
      if (exchange.refusal().isPresent()) {
        return refused(exchange, null);
      }
      requireNoError(exchange);
      throw e.getCause() instanceof Streamed.NoEndException
          ? failures.brokeOff(null)
          : failures.of(e.getCause());
    } finally {
      exchange.cancel();
    }
  }

  private static ChatRequest request(Prompt prompt) {
    List<ChatMessage> messages = prompt.messages().stream().map(LangChainModel::message).toList();
    ChatRequest.Builder request = ChatRequest.builder().messages(messages);
    if (!prompt.tools().isEmpty()) {
      request.toolSpecifications(prompt.tools());
    }
    if (prompt.schema() != null) {
      request.responseFormat(
          ResponseFormat.builder()
              .type(ResponseFormatType.JSON)
              .jsonSchema(
                  JsonSchema.builder()
                      .name("answer")
                      .rootElement(JsonRawSchema.from(prompt.schema()))
                      .build())
              .build());
    }
    return request.build();
  }

  private static ChatMessage message(Prompt.Message message) {
    return switch (message.role()) {
      case SYSTEM -> SystemMessage.from(message.text());
      case USER -> UserMessage.from(message.text());
      case MODEL ->
          AiMessage.builder()
              .text(message.text())
              .toolExecutionRequests(message.calls().stream().map(LangChainModel::call).toList())
              .build();
      case TOOL -> ToolExecutionResultMessage.from(call(message.calls().get(0)), message.text());
    };
  }

  private static ToolExecutionRequest call(ToolCall call) {
    return ToolExecutionRequest.builder()
        .id(call.id())
        .name(call.name())
        .arguments(call.arguments())
        .build();
  }

  private static List<ToolCall> calls(ChatResponse response) {
    return response.aiMessage().toolExecutionRequests().stream()
        .map(call -> new ToolCall(String.valueOf(call.id()), call.name(), call.arguments()))
        .toList();
  }

  private void requireNoError(Exchange exchange) {
    exchange
        .error()
        .ifPresent(
            said -> {
              throw exchange.isErrorFirst()
                  ? failures.inPlaceOfAnAnswer(said)
                  : failures.inStream(said);
            });
  }

  private Reply reply(ChatResponse response, Exchange exchange) {
    requireNoError(exchange);
    if (exchange.refusal().isPresent()
        || response.finishReason() == FinishReason.CONTENT_FILTER
        || REFUSAL.matcher(Thinking.removed(text(response))).lookingAt()) {
      return refused(exchange, response);
    }
    if (response.finishReason() == null && !exchange.isWhole()) {
      throw failures.brokeOff(null);
    }
    TokenUsage usage = response.tokenUsage();
    Integer read = usage == null ? null : usage.inputTokenCount();
    Integer written = usage == null ? null : usage.outputTokenCount();
    boolean truncated = response.finishReason() == FinishReason.LENGTH;
    String text = text(response);
    boolean thought = exchange.hasThought() || Thinking.isIn(text);
    List<ToolCall> calls = calls(response);
    if (truncated && calls.isEmpty() && Thinking.removed(text).isBlank()) {
      throw failures.onlyThought(thought);
    }
    if (served.context() != null
        && read != null
        && written != null
        && read + written >= served.context()) {
      throw failures.overflow(read + written);
    }
    return new Reply(
        text, truncated ? Ending.TRUNCATED : Ending.COMPLETE, read, written, calls, thought);
  }

  private static Reply refused(Exchange exchange, @Nullable ChatResponse response) {
    TokenUsage usage = response == null ? null : response.tokenUsage();
    String words = exchange.refusal().orElse("the answer was filtered");
    String text = response == null ? "" : text(response);
    return new Reply(
        text.isBlank() ? words : text,
        Ending.REFUSED,
        usage == null ? null : usage.inputTokenCount(),
        usage == null ? null : usage.outputTokenCount(),
        List.of());
  }

  private static String text(ChatResponse response) {
    String text = response.aiMessage().text();
    return text == null ? "" : text;
  }
}
