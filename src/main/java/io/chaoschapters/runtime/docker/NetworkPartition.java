package io.chaoschapters.runtime.docker;

import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.ContainerNetwork;
import io.chaoschapters.runtime.Disturbance;
import io.chaoschapters.runtime.RuntimeFailureException;
import io.chaoschapters.runtime.UndoStep;
import io.chaoschapters.runtime.docker.engine.Engine;
import io.chaoschapters.runtime.docker.engine.EngineErrors;
import io.chaoschapters.runtime.guard.GuardLink;
import io.chaoschapters.text.RootLocale;
import java.time.Duration;
import java.util.List;

/**
 * A container is taken out of the network in which the components find each other. No packet passes
 * in either direction; connections stay open and nothing is refused, as when a cable is pulled.
 */
final class NetworkPartition implements Disturbance {
  private static final Duration ENGINE_WITHIN = Duration.ofSeconds(20);

  private final Engine engine;
  private final GuardLink<UndoRequest> guard;
  private final String network;
  private final Member member;

  /**
   * A container and what the others call it.
   *
   * @param component the component's id
   * @param container the container's id
   */
  record Member(String component, String container, List<String> aliases) {}

  NetworkPartition(Engine engine, GuardLink<UndoRequest> guard, String network, Member member) {
    this.engine = engine;
    this.guard = guard;
    this.network = network;
    this.member = member;
  }

  private UndoRequest undo() {
    return UndoRequest.connect(network, member.container(), member.aliases());
  }

  @Override
  public void begin(Duration limit) {
    guard.arm(undo(), limit);
    try {
      engine.ask(
          RootLocale.format("cut component '%s' off", member.component()),
          client ->
              client
                  .disconnectFromNetworkCmd()
                  .withNetworkId(network)
                  .withContainerId(member.container())
                  .exec());
    } catch (RuntimeFailureException e) {
      end();
      throw e;
    }
  }

  @Override
  public boolean isOn() {
    return engine
        .askFor(
            RootLocale.format("look at the networks of component '%s'", member.component()),
            client ->
                client
                    .inspectContainerCmd(member.container())
                    .exec()
                    .getNetworkSettings()
                    .getNetworks()
                    .values()
                    .stream()
                    .map(ContainerNetwork::getNetworkID)
                    .noneMatch(network::equals))
        .orElse(false);
  }

  @Override
  public void end() {
    if (isOn()) {
      connect();
    }
    guard.disarm(undo().key());
  }

  private void connect() {
    try {
      engine.raw(
          RootLocale.format("connect component '%s' again", member.component()),
          ENGINE_WITHIN,
          client ->
              client
                  .connectToNetworkCmd()
                  .withNetworkId(network)
                  .withContainerId(member.container())
                  .withContainerNetwork(new ContainerNetwork().withAliases(member.aliases()))
                  .exec());
    } catch (DockerException e) {
      if (isOn()) { // else the guard was faster
        throw new RuntimeFailureException(
            RootLocale.format(
                "Component '%s' could not be connected again: %s. Connect it with: %s",
                member.component(), EngineErrors.of(e), String.join(" ", undoStep().command())),
            e);
      }
    }
  }

  @Override
  public UndoStep undoStep() {
    return new UndoStep(
        RootLocale.format(
            "connect %s (container %s) with the others again",
            member.component(), Engine.brief(member.container())),
        EngineCommand.connect(engine.socket(), network, member.container(), member.aliases()));
  }
}
