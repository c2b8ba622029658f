package example;

import io.chaoschapters.runtime.Component;
import io.chaoschapters.runtime.ComponentSpec;
import io.chaoschapters.runtime.HttpReady;
import io.chaoschapters.runtime.ProcessPlace;
import io.chaoschapters.runtime.ProcessProgram;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The process that fetches orders and bills them. */
final class Worker {
  static final String ID = "worker";
  static final String ROLE = "order worker";
  static final String CONTROL = "control";

  private Worker() {}

  static ComponentSpec spec(List<Component> servers) {
    return ComponentSpec.of(ID, ROLE, new HttpReady(CONTROL, "/health"), Duration.ofSeconds(10))
        .withPorts(CONTROL)
        .asProcess(new ProcessProgram(place -> command(place, servers), Map.of()));
  }

  private static List<String> command(ProcessPlace place, List<Component> servers) {
    List<String> line = new ArrayList<>(place.java(WorkerProgram.class, "-Xmx64m"));
    line.add(Integer.toString(place.port(CONTROL)));
    line.addAll(List.of(Clients.urls(servers)));
    return line;
  }
}
