package io.chaoschapters.diagnosis.llm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chaoschapters.diagnosis.DiagnoserProvider;
import io.chaoschapters.diagnosis.llm.FakeModelServer.Reply;
import io.chaoschapters.text.RootLocale;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** How each provider streams an answer, and says that it gives none. */
public enum Wire {
  OPENAI("openai", OpenAiProvider::new) {
    @Override
    public Reply answer(List<String> pieces, String finish) {
      List<String> chunks = new ArrayList<>();
      for (String piece : pieces) {
        chunks.add(
            RootLocale.format(
                "data: {\"id\":\"c1\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m\",\"choices\":[{\"index\":0,\"delta\":{\"content\":%s},\"finish_reason\":null}]}\n\n",
                json(piece)));
      }
      chunks.add(
          RootLocale.format(
              "data: {\"id\":\"c1\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m\",\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"%s\"}]}\n\n",
              finish.equals("end") ? "stop" : "length"));
      chunks.add(
          "data: {\"id\":\"c1\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m\",\"choices\":[],\"usage\":{\"prompt_tokens\":700,\"completion_tokens\":50,\"total_tokens\":750}}\n\n");
      chunks.add("data: [DONE]\n\n");
      return Reply.stream("text/event-stream", chunks);
    }

    @Override
    Reply refusal() {
      return Reply.stream(
          "text/event-stream",
          List.of(
              "data: {\"id\":\"c1\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m\",\"choices\":[{\"index\":0,\"delta\":{\"refusal\":\"I will not\"},\"finish_reason\":null}]}\n\n",
              "data: {\"id\":\"c1\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m\",\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n",
              "data: [DONE]\n\n"));
    }

    @Override
    Reply overflow() {
      return Reply.error(
          400,
          "{\"error\":{\"message\":\"This model's maximum context length is 8192 tokens. However, your messages resulted in 9001 tokens.\",\"type\":\"invalid_request_error\",\"code\":\"context_length_exceeded\"}}");
    }

    @Override
    String failure(String kind, String words) {
      return RootLocale.format(
          "data: {\"error\":{\"message\":%s,\"type\":\"%s\",\"code\":null}}\n\n",
          json(words), kind);
    }

    @Override
    Reply unknownModel() {
      return Reply.error(
          404,
          "{\"error\":{\"message\":\"The model `m` does not exist\",\"type\":\"invalid_request_error\",\"code\":\"model_not_found\"}}");
    }
  },

  ANTHROPIC("anthropic", AnthropicProvider::new) {
    @Override
    public Reply answer(List<String> pieces, String finish) {
      List<String> chunks = new ArrayList<>();
      chunks.add(
          event(
              "message_start",
              "\"message\":{\"id\":\"m1\",\"type\":\"message\",\"role\":\"assistant\",\"content\":[],\"model\":\"m\",\"stop_reason\":null,\"usage\":{\"input_tokens\":700,\"output_tokens\":1}}"));
      chunks.add(
          event(
              "content_block_start",
              "\"index\":0,\"content_block\":{\"type\":\"text\",\"text\":\"\"}"));
      for (String piece : pieces) {
        chunks.add(
            event(
                "content_block_delta",
                RootLocale.format(
                    "\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":%s}", json(piece))));
      }
      chunks.add(event("content_block_stop", "\"index\":0"));
      chunks.add(
          event(
              "message_delta",
              RootLocale.format(
                  "\"delta\":{\"stop_reason\":\"%s\"},\"usage\":{\"output_tokens\":50}",
                  finish.equals("end") ? "end_turn" : "max_tokens")));
      chunks.add("event: message_stop\ndata: {\"type\":\"message_stop\"}\n\n");
      return Reply.stream("text/event-stream", chunks);
    }

    @Override
    Reply refusal() {
      return Reply.stream(
          "text/event-stream",
          List.of(
              event(
                  "message_start",
                  "\"message\":{\"id\":\"m1\",\"type\":\"message\",\"role\":\"assistant\",\"content\":[],\"model\":\"m\",\"stop_reason\":null,\"usage\":{\"input_tokens\":700,\"output_tokens\":1}}"),
              event(
                  "message_delta",
                  "\"delta\":{\"stop_reason\":\"refusal\"},\"usage\":{\"output_tokens\":1}"),
              "event: message_stop\ndata: {\"type\":\"message_stop\"}\n\n"));
    }

    @Override
    Reply overflow() {
      return Reply.error(
          400,
          "{\"type\":\"error\",\"error\":{\"type\":\"invalid_request_error\",\"message\":\"prompt is too long: 210000 tokens > 200000 maximum\"}}");
    }

    @Override
    String failure(String kind, String words) {
      return event(
          "error",
          RootLocale.format("\"error\":{\"type\":\"%s\",\"message\":%s}", kind, json(words)));
    }

    @Override
    Reply unknownModel() {
      return Reply.error(
          404,
          "{\"type\":\"error\",\"error\":{\"type\":\"not_found_error\",\"message\":\"model: m\"}}");
    }

    private String event(String type, String fields) {
      return RootLocale.format("event: %s\ndata: {\"type\":\"%s\",%s}\n\n", type, type, fields);
    }
  },

  GEMINI("gemini", GeminiProvider::new) {
    @Override
    public Reply answer(List<String> pieces, String finish) {
      List<String> chunks = new ArrayList<>();
      for (int i = 0; i < pieces.size(); i++) {
        boolean last = i == pieces.size() - 1;
        String reason = finish.equals("end") ? "STOP" : "MAX_TOKENS";
        chunks.add(
            RootLocale.format(
                "data: {\"candidates\":[{\"content\":{\"parts\":[{\"text\":%s}],\"role\":\"model\"},\"index\":0%s}],\"usageMetadata\":{\"promptTokenCount\":700,\"candidatesTokenCount\":50,\"totalTokenCount\":750},\"modelVersion\":\"m\"}\r\n\r\n",
                json(pieces.get(i)), last ? ",\"finishReason\":\"" + reason + "\"" : ""));
      }
      return Reply.stream("text/event-stream", chunks);
    }

    @Override
    Reply refusal() {
      return Reply.stream(
          "text/event-stream",
          List.of(
              "data: {\"promptFeedback\":{\"blockReason\":\"PROHIBITED_CONTENT\"},\"usageMetadata\":{\"promptTokenCount\":700,\"totalTokenCount\":700},\"modelVersion\":\"m\"}\r\n\r\n"));
    }

    @Override
    Reply overflow() {
      return Reply.error(
          400,
          "{\"error\":{\"code\":400,\"message\":\"The input token count (1100000) exceeds the maximum number of tokens allowed (1048576).\",\"status\":\"INVALID_ARGUMENT\"}}");
    }

    @Override
    String failure(String kind, String words) {
      return RootLocale.format(
          "data: {\"error\":{\"code\":503,\"message\":%s,\"status\":\"%s\"}}\r\n\r\n",
          json(words), kind);
    }

    @Override
    Reply unknownModel() {
      return Reply.error(
          404,
          "{\"error\":{\"code\":404,\"message\":\"models/m is not found for API version v1beta\",\"status\":\"NOT_FOUND\"}}");
    }
  },

  OLLAMA("ollama", OllamaProvider::new) {
    @Override
    public Reply answer(List<String> pieces, String finish) {
      List<String> chunks = new ArrayList<>();
      for (String piece : pieces) {
        chunks.add(
            RootLocale.format(
                "{\"model\":\"m\",\"created_at\":\"2026-11-24T10:00:00.1Z\",\"message\":{\"role\":\"assistant\",\"content\":%s},\"done\":false}\n",
                json(piece)));
      }
      chunks.add(
          RootLocale.format(
              "{\"model\":\"m\",\"created_at\":\"2026-11-24T10:00:00.2Z\",\"message\":{\"role\":\"assistant\",\"content\":\"\"},\"done_reason\":\"%s\",\"done\":true,\"total_duration\":1,\"load_duration\":1,\"prompt_eval_count\":700,\"prompt_eval_duration\":1,\"eval_count\":50,\"eval_duration\":1}\n",
              finish.equals("end") ? "stop" : "length"));
      return Reply.stream("application/x-ndjson", chunks);
    }

    /** Ollama has no word for it: a model says it in the answer. */
    @Override
    Reply refusal() {
      return answer(List.of("I'm sorry, but I can't help with that."), "end");
    }

    /** It drops what does not fit, which shows in what it counted. */
    @Override
    Reply overflow() {
      return Reply.stream(
          "application/x-ndjson",
          List.of(
              "{\"model\":\"m\",\"created_at\":\"2026-11-24T10:00:00.2Z\",\"message\":{\"role\":\"assistant\",\"content\":\"{\"},\"done_reason\":\"length\",\"done\":true,\"prompt_eval_count\":8191,\"eval_count\":1}\n"));
    }

    @Override
    String failure(String kind, String words) {
      return RootLocale.format("{\"error\":%s}\n", json(words + " " + kind));
    }

    @Override
    Reply unknownModel() {
      return Reply.error(404, "{\"error\":\"model 'm' not found\"}");
    }
  };

  final String id;
  private final Function<Function<String, String>, DiagnoserProvider> provider;

  Wire(String id, Function<Function<String, String>, DiagnoserProvider> provider) {
    this.id = id;
    this.provider = provider;
  }

  /** An answer in pieces; {@code finish} is {@code end} or {@code length}. */
  public abstract Reply answer(List<String> pieces, String finish);

  abstract Reply refusal();

  /** The event that tells of a failure after the answer has begun. */
  abstract String failure(String kind, String words);

  /** An answer that begins well and then fails. */
  Reply failsInTheMiddle(String kind, String words) {
    Reply begun = answer(List.of("{\"evidence\":", "["), "end");
    List<String> chunks = new ArrayList<>(begun.chunks().subList(0, 2));
    chunks.add(failure(kind, words));
    return Reply.stream(begun.type(), chunks);
  }

  abstract Reply overflow();

  abstract Reply unknownModel();

  DiagnoserProvider provider(Map<String, String> environment) {
    return provider.apply(environment::get);
  }

  static String json(String text) {
    try {
      return new ObjectMapper().writeValueAsString(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
