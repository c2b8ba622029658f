package io.chaoschapters.runtime.docker;

import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.Network;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds what a run left behind whose JVM and guard were both ended, and removes it. What belongs to
 * a JVM that lives, or to one of another machine, is left alone.
 */
final class StaleParts {
  private static final Logger LOG = LoggerFactory.getLogger(StaleParts.class);

  private final Engine engine;

  StaleParts(Engine engine) {
    this.engine = engine;
  }

  void remove() {
    List<Container> containers =
        engine.ask(
            "list containers",
            client ->
                client
                    .listContainersCmd()
                    .withShowAll(true)
                    .withLabelFilter(List.of(RunLabels.OWNER))
                    .exec());
    List<Container> stale = containers.stream().filter(c -> isStale(c.getLabels())).toList();
    if (!stale.isEmpty()) {
      LOG.warn(
          "Removing {} containers that earlier runs left behind: {}.",
          stale.size(),
          stale.stream().map(StaleParts::name).collect(Collectors.joining(", ")));
    }
    for (Container container : stale) {
      engine.askFor(
          "remove container " + container.getId(),
          client ->
              client
                  .removeContainerCmd(container.getId())
                  .withForce(true)
                  .withRemoveVolumes(true)
                  .exec());
    }
    removeNetworks();
  }

  private void removeNetworks() {
    List<Network> networks = engine.ask("list networks", c -> c.listNetworksCmd().exec());
    for (Network network : networks) {
      if (isStale(network.getLabels())) {
        engine.askFor(
            "remove network " + network.getName(),
            client -> client.removeNetworkCmd(network.getId()).exec());
      }
    }
  }

  private static boolean isStale(Map<String, String> labels) {
    return Optional.ofNullable(labels)
        .map(all -> all.get(RunLabels.OWNER))
        .filter(RunLabels::isOwnerGone)
        .isPresent();
  }

  private static String name(Container container) {
    return "%s of run %s"
        .formatted(
            container.getLabels().get(RunLabels.COMPONENT),
            container.getLabels().get(RunLabels.RUN));
  }
}
