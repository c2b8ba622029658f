package io.chaoschapters.runtime.local;

import io.chaoschapters.runtime.ComponentSpec;
import io.chaoschapters.runtime.ComponentState;
import io.chaoschapters.runtime.Disturbance;
import io.chaoschapters.runtime.Endpoint;
import io.chaoschapters.runtime.NotPossibleHereException;
import io.chaoschapters.runtime.ProcessProgram;
import io.chaoschapters.runtime.RuntimeFailureException;
import io.chaoschapters.runtime.UndoStep;
import io.chaoschapters.runtime.components.ComponentBase;
import io.chaoschapters.runtime.logs.ComponentLog;
import io.chaoschapters.runtime.network.PortAttempts;
import io.chaoschapters.runtime.process.ProcessIdentity;
import io.chaoschapters.runtime.process.ProcessStates;
import io.chaoschapters.text.Failure;
import io.chaoschapters.text.RootLocale;
import io.chaoschapters.waiting.Progress;
import io.chaoschapters.waiting.Wait;
import io.chaoschapters.waiting.WaitTimeoutException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A component that is a child process. */
final class LocalComponent extends ComponentBase<ChildProcess> {
  static final String HOST = "127.0.0.1";

  private static final Duration SIGNAL_TAKES = Duration.ofSeconds(5);

  private final ProcessProgram program;
  private final ProcessLauncher launcher;
  private final Path folder;
  private final LocalPlaces places;
  private volatile LocalPlace place;

  LocalComponent(
      ComponentSpec spec,
      ProcessProgram program,
      ProcessLauncher launcher,
      Path folder,
      ComponentLog log,
      LocalPlaces places) {
    super(spec, log);
    this.program = program;
    this.launcher = launcher;
    this.folder = folder;
    this.places = places;
    this.place = choosePlace();
  }

  @Override
  public void start() {
    PortAttempts.onAnyPorts(
        this::launchAndAwait,
        taken -> {
          places.refuseWhenTold(taken);
          place = choosePlace();
        });
  }

  private LocalPlace choosePlace() {
    return places.add(id(), LocalPlace.choose(folder, spec.ports(), places));
  }

  @Override
  protected Collection<Integer> portsHere() {
    return place.ports().values();
  }

  @Override
  protected ChildProcess launch(@Nullable ChildProcess past) {
    return launcher.launch(id(), commandLine(), environment(), folder, log);
  }

  private List<String> commandLine() {
    try {
      return program.command().line(place);
    } catch (RuntimeFailureException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new RuntimeFailureException(
          RootLocale.format(
              "The command line of component '%s' could not be made: %s", id(), Failure.words(e)),
          e);
    }
  }

  private Map<String, String> environment() {
    Map<String, String> all = new HashMap<>(program.environment());
    all.putAll(program.command().environment(place));
    return all;
  }

  @Override
  public ComponentState state() {
    ChildProcess now = livingNow();
    if (now == null) {
      return ComponentState.STOPPED;
    }
    return switch (ProcessStates.of(now.pid())) {
      case RUNNING ->
          now.frozen().stream().anyMatch(LocalComponent::isSuspended)
              ? ComponentState.FROZEN
              : ComponentState.RUNNING;
      case SUSPENDED -> ComponentState.FROZEN;
      case GONE -> ComponentState.STOPPED;
      case UNKNOWN -> ComponentState.UNKNOWN;
    };
  }

  @Override
  public Endpoint endpoint(String port) {
    return new Endpoint(HOST, place.port(port));
  }

  @Override
  public Endpoint internalEndpoint(String port) {
    return endpoint(port);
  }

  @Override
  protected void kill(ChildProcess now) {
    if (!now.kill()) {
      throw notEnded(now);
    }
  }

  @Override
  protected void stop(ChildProcess now, Duration grace) {
    if (!now.stop(grace)) {
      throw notEnded(now);
    }
  }

  /** Does not ask the operating system for the state of the process: not every one reports it. */
  @Override
  protected boolean canBeFrozen() {
    return true;
  }

  /**
   * Freezes the component's process and all its descendants, because the others would continue to
   * answer. The parent is suspended first; then the descendants are listed again until none is left
   * that could fork.
   */
  @Override
  protected void freeze(ChildProcess now, Duration limit) {
    try {
      List<ProcessIdentity> running = now.all();
      while (!running.isEmpty()) {
        for (ProcessIdentity process : running) {
          suspend(now, process, limit);
        }
        running =
            now.all().stream()
                .filter(process -> process.find().isPresent() && !isSuspended(process))
                .toList();
      }
    } catch (IOException | WaitTimeoutException e) {
      throw new RuntimeFailureException(
          RootLocale.format("Component '%s' could not be frozen: %s.", id(), Failure.words(e)), e);
    }
  }

  private void suspend(ChildProcess now, ProcessIdentity process, Duration limit)
      throws IOException {
    launcher.guard().arm(process, limit);
    now.frozen().add(process);
    try {
      Signals.suspend(process.pid());
      awaitState(now, process, ProcessStates.State.SUSPENDED, "frozen");
    } catch (IOException e) {
      if (process.equals(now.identity()) || process.find().isPresent()) {
        throw e;
      }
    }
  }

  private static boolean isSuspended(ProcessIdentity process) {
    return ProcessStates.of(process.pid()) == ProcessStates.State.SUSPENDED;
  }

  @Override
  public synchronized void thaw() {
    ChildProcess now = livingNow();
    if (now == null) {
      return;
    }
    try {
      List<ProcessIdentity> last = new ArrayList<>(now.frozen());
      if (last.isEmpty()) {
        last.add(now.identity());
      }
      Collections.reverse(last); // The first one watches over the others.
      for (ProcessIdentity process : last) {
        if (process.find().isPresent()
            && ProcessStates.of(process.pid()) != ProcessStates.State.RUNNING) {
          Signals.resume(process.pid());
          awaitState(now, process, ProcessStates.State.RUNNING, "thawed");
        }
        launcher.guard().disarm(process.key());
        now.frozen().remove(process);
      }
    } catch (IOException | WaitTimeoutException e) {
      if (now.isAlive()) {
        throw new RuntimeFailureException(
            RootLocale.format(
                "Component '%s' could not be thawed: %s. Thaw it with: %s",
                id(), Failure.words(e), String.join(" ", thawStep().command())),
            e);
      }
    }
  }

  @Override
  public Disturbance cutOff() {
    throw new NotPossibleHereException(
        "local processes share one network, in which none can be cut off from the other ones");
  }

  @Override
  public Disturbance delay(Duration by) {
    throw new NotPossibleHereException(
        "nothing stands between local processes that could delay what they answer");
  }

  @Override
  protected UndoStep thawStep(ChildProcess now) {
    return new UndoStep(
        RootLocale.format("thaw %s (process %d)", id(), now.pid()),
        Signals.resumeCommand(now.all()));
  }

  @Override
  protected boolean endForGood(Duration grace) {
    ChildProcess now = livingNow();
    if (now == null) {
      return true;
    }
    return ProcessStates.of(now.pid()) == ProcessStates.State.SUSPENDED
        ? now.kill()
        : now.stop(grace);
  }

  /** Does not wait for a descendant that has ended. */
  private void awaitState(
      ChildProcess now, ProcessIdentity process, ProcessStates.State wanted, String word) {
    new Wait(RootLocale.format("%s %s", id(), word), SIGNAL_TAKES, Duration.ofMillis(10))
        .until(
            () -> {
              ProcessStates.State seen = ProcessStates.of(process.pid());
              boolean ended = seen == ProcessStates.State.GONE && !process.equals(now.identity());
              return new Progress(seen == wanted || ended, "its process is " + seen);
            });
  }

  private RuntimeFailureException notEnded(ChildProcess process) {
    return new RuntimeFailureException(
        RootLocale.format(
            "Component '%s' (process %d) did not end on SIGKILL; look at it with: ps -l -p %d",
            id(), process.pid(), process.pid()));
  }
}
