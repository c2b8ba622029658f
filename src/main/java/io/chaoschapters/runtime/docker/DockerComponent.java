package io.chaoschapters.runtime.docker;

import io.chaoschapters.runtime.ComponentSpec;
import io.chaoschapters.runtime.ComponentState;
import io.chaoschapters.runtime.ContainerProgram;
import io.chaoschapters.runtime.Disturbance;
import io.chaoschapters.runtime.Endpoint;
import io.chaoschapters.runtime.LogLine;
import io.chaoschapters.runtime.NotPossibleHereException;
import io.chaoschapters.runtime.RuntimeFailureException;
import io.chaoschapters.runtime.UndoStep;
import io.chaoschapters.runtime.components.OwnedComponent;
import io.chaoschapters.runtime.components.SelfChecked;
import io.chaoschapters.runtime.docker.engine.Engine;
import io.chaoschapters.runtime.guard.GuardLink;
import io.chaoschapters.runtime.logs.ComponentLog;
import io.chaoschapters.runtime.network.PortAttempts;
import io.chaoschapters.runtime.network.PortTakenException;
import io.chaoschapters.runtime.readiness.Readiness;
import io.chaoschapters.text.RootLocale;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A component that is a container. */
final class DockerComponent implements OwnedComponent, SelfChecked {
  private static final Duration RESTART_GRACE = Duration.ofSeconds(2);
  private static final Duration LOG_WITHIN = Duration.ofSeconds(1);

  private final ComponentSpec spec;
  private final ContainerProgram program;
  private final String image;
  private final Engine engine;
  private final ContainerCommands commands;
  private final ContainerMaker maker;
  private final GuardLink<UndoRequest> guard;
  private final ComponentLog log;
  private final LinkChoice link;
  private final ContainerAddresses addresses;
  private final Readiness readiness;
  private final Object launching = new Object();
  private volatile @Nullable String container;
  private volatile @Nullable ContainerLife life;
  private boolean closed;

  /** What all components of a runtime share. */
  record Surroundings(Engine engine, ContainerMaker maker, GuardLink<UndoRequest> guard) {}

  /**
   * What stands in front of the component's delayable ports.
   *
   * @param link null when nothing does
   * @param whyNot why its answers cannot be delayed; empty when they can
   */
  record LinkChoice(@Nullable DelayLink link, String whyNot) {}

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
      LinkChoice link) {
    this.spec = spec;
    this.program = program;
    this.image = image;
    this.engine = surroundings.engine();
    this.commands = new ContainerCommands(engine, spec.id());
    this.maker = surroundings.maker();
    this.guard = surroundings.guard();
    this.log = log;
    this.link = link;
    this.readiness = new Readiness(spec, log);
    this.addresses = new ContainerAddresses(spec, program, link.link());
  }

  @Override
  public void start() {
    PortAttempts.onAnyPorts(
        () -> {
          make();
          launchAndAwait();
        },
        () -> {
          remove();
          addresses.chooseAnew();
        });
  }

  private void make() {
    synchronized (launching) {
      requireOpen();
      container = maker.make(addresses.aliases(), image, program, addresses.byContainerPort());
    }
  }

  private void requireOpen() {
    if (closed) {
      throw new RuntimeFailureException(
          RootLocale.format("Component '%s' cannot be started: its runtime is closed.", id()));
    }
  }

  @Override
  public void restart() {
    stop(RESTART_GRACE);
    PortAttempts.onTheSamePorts(id(), addresses.byContainerPort().values(), this::launchAndAwait);
  }

  private void launchAndAwait() throws PortTakenException {
    readiness.await(this, launch());
  }

  private ContainerLife launch() throws PortTakenException {
    synchronized (launching) {
      requireOpen();
      String id = made();
      int since = (int) Instant.now().getEpochSecond();
      commands.start(id, image);
      closeLife();
      ContainerLife begun = new ContainerLife(engine.client(), id, since, log);
      life = begun;
      return begun;
    }
  }

  private void closeLife() {
    ContainerLife past = life;
    if (past != null) {
      past.close();
    }
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
  public String id() {
    return spec.id();
  }

  @Override
  public String role() {
    return spec.role();
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

  /** Where others in the network find what this JVM finds at an endpoint, if it is of this one. */
  Optional<Endpoint> asSeenInside(Endpoint seenHere) {
    return addresses.insideOf(seenHere);
  }

  @Override
  public List<LogLine> logsSince(Instant since) {
    return log.since(since);
  }

  @Override
  public synchronized void kill() {
    ContainerLife now = life;
    if (now == null || !now.isAlive()) {
      return;
    }
    String id = made();
    commands.kill(id);
    guard.disarm(UndoRequest.unpause(id).key());
    requireEnd(now);
  }

  @Override
  public synchronized void stop(Duration grace) {
    ContainerLife now = life;
    if (now == null || !now.isAlive()) {
      return;
    }
    thaw(); // a paused one does not hear SIGTERM
    commands.stop(made(), grace);
    requireEnd(now);
  }

  private void requireEnd(ContainerLife ending) {
    if (!ending.awaitEnd(ContainerCommands.WITHIN.toMillis())) {
      throw new RuntimeFailureException(
          RootLocale.format(
              "Component '%s' (container %s) did not end; look at it with: docker inspect %s",
              id(), Engine.brief(made()), Engine.brief(made())));
    }
  }

  @Override
  public synchronized void freeze(Duration limit) {
    if (limit.toMillis() < 1) {
      throw new IllegalArgumentException(
          RootLocale.format(
              "The freeze of '%s' needs a time limit of 1 ms or more, not %s.", id(), limit));
    }
    if (state() != ComponentState.RUNNING) {
      throw new RuntimeFailureException(
          RootLocale.format(
              "Component '%s' cannot be frozen: it does not run. Restart it first.", id()));
    }
    String id = made();
    guard.arm(UndoRequest.unpause(id), limit);
    try {
      commands.pause(id);
    } catch (RuntimeFailureException e) {
      thaw();
      throw e;
    }
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
  public UndoStep thawStep() {
    String id = container;
    ContainerLife now = life;
    if (id == null || now == null || !now.isAlive()) {
      return UndoStep.endsByItself(RootLocale.format("%s does not run", id()));
    }
    return new UndoStep(
        RootLocale.format("thaw %s (container %s)", id(), Engine.brief(id)),
        EngineCommand.unpause(engine.socket(), id));
  }

  @Override
  public Disturbance cutOff() {
    return maker.cutOff(guard, new CutOff.Member(id(), made(), addresses.aliases()));
  }

  @Override
  public Disturbance delay(Duration by) {
    DelayLink inFront = link.link();
    if (inFront == null) {
      throw new NotPossibleHereException(link.whyNot());
    }
    return inFront.delay(by);
  }

  @Override
  public boolean end(Duration grace) {
    synchronized (launching) { // not the lock of the operations: one of them may take long
      closed = true;
      return remove();
    }
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
      ContainerLife last = life;
      if (last != null) {
        last.awaitLog(LOG_WITHIN);
        last.close();
      }
    }
  }
}
