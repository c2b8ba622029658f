package io.chaoschapters.runtime.components;

import io.chaoschapters.runtime.ComponentSpec;
import io.chaoschapters.runtime.LogLine;
import io.chaoschapters.runtime.RuntimeFailureException;
import io.chaoschapters.runtime.logs.ComponentLog;
import io.chaoschapters.runtime.readiness.Readiness;
import io.chaoschapters.text.RootLocale;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apiguardian.api.API;

/** A component with what its spec and its log say of it, whether the run has made it or not. */
@API(status = API.Status.INTERNAL, since = "0.1")
public abstract class SpecifiedComponent implements OwnedComponent {
  protected final ComponentSpec spec;
  protected final ComponentLog log;
  protected final Readiness readiness;

  /** Nothing is started yet. */
  protected SpecifiedComponent(ComponentSpec spec, ComponentLog log) {
    this.spec = spec;
    this.log = log;
    this.readiness = new Readiness(spec, log);
  }

  @Override
  public final String id() {
    return spec.id();
  }

  @Override
  public final String role() {
    return spec.role();
  }

  @Override
  public final ComponentSpec spec() {
    return spec;
  }

  @Override
  public final List<LogLine> logsSince(Instant since) {
    return log.since(since);
  }

  @Override
  public final synchronized void freeze(Duration limit) {
    if (limit.toMillis() < 1) {
      throw new IllegalArgumentException(
          RootLocale.format(
              "The freeze of '%s' needs a time limit of 1 ms or more, not %s.", id(), limit));
    }
    Runnable freeze = freezing(limit);
    try {
      freeze.run();
    } catch (RuntimeFailureException e) {
      thawAfter(e);
      throw e;
    }
  }

  private void thawAfter(RuntimeFailureException failure) {
    try {
      thaw();
    } catch (RuntimeFailureException e) {
      failure.addSuppressed(e);
    }
  }

  /**
   * Checks that it can be frozen.
   *
   * @return what freezes it; when that fails, it is thawed
   */
  protected abstract Runnable freezing(Duration limit);
}
