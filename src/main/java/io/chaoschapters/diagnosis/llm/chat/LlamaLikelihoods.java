package io.chaoschapters.diagnosis.llm.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chaoschapters.diagnosis.llm.http.JsonHttp;
import io.chaoschapters.diagnosis.llm.llama.LlamaServer;
import io.chaoschapters.text.Json;
import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.util.ArrayList;
import java.util.List;

/** Reads token probabilities from a llama-server's own endpoints. */
final class LlamaLikelihoods implements Likelihoods {

  private final LlamaServer server;
  private final JsonHttp http;
  private final Failures failures;

  LlamaLikelihoods(LlamaServer server, Served served) {
    this.server = server;
    this.http = new JsonHttp(server.key());
    this.failures = new Failures(served);
  }

  @Override
  public Guess first(Prompt prompt, int most, Deadline deadline) {
    String text = post("/apply-template", messages(prompt), deadline).path("prompt").asText();
    ObjectNode question =
        Json.object()
            .put("prompt", text)
            .put("n_predict", 1)
            .put("temperature", 0)
            .put("n_probs", most)
            .put("cache_prompt", true);
    JsonNode answer = post("/completion", question, deadline);
    List<Token> tokens = new ArrayList<>();
    answer
        .path("completion_probabilities")
        .path(0)
        .path("top_logprobs")
        .forEach(
            t -> tokens.add(new Token(t.path("token").asText(), t.path("logprob").asDouble())));
    JsonNode read = answer.path("tokens_evaluated");
    return new Guess(tokens, read.isInt() ? Integer.valueOf(read.intValue()) : null);
  }

  private static ObjectNode messages(Prompt prompt) {
    ObjectNode root = Json.object();
    ArrayNode messages = root.putArray("messages");
    for (Prompt.Message message : prompt.messages()) {
      String role =
          switch (message.role()) {
            case SYSTEM -> "system";
            case USER -> "user";
            case MODEL -> "assistant";
            case TOOL -> "tool";
          };
      messages.addObject().put("role", role).put("content", message.text());
    }
    return root;
  }

  private JsonNode post(String path, ObjectNode body, Deadline deadline) {
    try {
      return Json.read(http.post(server.uri(path), body.toString(), deadline.left()));
    } catch (HttpTimeoutException e) {
      throw failures.timeOut(deadline);
    } catch (JsonProcessingException e) {
      throw failures.brokeOff(e);
    } catch (IOException e) {
      throw failures.of(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failures.interrupted(e);
    }
  }
}
