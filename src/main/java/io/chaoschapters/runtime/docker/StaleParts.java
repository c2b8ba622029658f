package io.chaoschapters.runtime.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.Network;
import io.chaoschapters.runtime.Leftover;
import io.chaoschapters.runtime.RuntimeFailureException;
import io.chaoschapters.runtime.docker.engine.Engine;
import io.chaoschapters.runtime.guard.Guards;
import io.chaoschapters.runtime.process.Owner;
import io.chaoschapters.text.Failure;
import io.chaoschapters.text.RootLocale;
import io.chaoschapters.waiting.Progress;
import io.chaoschapters.waiting.Wait;
import io.chaoschapters.waiting.WaitTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds what a run left behind whose JVM and guard were both ended. What belongs to a JVM that
 * lives, or to one of another machine, is left alone.
 */
final class StaleParts {
  private static final Duration REMOVAL_TAKES = Duration.ofSeconds(20);

  private final Engine engine;

  StaleParts(Engine engine) {
    this.engine = engine;
  }

  /** Containers first: a network with a container in it cannot be removed. */
  List<Leftover> find() {
    Guards guards = Guards.letFinish();
    List<Part> parts = new ArrayList<>();
    for (Container container : containers()) {
      Leftover left = new Leftover("container " + name(container), () -> remove(container));
      RunLabels.goneOwner(container.getLabels())
          .ifPresent(owner -> parts.add(new Part(owner, left)));
    }
    for (Network network : engine.ask("list networks", c -> c.listNetworksCmd().exec())) {
      Leftover left = new Leftover("network " + network.getName(), () -> remove(network));
      RunLabels.goneOwner(network.getLabels()).ifPresent(owner -> parts.add(new Part(owner, left)));
    }
    Set<Owner> busy = guards.busy();
    return parts.stream().filter(part -> !busy.contains(part.owner())).map(Part::left).toList();
  }

  private record Part(Owner owner, Leftover left) {}

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
    remove(
        "remove container " + container.getId(),
        client ->
            client
                .removeContainerCmd(container.getId())
                .withForce(true)
                .withRemoveVolumes(true)
                .exec());
  }

  private void remove(Network network) {
    remove(
        "remove network " + network.getName(),
        client -> client.removeNetworkCmd(network.getId()).exec());
  }

  /** The engine refuses if another run is removing it at the same time. */
  private void remove(String what, Function<DockerClient, Void> removal) {
    try {
      Wait.atMost(what, REMOVAL_TAKES).until(() -> tryTo(what, removal));
    } catch (WaitTimeoutException e) {
      throw new RuntimeFailureException(
          "What an earlier run has left in the engine cannot be removed: " + Failure.words(e), e);
    }
  }

  private Progress tryTo(String what, Function<DockerClient, Void> removal) {
    try {
      engine.askFor(what, removal);
      return Progress.reached();
    } catch (RuntimeFailureException e) {
      if (e.getCause() instanceof DockerException) {
        return Progress.notYet(Failure.words(e));
      }
      throw e;
    }
  }

  private static String name(Container container) {
    return RootLocale.format(
        "%s (%s of run %s)",
        container.getId(),
        container.getLabels().get(RunLabels.COMPONENT),
        container.getLabels().get(RunLabels.RUN));
  }
}
