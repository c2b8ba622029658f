package io.chaoschapters.agent.description;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/**
 * What an agent may connect to.
 *
 * @param isClosed whether it reaches nothing but its tools and what is listed
 * @param reaches ports of this machine's loopback that it reaches in a closed network
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record AgentNetwork(boolean isClosed, List<Integer> reaches) {
  /** Where its tools and what it reaches are. */
  public static final String HOST = "127.0.0.1";

  public static final AgentNetwork OPEN = new AgentNetwork(false, List.of());

  public AgentNetwork {
    reaches = List.copyOf(reaches);
  }

  /** Which it is, in a few words. */
  public String words() {
    return isClosed
        ? "the network is closed but for "
            + Stream.concat(Stream.of("the tools"), reaches.stream().map(port -> HOST + ":" + port))
                .collect(Collectors.joining(" and "))
        : "the network is open";
  }
}
