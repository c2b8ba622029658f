package io.chaoschapters.agent.acp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chaoschapters.text.Failure;
import io.chaoschapters.text.Json;
import io.chaoschapters.text.RootLocale;
import io.chaoschapters.waiting.DaemonThreads;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apiguardian.api.API;

/**
 * Our side of the Agent Client Protocol: JSON-RPC 2.0, a message a line, over an agent's standard
 * input and output.
 *
 * @see <a href="https://agentclientprotocol.com">the protocol</a>
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class AcpConnection {
  private static final int LONGEST_LINE = 4 << 20;
  private static final int METHOD_NOT_FOUND = -32601;

  private final OutputStream out;
  private final AcpListener listener;
  private final AtomicLong numbers = new AtomicLong();
  private final Map<Long, CompletableFuture<JsonNode>> unanswered = new ConcurrentHashMap<>();
  private boolean over;

  /** Begins to read. */
  public AcpConnection(InputStream in, OutputStream out, AcpListener listener) {
    this.out = out;
    this.listener = listener;
    DaemonThreads.thread("agent-messages", () -> read(in)).start();
  }

  /** Asks for something; it fails with an {@link AcpException}. */
  public CompletableFuture<JsonNode> request(String method, ObjectNode parameters) {
    long number = numbers.incrementAndGet();
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    unanswered.put(number, answer);
    ObjectNode message = message().put("id", number).put("method", method);
    message.set("params", parameters);
    try {
      send(message);
    } catch (IOException e) {
      fail(RootLocale.format("it does not read what it is sent: %s", Failure.words(e)));
    }
    synchronized (this) {
      if (over) {
        answer.completeExceptionally(new AcpException("it has closed its output"));
      }
    }
    return answer;
  }

  /** Tells it something; one that is gone already need not hear it. */
  public void notify(String method, ObjectNode parameters) {
    ObjectNode message = message().put("method", method);
    message.set("params", parameters);
    try {
      send(message);
    } catch (IOException e) {
      listener.noise("(not told: " + Failure.words(e) + ")");
    }
  }

  /** An object to be filled. */
  public ObjectNode object() {
    return Json.object();
  }

  private ObjectNode message() {
    return Json.object().put("jsonrpc", "2.0");
  }

  private void send(ObjectNode message) throws IOException {
    byte[] line = (Json.text(message) + "\n").getBytes(StandardCharsets.UTF_8);
    synchronized (out) {
      out.write(line);
      out.flush();
    }
  }

  private void read(InputStream in) {
    try (BufferedInputStream lines = new BufferedInputStream(in)) {
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      for (int next = lines.read(); next >= 0; next = lines.read()) {
        if (next == '\n') {
          take(line.toString(StandardCharsets.UTF_8));
          line.reset();
        } else if (line.size() < LONGEST_LINE) {
          line.write(next);
        }
      }
    } catch (IOException e) {
      listener.noise("(" + Failure.words(e) + ")");
    }
    fail("it has closed its output");
  }

  private void fail(String why) {
    synchronized (this) {
      over = true;
    }
    unanswered.values().forEach(answer -> answer.completeExceptionally(new AcpException(why)));
  }

  private void take(String line) {
    if (line.isBlank()) {
      return;
    }
    JsonNode message;
    try {
      message = Json.read(line);
    } catch (JsonProcessingException e) {
      listener.noise(line);
      return;
    }
    if (message == null || !message.path("jsonrpc").asText().equals("2.0")) {
      listener.noise(line);
    } else if (!message.has("method")) {
      answered(message);
    } else if (message.has("id")) {
      asked(message);
    } else if (message.path("method").asText().equals("session/update")) {
      update(message.path("params").path("update"));
    }
  }

  private void answered(JsonNode message) {
    CompletableFuture<JsonNode> answer = unanswered.remove(message.path("id").asLong());
    if (answer == null) {
      listener.noise(message.toString());
    } else if (message.has("error")) {
      JsonNode error = message.path("error");
      String details = error.path("data").path("details").asText("");
      answer.completeExceptionally(
          new AcpException(
              error.path("message").asText("it names no reason")
                  + (details.isEmpty() ? "" : " (" + details + ")")));
    } else {
      answer.complete(message.path("result"));
    }
  }

  private void update(JsonNode update) {
    switch (update.path("sessionUpdate").asText()) {
      case "agent_message_chunk" -> listener.said(update.path("content").path("text").asText(""));
      case "tool_call" -> listener.began(update.path("title").asText(""));
      case "usage_update" -> listener.used(update);
      default -> {} // plans, thoughts, modes: nothing that is judged
    }
  }

  /** It asks for something: for a permission, or for something that was not offered. */
  private void asked(JsonNode message) {
    ObjectNode answer = message();
    answer.set("id", message.get("id"));
    String method = message.path("method").asText();
    if (method.equals("session/request_permission")) {
      answer.set("result", permission(message.path("params")));
    } else {
      listener.mayDo(method, "", List.of());
      answer
          .putObject("error")
          .put("code", METHOD_NOT_FOUND)
          .put("message", "This is not offered here.");
    }
    try {
      send(answer);
    } catch (IOException e) {
      listener.noise("(not answered: " + Failure.words(e) + ")");
    }
  }

  private ObjectNode permission(JsonNode asked) {
    JsonNode call = asked.path("toolCall");
    List<String> choices = new ArrayList<>();
    asked.path("options").forEach(option -> choices.add(option.path("name").asText("")));
    boolean may =
        listener.mayDo(call.path("title").asText(""), call.path("kind").asText(""), choices);
    String wanted = may ? "allow" : "reject";
    ObjectNode result = Json.object();
    for (JsonNode option : asked.path("options")) {
      if (option.path("kind").asText().equals(wanted + "_once")) {
        result
            .putObject("outcome")
            .put("outcome", "selected")
            .put("optionId", option.path("optionId").asText());
        return result;
      }
    }
    result.putObject("outcome").put("outcome", "cancelled");
    return result;
  }
}
