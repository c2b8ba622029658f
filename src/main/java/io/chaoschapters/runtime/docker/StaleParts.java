package io.chaoschapters.runtime.docker;

import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.Network;
import io.chaoschapters.runtime.Leftover;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds what a run left behind whose JVM and guard were both ended. What belongs to a JVM that
 * lives, or to one of another machine, is left alone.
 */
final class StaleParts {
  private final Engine engine;

  StaleParts(Engine engine) {
    this.engine = engine;
  }

  /** Containers first: a network with a container in it cannot be removed. */
  List<Leftover> find() {
    List<Leftover> found = new ArrayList<>();
    for (Container container : containers()) {
      if (RunLabels.isOwnerGone(container.getLabels())) {
        found.add(new Leftover("container " + name(container), () -> remove(container)));
      }
    }
    for (Network network : engine.ask("list networks", c -> c.listNetworksCmd().exec())) {
      if (RunLabels.isOwnerGone(network.getLabels())) {
        found.add(new Leftover("network " + network.getName(), () -> remove(network)));
      }
    }
    return found;
  }

  private List<Container> containers() {
    return engine.ask(
        "list containers",
        client ->
            client
                .listContainersCmd()
                .withShowAll(true)
                .withLabelFilter(List.of(RunLabels.OWNER))
                .exec());
  }

  private void remove(Container container) {
    engine.askFor(
        "remove container " + container.getId(),
        client ->
            client
                .removeContainerCmd(container.getId())
                .withForce(true)
                .withRemoveVolumes(true)
                .exec());
  }

  private void remove(Network network) {
    engine.askFor(
        "remove network " + network.getName(),
        client -> client.removeNetworkCmd(network.getId()).exec());
  }

  private static String name(Container container) {
    return "%s (%s of run %s)"
        .formatted(
            container.getId(),
            container.getLabels().get(RunLabels.COMPONENT),
            container.getLabels().get(RunLabels.RUN));
  }
}
