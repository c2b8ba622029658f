package io.chaoschapters.agent;

import com.fasterxml.jackson.databind.JsonNode;
import io.chaoschapters.agent.acp.AcpListener;
import io.chaoschapters.agent.tools.ToolDescription;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an agent says and does while it works on a question. */
final class AcpConversation implements AcpListener {
  private static final int MOST_NOISE = 2_000;

  private final OpenQuestion question;
  private final PermissionPolicy policy = new PermissionPolicy(ToolDescription.all());
  private final StringBuilder message = new StringBuilder();
  private final StringBuilder noise = new StringBuilder();
  private long bytes;
  private @Nullable Integer read;
  private @Nullable Integer written;
  private @Nullable Double cost;

  AcpConversation(OpenQuestion question) {
    this.question = question;
  }

  @Override
  public synchronized void said(String text) {
    count(text.length());
    message.append(text);
    question.said(text);
  }

  @Override
  public synchronized void began(String title) {
    count(title.length());
    message.setLength(0); // its answer is what it says last
    question.look(title);
  }

  @Override
  public synchronized void used(JsonNode usage) {
    read =
        usage.path("inputTokens").isInt()
            ? Integer.valueOf(usage.path("inputTokens").asInt())
            : read;
    written =
        usage.path("outputTokens").isInt()
            ? Integer.valueOf(usage.path("outputTokens").asInt())
            : written;
    JsonNode price = usage.path("cost");
    if (price.path("currency").asText().equals("USD") && price.path("amount").isNumber()) {
      cost = price.path("amount").asDouble();
    }
  }

  @Override
  public boolean mayDo(String title, String kind, List<String> choices) {
    boolean may = policy.allows(title, kind, choices);
    question.permission(kind.isEmpty() ? title : kind + ": " + title, may);
    return may;
  }

  @Override
  public synchronized void noise(String line) {
    count(line.length());
    if (noise.length() < MOST_NOISE) {
      noise.append(line, 0, Math.min(line.length(), MOST_NOISE)).append('\n');
    }
    question.look(line);
  }

  private void count(int characters) {
    bytes += characters;
    if (bytes > question.limits().bytes()) {
      question.tooMuch("it printed more than it may");
    }
  }

  synchronized Heard heard(@Nullable String failure) {
    String why =
        failure == null || noise.isEmpty()
            ? failure
            : failure
                + "; it printed what is no message: "
                + noise.toString().lines().findFirst().orElse("");
    return new Heard(message.toString(), why, read, written, cost);
  }
}
