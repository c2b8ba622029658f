package io.chaoschapters.agent;

import com.fasterxml.jackson.databind.JsonNode;
import io.chaoschapters.agent.description.AgentDescription;
import io.chaoschapters.agent.mcp.McpEndpoint;
import io.chaoschapters.agent.tools.ToolAnswer;
import io.chaoschapters.agent.tools.ToolDescription;
import io.chaoschapters.agent.tools.ToolService;
import io.chaoschapters.text.RootLocale;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

/** A server of tools that stays up for a whole run, for any client that connects. */
final class StandingDoor implements ToolService, AutoCloseable {
  /** How long a client that asks for the next task is kept waiting. */
  private static final long WAIT_SECONDS = 20;

  private final AtomicReference<Optional<OpenQuestion>> question =
      new AtomicReference<>(Optional.empty());
  private final AtomicReference<CompletableFuture<Boolean>> next =
      new AtomicReference<>(new CompletableFuture<>());
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
    endpoint().renew(this);
    next.getAndSet(new CompletableFuture<>()).complete(true);
    return new Door(endpoint().url(), endpoint().token(), () -> question.set(Optional.empty()));
  }

  @Override
  public void connected(String client) {
    question.get().ifPresent(open -> open.connected(client));
  }

  /** What only some systems have is there while such a system is asked about. */
  @Override
  public boolean offers(String tool) {
    return question
        .get()
        .map(open -> open.offers(tool))
        .orElse(!ToolDescription.needsPrometheus(tool));
  }

  @Override
  public ToolAnswer use(String tool, JsonNode arguments) {
    if (tool.equals(ToolDescription.TASK)) {
      awaitQuestion();
    }
    return question
        .get()
        .map(open -> open.use(tool, arguments))
        .orElseGet(
            () ->
                ToolAnswer.refusal(
                    "no question", "No question is open now. Wait until you are asked."));
  }

  /** A client that has just submitted may ask for the next task before it is open. */
  private void awaitQuestion() {
    CompletableFuture<Boolean> coming = next.get();
    if (question.get().filter(open -> !open.isAnswered()).isPresent()) {
      return;
    }
    try {
      coming.get(WAIT_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      return; // the answer says that no question is open
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    next.get().complete(false);
    endpoint().close();
  }
}
