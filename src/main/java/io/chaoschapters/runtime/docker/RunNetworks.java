package io.chaoschapters.runtime.docker;

import io.chaoschapters.runtime.RuntimeFailureException;
import io.chaoschapters.runtime.docker.engine.Engine;
import io.chaoschapters.text.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The two networks of a run. In one the components find each other by name; it leads nowhere else.
 * Over the other each of them publishes its ports on this machine, and no container finds another.
 * So a component that is taken out of the first is cut off from the others and still seen from
 * here.
 *
 * @param inside the id of the network between components
 * @param door the id of the network over which ports are published
 */
record RunNetworks(String inside, String door) {
  /** Whether containers of a bridge may talk to each other. */
  private static final String BETWEEN_CONTAINERS = "com.docker.network.bridge.enable_icc";

  static RunNetworks make(Engine engine, String mark, Map<String, String> labels) {
    String inside =
        engine.ask(
            "make the network of the run",
            client ->
                client
                    .createNetworkCmd()
                    .withName("chapters-" + mark)
                    .withInternal(true)
                    .withLabels(labels)
                    .exec()
                    .getId());
    String door =
        engine.ask(
            "make the network over which ports are published",
            client ->
                client
                    .createNetworkCmd()
                    .withName("chapters-" + mark + "-door")
                    .withOptions(Map.of(BETWEEN_CONTAINERS, "false"))
                    .withLabels(labels)
                    .exec()
                    .getId());
    return new RunNetworks(inside, door);
  }

  /** Removes both and returns a sentence for each that could not be. */
  List<String> remove(Engine engine) {
    List<String> problems = new ArrayList<>();
    for (String network : List.of(inside, door)) {
      try {
        engine.askFor("remove a network", client -> client.removeNetworkCmd(network).exec());
      } catch (RuntimeFailureException e) {
        problems.add(Failure.words(e));
      }
    }
    return problems;
  }
}
