package io.chaoschapters.runtime.components;

import io.chaoschapters.runtime.ComponentSpec;
import io.chaoschapters.runtime.ComponentState;
import io.chaoschapters.runtime.RuntimeFailureException;
import io.chaoschapters.runtime.UndoStep;
import io.chaoschapters.runtime.logs.ComponentLog;
import io.chaoschapters.runtime.network.PortAttempts;
import io.chaoschapters.runtime.network.PortTakenException;
import io.chaoschapters.runtime.readiness.Launched;
import io.chaoschapters.text.RootLocale;
import java.time.Duration;
import java.util.Collection;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Base of components: lives one after the other, a log, and checks before each operation.
 *
 * @param <L> one of its lives
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public abstract class ComponentBase<L extends Launched> extends SpecifiedComponent {
  private static final Duration RESTART_GRACE = Duration.ofSeconds(2);

  private final Object launching = new Object();
  private volatile @Nullable L life;
  private boolean closed;

  /** Nothing is started yet. */
  protected ComponentBase(ComponentSpec spec, ComponentLog log) {
    super(spec, log);
  }

  @Override
  public final void restart() {
    stop(RESTART_GRACE);
    PortAttempts.onTheSamePorts(id(), portsHere(), this::launchAndAwait);
  }

  /** The ports of this machine at which it answers. */
  protected abstract Collection<Integer> portsHere();

  /** Begins a life and waits until the component is ready. */
  protected final void launchAndAwait() throws PortTakenException {
    readiness.await(this, launch());
  }

  private L launch() throws PortTakenException {
    synchronized (launching) {
      requireOpen();
      L begun = launch(life);
      life = begun;
      launched(begun);
      return begun;
    }
  }

  /**
   * Begins a life; not called after {@link #end}.
   *
   * @param past the life before; null at the first start
   */
  protected abstract L launch(@Nullable L past) throws PortTakenException;

  /** A life has begun, and is known to {@link #end} from now on. */
  protected void launched(L begun) throws PortTakenException {}

  /** Does something that no launch and no {@link #end} happens beside. */
  protected final void whileOpen(Runnable work) {
    synchronized (launching) {
      requireOpen();
      work.run();
    }
  }

  private void requireOpen() {
    if (closed) {
      throw new RuntimeFailureException(
          RootLocale.format("Component '%s' cannot be started: its runtime is closed.", id()));
    }
  }

  /** The newest life; null when none has begun. */
  protected final @Nullable L life() {
    return life;
  }

  /** The newest life, unless it has ended. */
  protected final @Nullable L livingNow() {
    L now = life;
    return now == null || !now.isAlive() ? null : now;
  }

  @Override
  public final synchronized void kill() {
    L now = livingNow();
    if (now != null) {
      kill(now);
    }
  }

  /** Ends a life at once and waits until it is over. */
  protected abstract void kill(L now);

  @Override
  public final synchronized void stop(Duration grace) {
    L now = livingNow();
    if (now != null) {
      thaw(); // what is frozen does not hear SIGTERM
      stop(now, grace);
    }
  }

  /** Asks a life to end, and kills it when it has not after the grace. */
  protected abstract void stop(L now, Duration grace);

  @Override
  protected final Runnable freezing(Duration limit) {
    L now = livingNow();
    if (now == null || !canBeFrozen()) {
      throw new RuntimeFailureException(
          RootLocale.format(
              "Component '%s' cannot be frozen: it does not run. Restart it first.", id()));
    }
    return () -> freeze(now, limit);
  }

  /** Asked of a component that lives. */
  protected boolean canBeFrozen() {
    return state() == ComponentState.RUNNING;
  }

  /** Freezes it; when that fails, it is thawed. */
  protected abstract void freeze(L now, Duration limit);

  @Override
  public final UndoStep thawStep() {
    L now = livingNow();
    return now == null
        ? UndoStep.endsByItself(RootLocale.format("%s does not run", id()))
        : thawStep(now);
  }

  /** How to thaw it without this JVM. */
  protected abstract UndoStep thawStep(L now);

  @Override
  public final boolean end(Duration grace) {
    synchronized (launching) { // not the lock of the operations: one of them may take long
      closed = true;
    }
    return endForGood(grace);
  }

  /** Ends it; no life begins any more. False when it would not end. */
  protected abstract boolean endForGood(Duration grace);
}
