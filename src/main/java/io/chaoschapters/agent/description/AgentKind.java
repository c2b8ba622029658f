package io.chaoschapters.agent.description;

import java.util.Locale;
import org.apiguardian.api.API;

/** How an agent is reached. */
@API(status = API.Status.INTERNAL, since = "0.1")
public enum AgentKind {
  /** A program that speaks the Agent Client Protocol on its standard input and output. */
  ACP,
  /** Any program with arguments. */
  COMMAND,
  /** Something that waits for a request. */
  HTTP,
  /** Any client that connects to the tools. */
  MCP;

  /** What a description calls it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
