package io.chaoschapters.agent.description;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * An agent, as its file describes it.
 *
 * @param id what {@code -Dai} calls it
 * @param kind how it is reached
 * @param title one sentence on what it is
 * @param leaves one sentence on what leaves the machine, or {@link #LEAVES_NOTHING}
 * @param command the program and its arguments, with placeholders; empty when nothing is started
 * @param url where it is reached; null unless it waits for a request
 * @param port where the tools are served; 0 for any free port
 * @param environment names of the environment variables that it may see
 * @param files what its own folder holds, by path, with placeholders
 * @param readable folders that it may read where it is kept from the rest
 * @param evidence whether the question holds all of the evidence
 * @param limits what it may use up
 * @param isolation auto, bubblewrap or folder
 * @param network what it may connect to
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record AgentDescription(
    String id,
    AgentKind kind,
    String title,
    String leaves,
    List<String> command,
    @Nullable URI url,
    int port,
    List<String> environment,
    Map<String, String> files,
    List<String> readable,
    boolean evidence,
    AgentLimits limits,
    String isolation,
    AgentNetwork network) {
  /** What {@code leaves} says when nothing does. */
  public static final String LEAVES_NOTHING = "nothing";

  public AgentDescription {
    command = List.copyOf(command);
    environment = List.copyOf(environment);
    files = Map.copyOf(files);
    readable = List.copyOf(readable);
  }
}
