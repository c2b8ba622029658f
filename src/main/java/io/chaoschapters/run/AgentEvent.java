package io.chaoschapters.run;

import com.fasterxml.jackson.annotation.JsonTypeName;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** A step of an agent that was asked, as seen from outside. */
@API(status = API.Status.INTERNAL, since = "0.1")
public sealed interface AgentEvent extends RunEvent {
  /** Whose step it is. */
  String agent();

  /**
   * An agent was given a question.
   *
   * @param agent its id
   * @param kind how it is reached: command, acp, http or mcp
   * @param isolation what keeps it from the rest of the machine, in a few words
   * @param mostSeconds how long it may take
   * @param mostCalls how often it may use tools
   * @param mostBytes how much the tools may answer, in bytes
   */
  @JsonTypeName("AGENT_ASKED")
  record Asked(
      String agent,
      String kind,
      String isolation,
      double mostSeconds,
      int mostCalls,
      long mostBytes)
      implements AgentEvent {}

  /**
   * A client of the tools connected.
   *
   * @param agent its id
   * @param client what the client calls itself
   */
  @JsonTypeName("AGENT_CONNECTED")
  record Connected(String agent, String client) implements AgentEvent {}

  /**
   * An agent used a tool.
   *
   * @param agent its id
   * @param tool the tool
   * @param arguments what it gave, as JSON; of a long one the beginning
   * @param bytes the length of the answer
   * @param seconds how long the answer took
   * @param refused why the tool was not used; null when it was
   */
  @JsonTypeName("AGENT_CALLED")
  record Called(
      String agent,
      String tool,
      String arguments,
      long bytes,
      double seconds,
      @Nullable String refused)
      implements AgentEvent {}

  /**
   * An agent asked to do something else than use the tools it was given.
   *
   * @param agent its id
   * @param wanted what it wanted to do, in its own words
   * @param allowed whether it may
   */
  @JsonTypeName("AGENT_PERMISSION")
  record Permission(String agent, String wanted, boolean allowed) implements AgentEvent {}
}
