package io.chaoschapters.diagnosis.llm.chat;

import io.chaoschapters.diagnosis.Provenance.Ending;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What a model answered.
 *
 * @param text its words; with a refusal, what it or its server said about that
 * @param ending how it came to its end
 * @param promptTokens tokens read, or null when the server does not count them
 * @param answerTokens tokens written, or null when the server does not count them
 * @param calls the tools that it wants to use before it goes on; empty for none
 * @param thought whether it thought before, where that can be seen
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record Reply(
    String text,
    Ending ending,
    @Nullable Integer promptTokens,
    @Nullable Integer answerTokens,
    List<ToolCall> calls,
    boolean thought) {

  /** A wish to use a tool, with its arguments as JSON. */
  public record ToolCall(String id, String name, String arguments) {}

  public Reply {
    calls = List.copyOf(calls);
  }

  /** A reply without reasoning. */
  public Reply(
      String text,
      Ending ending,
      @Nullable Integer promptTokens,
      @Nullable Integer answerTokens,
      List<ToolCall> calls) {
    this(text, ending, promptTokens, answerTokens, calls, false);
  }
}
