package example;

import io.chaoschapters.runtime.ComponentSpec;
import io.chaoschapters.runtime.HttpReady;
import io.chaoschapters.runtime.ProcessPlace;
import io.chaoschapters.runtime.ProcessProgram;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The network link between the third member, which stands in another rack, and the two others.
 *
 * <p>Each member has a hosts file of its own. On the way over the link the name of another member
 * is a loopback address at which the link listens, on the same port.
 */
final class Link {
  static final String ID = "link";
  static final String ROLE = "network link";
  static final String CONTROL = "control";

  /** The member at its far end. */
  static final String REMOTE = "zk-3";

  private static final String HERE = "127.0.0.1";

  private Link() {}

  static ComponentSpec spec(Addresses addresses) {
    return ComponentSpec.of(ID, ROLE, new HttpReady(CONTROL, "/health"), Duration.ofSeconds(10))
        .withPorts(CONTROL)
        .asProcess(new ProcessProgram(place -> command(place, addresses), Map.of()));
  }

  private static List<String> command(ProcessPlace place, Addresses addresses) {
    List<String> line = new ArrayList<>(place.java(LinkProgram.class, "-Xmx32m"));
    line.add(Integer.toString(place.port(CONTROL)));
    for (String id : Members.IDS) {
      for (String port : List.of(Members.QUORUM, Members.ELECTION)) {
        line.add(end(id) + ":" + addresses.place(id).port(port));
      }
    }
    return line;
  }

  /** Where the link listens for what is sent to a member. */
  private static String end(String id) {
    return "127.0.0.1" + (Members.IDS.indexOf(id) + 1);
  }

  static String hostsFile(String from) {
    return Members.IDS.stream()
        .map(to -> (isOverLink(from, to) ? end(to) : HERE) + " " + to + "\n")
        .collect(Collectors.joining());
  }

  private static boolean isOverLink(String from, String to) {
    return !from.equals(to) && (from.equals(REMOTE) || to.equals(REMOTE));
  }
}
