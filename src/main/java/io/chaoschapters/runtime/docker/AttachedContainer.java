package io.chaoschapters.runtime.docker;

import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.model.ContainerNetwork;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.Ports;
import io.chaoschapters.runtime.ComponentSpec;
import io.chaoschapters.runtime.ComponentState;
import io.chaoschapters.runtime.Disturbance;
import io.chaoschapters.runtime.Endpoint;
import io.chaoschapters.runtime.NotPossibleHereException;
import io.chaoschapters.runtime.RuntimeFailureException;
import io.chaoschapters.runtime.UndoStep;
import io.chaoschapters.runtime.attach.AtOnce;
import io.chaoschapters.runtime.components.SpecifiedComponent;
import io.chaoschapters.runtime.docker.engine.Engine;
import io.chaoschapters.runtime.guard.GuardLink;
import io.chaoschapters.runtime.logs.ComponentLog;
import io.chaoschapters.runtime.network.PortTakenException;
import io.chaoschapters.text.Failure;
import io.chaoschapters.text.RootLocale;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A component in an existing container, which the run did not create. The run restarts a container
 * that it has killed, because the engine does not; otherwise it leaves the container as it is.
 */
final class AttachedContainer extends SpecifiedComponent {
  private static final String LOOPBACK = "127.0.0.1";

  /** The chapter undoes it much sooner; this is for a JVM that hangs and never does. */
  private static final Duration DEAD_AT_MOST = Duration.ofHours(1);

  private final ComponentSpec.Existing existing;
  private final String container;
  private final Engine engine;
  private final ContainerCommands commands;
  private final GuardLink<UndoRequest> guard;
  private final AtOnce atOnce;
  private final Consumer<String> requireAllowed;
  private volatile @Nullable ContainerLife life;

  /**
   * What all attached components of a run share.
   *
   * @param requireAllowed fails when the owner of a container does not allow that it is hit
   */
  record Surroundings(
      Engine engine,
      GuardLink<UndoRequest> guard,
      AtOnce atOnce,
      Consumer<String> requireAllowed) {}

  AttachedContainer(
      ComponentSpec spec,
      ComponentSpec.Existing existing,
      String container,
      Surroundings surroundings,
      ComponentLog log) {
    super(spec, log);
    this.existing = existing;
    this.container = container;
    this.engine = surroundings.engine();
    this.commands = new ContainerCommands(engine, spec.id());
    this.guard = surroundings.guard();
    this.atOnce = surroundings.atOnce();
    this.requireAllowed = surroundings.requireAllowed();
  }

  /** It is running already; waits until it serves. */
  @Override
  public void start() {
    awaitServing();
  }

  private void awaitServing() {
    ContainerLife begun =
        new ContainerLife(engine.client(), container, (int) Instant.now().getEpochSecond(), log);
    ContainerLife past = life;
    life = begun;
    if (past != null) {
      past.close();
    }
    try {
      readiness.await(this, begun);
    } catch (PortTakenException e) {
      throw new RuntimeFailureException(Failure.words(e), e);
    }
  }

  @Override
  public ComponentState state() {
    return commands.state(container);
  }

  /** Where its owner has published it; else at its address, which this machine reaches. */
  @Override
  public Endpoint endpoint(String port) {
    InspectContainerResponse seen = inspect();
    Ports.Binding[] bindings =
        Optional.ofNullable(seen.getNetworkSettings().getPorts())
            .map(ports -> ports.getBindings().get(ExposedPort.tcp(number(port))))
            .orElse(new Ports.Binding[0]);
    return bindings.length > 0
        ? new Endpoint(LOOPBACK, Integer.parseInt(bindings[0].getHostPortSpec()))
        : new Endpoint(address(seen), number(port));
  }

  @Override
  public Endpoint internalEndpoint(String port) {
    return new Endpoint(address(inspect()), number(port));
  }

  private InspectContainerResponse inspect() {
    return engine.ask(
        RootLocale.format("look at component '%s'", id()),
        client -> client.inspectContainerCmd(container).exec());
  }

  private String address(InspectContainerResponse seen) {
    return seen.getNetworkSettings().getNetworks().values().stream()
        .map(ContainerNetwork::getIpAddress)
        .filter(found -> found != null && !found.isEmpty())
        .findFirst()
        .orElseThrow(
            () ->
                new RuntimeFailureException(
                    RootLocale.format(
                        "Component '%s' (container %s) has no address; it does not run, or in no network.",
                        id(), Engine.brief(container))));
  }

  private int number(String port) {
    Integer number = existing.ports().get(port);
    if (number == null) {
      throw new RuntimeFailureException(
          RootLocale.format(
              "Component '%s' does not say which port of its container is its port '%s'.",
              id(), port));
    }
    return number;
  }

  private void disturb(String verb) {
    requireAllowed.accept(container);
    if (state() != ComponentState.RUNNING) {
      throw new RuntimeFailureException(
          RootLocale.format(
              "Component '%s' cannot be %s: its container %s does not run.",
              id(), verb, Engine.brief(container)));
    }
    atOnce.begin(id());
  }

  /** The guard starts it again when this JVM does not. */
  @Override
  public synchronized void kill() {
    if (state() == ComponentState.STOPPED) {
      return;
    }
    disturb("ended");
    guard.arm(UndoRequest.start(container), DEAD_AT_MOST);
    commands.kill(container);
  }

  @Override
  public synchronized void stop(Duration grace) {
    if (state() == ComponentState.STOPPED) {
      return;
    }
    thaw(); // a paused one does not hear SIGTERM
    disturb("stopped");
    guard.arm(UndoRequest.start(container), DEAD_AT_MOST);
    commands.stop(container, grace);
  }

  @Override
  public synchronized void restart() {
    if (state() == ComponentState.STOPPED) {
      try {
        commands.start(container, "of its owner");
      } catch (PortTakenException e) {
        throw new RuntimeFailureException(Failure.words(e), e);
      }
    }
    guard.disarm(UndoRequest.start(container).key());
    atOnce.end(id());
    awaitServing();
  }

  @Override
  protected Runnable freezing(Duration limit) {
    disturb("frozen");
    guard.arm(UndoRequest.unpause(container), limit);
    return () -> commands.pause(container);
  }

  @Override
  public synchronized void thaw() {
    if (state() == ComponentState.FROZEN) {
      commands.unpause(container, String.join(" ", thawStep().command()));
    }
    guard.disarm(UndoRequest.unpause(container).key());
    if (state() == ComponentState.RUNNING) {
      atOnce.end(id());
    }
  }

  @Override
  public UndoStep thawStep() {
    return new UndoStep(
        RootLocale.format("thaw %s (container %s)", id(), Engine.brief(container)),
        EngineCommand.unpause(engine.socket(), container));
  }

  /** Over the network in which it finds the others, this machine finds it. */
  @Override
  public Disturbance cutOff() {
    throw new NotPossibleHereException(
        "a container that the run has not made has no network of its own over which it would still be seen from here");
  }

  /** What was done to it is undone; it is not ended. */
  @Override
  public boolean end(Duration grace) {
    ContainerLife last = life;
    try {
      thaw();
      if (state() == ComponentState.STOPPED && atOnce.isDisturbed(id())) {
        restart();
      }
      return true;
    } catch (RuntimeFailureException e) {
      return false;
    } finally {
      if (last != null) {
        last.close();
      }
    }
  }
}
