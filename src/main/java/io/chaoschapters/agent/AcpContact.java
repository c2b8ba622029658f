package io.chaoschapters.agent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chaoschapters.agent.acp.AcpConnection;
import io.chaoschapters.agent.acp.AcpException;
import io.chaoschapters.agent.bridge.Bridge;
import io.chaoschapters.agent.process.AgentProcess;
import io.chaoschapters.text.Failure;
import io.chaoschapters.text.RootLocale;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Speaks the Agent Client Protocol to a program: tells it where the tools are, then asks. */
final class AcpContact implements Contact {
  private static final int PROTOCOL = 1;

  @Override
  public Heard ask(OpenQuestion question, Surroundings around) throws InterruptedException {
    try (AgentProcess process = around.start(question)) {
      AcpConversation heard = new AcpConversation(question);
      AcpConnection agent = new AcpConnection(process.output(), process.input(), heard);
      try {
        Optional<String> session = session(agent, question, around);
        if (session.isPresent()) {
          prompt(agent, session.get(), question, around, heard);
        }
        return heard.heard(null);
      } catch (AcpException e) {
        return heard.heard(failure(e, process));
      } finally {
        question.end().reached();
      }
    }
  }

  private static String failure(AcpException e, AgentProcess process) {
    if (process.isAlive()) {
      String words = process.lastWords();
      return Failure.words(e) + (words.isEmpty() ? "" : "; it said: " + words);
    }
    return Failures.exit(process);
  }

  /** Empty when the question was over first. */
  private static Optional<String> session(
      AcpConnection agent, OpenQuestion question, Surroundings around) throws InterruptedException {
    ObjectNode hello = agent.object().put("protocolVersion", PROTOCOL);
    ObjectNode offered = hello.putObject("clientCapabilities");
    offered.putObject("fs").put("readTextFile", false).put("writeTextFile", false);
    offered.put("terminal", false);
    hello.putObject("clientInfo").put("name", "oncall").put("title", "On call").put("version", "1");
    Optional<JsonNode> greeted = await(agent.request("initialize", hello), "initialize", question);
    if (greeted.isEmpty()) {
      return Optional.empty();
    }
    int spoken = greeted.get().path("protocolVersion").asInt();
    if (spoken != PROTOCOL) {
      throw new AcpException(
          RootLocale.format(
              "it wants to speak version %d of the Agent Client Protocol, and here only version %d is spoken",
              spoken, PROTOCOL));
    }
    ObjectNode wanted = agent.object().put("cwd", around.workspace().home().toString());
    boolean http = greeted.get().at("/agentCapabilities/mcpCapabilities/http").asBoolean();
    wanted.putArray("mcpServers").add(http ? served(agent, around) : bridged(agent, around));
    return await(agent.request("session/new", wanted), "session/new", question)
        .map(session -> session.path("sessionId").asText());
  }

  private static ObjectNode served(AcpConnection agent, Surroundings around) {
    ObjectNode server = agent.object().put("type", "http").put("name", "oncall");
    server.put("url", around.url());
    server
        .putArray("headers")
        .addObject()
        .put("name", "Authorization")
        .put("value", "Bearer " + around.token());
    return server;
  }

  private static ObjectNode bridged(AcpConnection agent, Surroundings around) {
    List<String> command = around.bridge();
    ObjectNode server = agent.object().put("name", "oncall").put("command", command.get(0));
    ArrayNode arguments = server.putArray("args");
    command.stream().skip(1).forEach(arguments::add);
    server.putArray("env").addObject().put("name", Bridge.TOKEN).put("value", around.token());
    return server;
  }

  private static void prompt(
      AcpConnection agent,
      String session,
      OpenQuestion question,
      Surroundings around,
      AcpConversation heard)
      throws InterruptedException {
    ObjectNode prompt = agent.object().put("sessionId", session);
    prompt.putArray("prompt").addObject().put("type", "text").put("text", around.text());
    Optional<JsonNode> ended =
        await(agent.request("session/prompt", prompt), "session/prompt", question);
    if (ended.isPresent()) {
      heard.used(ended.get().path("usage"));
    } else {
      agent.notify("session/cancel", agent.object().put("sessionId", session));
    }
  }

  /** Empty when the question was over first. */
  private static Optional<JsonNode> await(
      CompletableFuture<JsonNode> answer, String what, OpenQuestion question)
      throws InterruptedException {
    try {
      return question.end().awaitOr(answer) ? Optional.of(answer.get()) : Optional.empty();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof AcpException refused) {
        throw new AcpException(
            RootLocale.format("it does not answer %s: %s", what, Failure.words(refused)));
      }
      throw new IllegalStateException(e);
    }
  }
}
