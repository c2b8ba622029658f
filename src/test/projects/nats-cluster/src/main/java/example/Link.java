package example;

import io.chaoschapters.runtime.ComponentSpec;
import io.chaoschapters.runtime.HttpReady;
import io.chaoschapters.runtime.ProcessPlace;
import io.chaoschapters.runtime.ProcessProgram;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The network link between the third server and the two others. */
final class Link {
  static final String ID = "link";
  static final String ROLE = "network link";
  static final String CONTROL = "control";

  private Link() {}

  static ComponentSpec spec(Addresses addresses) {
    List<String> ports = new ArrayList<>(NatsServers.IDS);
    ports.add(CONTROL);
    return ComponentSpec.of(ID, ROLE, new HttpReady(CONTROL, "/health"), Duration.ofSeconds(10))
        .withPorts(ports.toArray(String[]::new))
        .asProcess(new ProcessProgram(place -> command(place, addresses), Map.of()));
  }

  private static List<String> command(ProcessPlace place, Addresses addresses) {
    addresses.announce(ID, place);
    List<String> line =
        new ArrayList<>(
            place.java(
                LinkProgram.class, "-Xmx32m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    line.add(Integer.toString(place.port(CONTROL)));
    for (String id : NatsServers.IDS) {
      int target = addresses.place(id).port(NatsServers.ROUTE);
      line.add(place.port(id) + ":" + target);
    }
    return line;
  }
}
