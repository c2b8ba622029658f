package io.chaoschapters.runtime.docker;

import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotModifiedException;
import io.chaoschapters.runtime.ComponentSpec;
import io.chaoschapters.runtime.ComponentState;
import io.chaoschapters.runtime.ContainerProgram;
import io.chaoschapters.runtime.Disturbance;
import io.chaoschapters.runtime.Endpoint;
import io.chaoschapters.runtime.LogLine;
import io.chaoschapters.runtime.NotPossibleHereException;
import io.chaoschapters.runtime.RuntimeFailureException;
import io.chaoschapters.runtime.UndoStep;
import io.chaoschapters.runtime.support.ComponentLog;
import io.chaoschapters.runtime.support.GuardLink;
import io.chaoschapters.runtime.support.OwnedComponent;
import io.chaoschapters.runtime.support.PortAttempts;
import io.chaoschapters.runtime.support.PortTakenException;
import io.chaoschapters.runtime.support.Readiness;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A component that is a container. */
final class DockerComponent implements OwnedComponent {
  private static final int PAUSE_ATTEMPTS = 3;
  private static final Duration ENGINE_WITHIN = Duration.ofSeconds(20);
  private static final Duration RESTART_GRACE = Duration.ofSeconds(2);

  private final ComponentSpec spec;
  private final ContainerProgram program;
  private final String image;
  private final Engine engine;
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
          "Component '%s' cannot be started: its runtime is closed.".formatted(id()));
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
      try {
        engine.raw(
            "start component '%s'".formatted(id()),
            ENGINE_WITHIN,
            client -> client.startContainerCmd(id).exec());
      } catch (NotModifiedException e) {
        throw new RuntimeFailureException("Component '%s' runs already.".formatted(id()), e);
      } catch (DockerException e) {
        if (EngineWords.saysPortTaken(e)) {
          throw new PortTakenException(
              "Component '%s' cannot be started: %s.".formatted(id(), EngineWords.of(e)));
        }
        throw new RuntimeFailureException(
            "Docker could not start component '%s' (image %s): %s."
                .formatted(id(), image, EngineWords.of(e)),
            e);
      }
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
      throw new RuntimeFailureException("Component '%s' was never started.".formatted(id()));
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
    try {
      return engineState().map(DockerComponent::state).orElse(ComponentState.STOPPED);
    } catch (RuntimeFailureException e) {
      return ComponentState.UNKNOWN;
    }
  }

  private static ComponentState state(ContainerState seen) {
    if (Boolean.TRUE.equals(seen.getPaused())) {
      return ComponentState.FROZEN;
    }
    return Boolean.TRUE.equals(seen.getRunning()) ? ComponentState.RUNNING : ComponentState.STOPPED;
  }

  private Optional<ContainerState> engineState() {
    String id = container;
    if (id == null) {
      return Optional.empty();
    }
    return engine.askFor(
        "look at component '%s'".formatted(id()),
        client -> client.inspectContainerCmd(id).exec().getState());
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
    try {
      engine.raw(
          "kill component '%s'".formatted(id()),
          ENGINE_WITHIN,
          client -> client.killContainerCmd(id).exec());
    } catch (ConflictException e) {
      // It has ended in this moment; the wait below sees it.
    } catch (DockerException e) {
      throw new RuntimeFailureException(
          "Docker could not kill component '%s': %s.".formatted(id(), EngineWords.of(e)), e);
    }
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
    String id = made();
    int seconds = (int) Math.max(1, grace.toSeconds());
    engine.ask(
        "stop component '%s'".formatted(id()),
        ENGINE_WITHIN.plus(grace),
        client -> {
          try {
            return client.stopContainerCmd(id).withTimeout(seconds).exec();
          } catch (NotModifiedException e) {
            return null;
          }
        });
    requireEnd(now);
  }

  private void requireEnd(ContainerLife ending) {
    if (!ending.awaitEnd(ENGINE_WITHIN.toMillis())) {
      throw new RuntimeFailureException(
          "Component '%s' (container %s) did not end; look at it with: docker inspect %s"
              .formatted(id(), Engine.brief(made()), Engine.brief(made())));
    }
  }

  @Override
  public synchronized void freeze(Duration limit) {
    if (limit.toMillis() < 1) {
      throw new IllegalArgumentException(
          "The freeze of '%s' needs a time limit of 1 ms or more, not %s.".formatted(id(), limit));
    }
    if (state() != ComponentState.RUNNING) {
      throw new RuntimeFailureException(
          "Component '%s' cannot be frozen: it does not run. Restart it first.".formatted(id()));
    }
    String id = made();
    guard.arm(UndoRequest.unpause(id), limit);
    try {
      pause(id);
    } catch (RuntimeFailureException e) {
      thaw();
      throw e;
    }
  }

  /** Where processors are short, the kernel does not stop all threads in the time runc allows. */
  private void pause(String container) {
    for (int attempt = 1; ; attempt++) {
      try {
        engine.ask(
            "freeze component '%s'".formatted(id()),
            client -> client.pauseContainerCmd(container).exec());
        return;
      } catch (RuntimeFailureException e) {
        if (attempt == PAUSE_ATTEMPTS || state() != ComponentState.RUNNING) {
          throw e;
        }
      }
    }
  }

  @Override
  public synchronized void thaw() {
    String id = container;
    if (id == null) {
      return;
    }
    if (state() == ComponentState.FROZEN) {
      try {
        engine.raw(
            "thaw component '%s'".formatted(id()),
            ENGINE_WITHIN,
            client -> client.unpauseContainerCmd(id).exec());
      } catch (DockerException e) {
        if (state() == ComponentState.FROZEN) { // else the guard was faster
          throw new RuntimeFailureException(
              "Component '%s' could not be thawed: %s. Thaw it with: %s"
                  .formatted(id(), EngineWords.of(e), String.join(" ", thawStep().command())),
              e);
        }
      }
    }
    guard.disarm(UndoRequest.unpause(id).key());
  }

  @Override
  public UndoStep thawStep() {
    String id = container;
    ContainerLife now = life;
    if (id == null || now == null || !now.isAlive()) {
      return UndoStep.endsByItself("%s does not run".formatted(id()));
    }
    return new UndoStep(
        "thaw %s (container %s)".formatted(id(), Engine.brief(id)),
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
      engine.askFor(
          "remove component '%s'".formatted(id()),
          client -> {
            client.removeContainerCmd(id).withForce(true).withRemoveVolumes(true).exec();
            return true;
          });
      container = null;
      return true;
    } catch (RuntimeFailureException e) {
      return false;
    } finally {
      ContainerLife last = life;
      if (last != null) {
        last.awaitLog();
        last.close();
      }
    }
  }
}
