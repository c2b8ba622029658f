package io.chaoschapters.runtime.docker;

import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotModifiedException;
import io.chaoschapters.runtime.ComponentState;
import io.chaoschapters.runtime.RuntimeFailureException;
import io.chaoschapters.runtime.docker.engine.Engine;
import io.chaoschapters.runtime.docker.engine.EngineErrors;
import io.chaoschapters.runtime.network.PortTakenException;
import io.chaoschapters.text.RootLocale;
import java.time.Duration;
import java.util.Optional;

/**
 * What the engine is told to do with the container of one component; a refusal is reported in a
 * sentence that names the component.
 */
final class ContainerCommands {
  private static final int PAUSE_ATTEMPTS = 3;

  /** How long each command may take. */
  static final Duration WITHIN = Duration.ofSeconds(20);

  private final Engine engine;
  private final String component;

  ContainerCommands(Engine engine, String component) {
    this.engine = engine;
    this.component = component;
  }

  /**
   * Starts it.
   *
   * @param image for the sentence when it cannot be started
   * @throws PortTakenException when one of its ports is in use
   */
  void start(String container, String image) throws PortTakenException {
    try {
      engine.raw(what("start"), WITHIN, client -> client.startContainerCmd(container).exec());
    } catch (NotModifiedException e) {
      throw new RuntimeFailureException(
          RootLocale.format("Component '%s' runs already.", component), e);
    } catch (DockerException e) {
      if (EngineErrors.saysPortTaken(e)) {
        throw new PortTakenException(
            RootLocale.format(
                "Component '%s' cannot be started: %s.", component, EngineErrors.of(e)));
      }
      throw new RuntimeFailureException(
          RootLocale.format(
              "Docker could not start component '%s' (image %s): %s.",
              component, image, EngineErrors.of(e)),
          e);
    }
  }

  /** Ends it at once; one that has just ended is fine. */
  void kill(String container) {
    try {
      engine.raw(what("kill"), WITHIN, client -> client.killContainerCmd(container).exec());
    } catch (ConflictException e) {
      // It has ended in this moment; who waits for its end sees it.
    } catch (DockerException e) {
      throw new RuntimeFailureException(
          RootLocale.format(
              "Docker could not kill component '%s': %s.", component, EngineErrors.of(e)),
          e);
    }
  }

  /** Asks it to end, and ends it once the grace is over; one that has ended is fine. */
  void stop(String container, Duration grace) {
    int seconds = (int) Math.max(1, grace.toSeconds());
    engine.ask(
        what("stop"),
        WITHIN.plus(grace),
        client -> {
          try {
            return client.stopContainerCmd(container).withTimeout(seconds).exec();
          } catch (NotModifiedException e) {
            return null;
          }
        });
  }

  /** Where processors are short, the kernel does not stop all threads in the time runc allows. */
  void pause(String container) {
    for (int attempt = 1; ; attempt++) {
      try {
        engine.ask(what("freeze"), client -> client.pauseContainerCmd(container).exec());
        return;
      } catch (RuntimeFailureException e) {
        if (attempt == PAUSE_ATTEMPTS || state(container) != ComponentState.RUNNING) {
          throw e;
        }
      }
    }
  }

  /**
   * Lets it go on; one that was unpaused in the meantime is fine.
   *
   * @param byHand the command that does the same, for people
   */
  void unpause(String container, String byHand) {
    try {
      engine.raw(what("thaw"), WITHIN, client -> client.unpauseContainerCmd(container).exec());
    } catch (DockerException e) {
      if (state(container) == ComponentState.FROZEN) { // else the guard was faster
        throw new RuntimeFailureException(
            RootLocale.format(
                "Component '%s' could not be thawed: %s. Thaw it with: %s",
                component, EngineErrors.of(e), byHand),
            e);
      }
    }
  }

  /** Whether it runs, is paused or has ended; unknown when the engine does not say. */
  ComponentState state(String container) {
    try {
      return engine
          .askFor(
              what("look at"), client -> client.inspectContainerCmd(container).exec().getState())
          .map(ContainerCommands::state)
          .orElse(ComponentState.STOPPED);
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

  /** What its own check of health said the last time; false without one. */
  boolean isWell(String container) {
    return engine
        .askFor(
            what("look at the health of"),
            client -> client.inspectContainerCmd(container).exec().getState().getHealth())
        .filter(health -> "healthy".equals(health.getStatus()))
        .isPresent();
  }

  /** Removes it with its data; false when the engine would not. */
  boolean remove(String container) {
    try {
      Optional<Boolean> removed =
          engine.askFor(
              what("remove"),
              client -> {
                client.removeContainerCmd(container).withForce(true).withRemoveVolumes(true).exec();
                return true;
              });
      return removed.orElse(true); // It was not there any more.
    } catch (RuntimeFailureException e) {
      return false;
    }
  }

  private String what(String verb) {
    return RootLocale.format("%s component '%s'", verb, component);
  }
}
