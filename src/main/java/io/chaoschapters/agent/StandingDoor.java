package io.chaoschapters.agent;

import com.fasterxml.jackson.databind.JsonNode;
import io.chaoschapters.agent.mcp.McpEndpoint;
import io.chaoschapters.agent.tools.ToolAnswer;
import io.chaoschapters.agent.tools.ToolService;
import io.chaoschapters.text.RootLocale;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** A server of tools that stays for a whole run, for whoever connects to it by themselves. */
final class StandingDoor implements ToolService, AutoCloseable {
  private final AtomicReference<Optional<OpenQuestion>> question =
      new AtomicReference<>(Optional.empty());
  private final String id;
  private Optional<McpEndpoint> endpoint = Optional.empty();

  private StandingDoor(String id) {
    this.id = id;
  }

  static StandingDoor open(AgentDescription description, Path folder) {
    StandingDoor door = new StandingDoor(description.id());
    door.endpoint = Optional.of(McpEndpoint.open(door, description.port(), folder));
    return door;
  }

  private McpEndpoint endpoint() {
    return endpoint.orElseThrow();
  }

  /** What a person has to know who connects. */
  String invitation() {
    return RootLocale.format(
        "Agent '%s': connect an assistant to the MCP server %s with the header \"Authorization: Bearer %s\"; when a question is open, it says so.",
        id, endpoint().url(), endpoint().token());
  }

  /** Serves this question until it is shut. */
  Door admit(OpenQuestion open) {
    question.set(Optional.of(open));
    return new Door(endpoint().url(), endpoint().token(), () -> question.set(Optional.empty()));
  }

  @Override
  public void connected(String client) {
    question.get().ifPresent(open -> open.connected(client));
  }

  @Override
  public ToolAnswer use(String tool, JsonNode arguments) {
    return question
        .get()
        .map(open -> open.use(tool, arguments))
        .orElseGet(
            () ->
                ToolAnswer.refusal(
                    "no question", "No question is open now. Wait until you are asked."));
  }

  @Override
  public void close() {
    endpoint().close();
  }
}
