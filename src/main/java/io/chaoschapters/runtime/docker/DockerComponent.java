package io.chaoschapters.runtime.docker;

import io.chaoschapters.runtime.ComponentSpec;
import io.chaoschapters.runtime.ComponentState;
import io.chaoschapters.runtime.ContainerProgram;
import io.chaoschapters.runtime.Disturbance;
import io.chaoschapters.runtime.Endpoint;
import io.chaoschapters.runtime.RuntimeFailureException;
import io.chaoschapters.runtime.UndoStep;
import io.chaoschapters.runtime.components.ComponentBase;
import io.chaoschapters.runtime.components.SelfChecked;
import io.chaoschapters.runtime.docker.engine.Engine;
import io.chaoschapters.runtime.guard.GuardLink;
import io.chaoschapters.runtime.logs.ComponentLog;
import io.chaoschapters.runtime.network.PortAttempts;
import io.chaoschapters.runtime.network.PortTakenException;
import io.chaoschapters.runtime.network.ProxyLink;
import io.chaoschapters.runtime.network.PublishedAddresses;
import io.chaoschapters.text.RootLocale;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** A component that is a container. */
final class DockerComponent extends ComponentBase<ContainerLife> implements SelfChecked {
  private static final Duration LOG_WITHIN = Duration.ofSeconds(1);

  private final ContainerProgram program;
  private final String image;
  private final Engine engine;
  private final ContainerCommands commands;
  private final ContainerMaker maker;
  private final GuardLink<UndoRequest> guard;
  private final ProxyLink.Choice link;
  private final PublishedAddresses addresses;
  private volatile @Nullable String container;

  /** What all components of a runtime share. */
  record Surroundings(Engine engine, ContainerMaker maker, GuardLink<UndoRequest> guard) {}

  /**
   * Nothing is made yet.
   *
   * @param image as the engine calls it
   */
  DockerComponent(
      ComponentSpec spec,
      ContainerProgram program,
      String image,
      Surroundings surroundings,
      ComponentLog log,
      ProxyLink.Choice link) {
    super(spec, log);
    this.program = program;
    this.image = image;
    this.engine = surroundings.engine();
    this.commands = new ContainerCommands(engine, spec.id());
    this.maker = surroundings.maker();
    this.guard = surroundings.guard();
    this.link = link;
    this.addresses = new PublishedAddresses(spec, program, link);
  }

  @Override
  public void start() {
    PortAttempts.onAnyPorts(
        () -> {
          whileOpen(this::make);
          launchAndAwait();
        },
        taken -> {
          remove();
          addresses.chooseAnew();
        });
  }

  private void make() {
    container = maker.make(id(), addresses.names(), image, program, addresses.byContainerPort());
  }

  @Override
  protected Collection<Integer> portsHere() {
    return addresses.here().values();
  }

  @Override
  protected ContainerLife launch(@Nullable ContainerLife past) throws PortTakenException {
    String id = made();
    int since = (int) Instant.now().getEpochSecond();
    commands.start(id, image);
    if (past != null) {
      past.close();
    }
    return new ContainerLife(engine.client(), id, since, log);
  }

  private String made() {
    String id = container;
    if (id == null) {
      throw new RuntimeFailureException(
          RootLocale.format("Component '%s' was never started.", id()));
    }
    return id;
  }

  @Override
  public ComponentState state() {
    String id = container;
    return id == null ? ComponentState.STOPPED : commands.state(id);
  }

  @Override
  public boolean isWell() {
    String id = container;
    return id != null && commands.isWell(id);
  }

  @Override
  public Endpoint endpoint(String port) {
    return addresses.outside(port);
  }

  @Override
  public Endpoint internalEndpoint(String port) {
    return addresses.inside(port);
  }

  @Override
  protected void kill(ContainerLife now) {
    String id = made();
    commands.kill(id);
    guard.disarm(UndoRequest.unpause(id).key());
    requireEnd(now);
  }

  @Override
  protected void stop(ContainerLife now, Duration grace) {
    commands.stop(made(), grace);
    requireEnd(now);
  }

  private void requireEnd(ContainerLife ending) {
    if (!ending.awaitEnd(ContainerCommands.WITHIN)) {
      throw new RuntimeFailureException(
          RootLocale.format(
              "Component '%s' (container %s) did not end; look at it with: docker inspect %s",
              id(), Engine.brief(made()), Engine.brief(made())));
    }
  }

  @Override
  protected void freeze(ContainerLife now, Duration limit) {
    String id = made();
    guard.arm(UndoRequest.unpause(id), limit);
    commands.pause(id);
  }

  @Override
  public synchronized void thaw() {
    String id = container;
    if (id == null) {
      return;
    }
    if (state() == ComponentState.FROZEN) {
      commands.unpause(id, String.join(" ", thawStep().command()));
    }
    guard.disarm(UndoRequest.unpause(id).key());
  }

  @Override
  protected UndoStep thawStep(ContainerLife now) {
    String id = made();
    return new UndoStep(
        RootLocale.format("thaw %s (container %s)", id(), Engine.brief(id)),
        EngineCommand.unpause(engine.socket(), id));
  }

  @Override
  public Disturbance cutOff() {
    return maker.cutOff(guard, new NetworkPartition.Member(id(), made(), addresses.names()));
  }

  @Override
  public Disturbance delay(Duration by) {
    return link.delay(by);
  }

  @Override
  protected boolean endForGood(Duration grace) {
    return remove();
  }

  /** Data and all; what it printed is in its log file. False when the engine would not. */
  private boolean remove() {
    String id = container;
    if (id == null) {
      return true;
    }
    try {
      if (!commands.remove(id)) {
        return false;
      }
      container = null;
      return true;
    } finally {
      ContainerLife last = life();
      if (last != null) {
        last.awaitLog(LOG_WITHIN);
        last.close();
      }
    }
  }
}
