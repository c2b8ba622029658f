package io.chaoschapters.runtime.components;

import io.chaoschapters.metrics.ScrapeTarget;
import io.chaoschapters.runtime.Component;
import io.chaoschapters.runtime.ComponentRuntime;
import io.chaoschapters.runtime.ComponentSpec;
import io.chaoschapters.runtime.MetricsService;
import io.chaoschapters.runtime.RuntimeFailureException;
import io.chaoschapters.text.RootLocale;
import io.chaoschapters.waiting.ExitHook;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Opens what it runs on when the first component starts, and ends it on every way out.
 *
 * <p>There are three ways to its end. {@link #close()} is the usual one. When the JVM is asked to
 * end (SIGTERM, Ctrl-C, {@code System.exit}), a shutdown hook leaves others five seconds to roll
 * back and close it in order, and closes it then. When the JVM is just gone, a guard process does
 * it.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class LazyRuntime implements ComponentRuntime {
  /** How long the shutdown hook waits for other code to close the runtime. */
  private static final Duration EXIT_GRACE = Duration.ofSeconds(5);

  private static final Duration CLOSED_WITHIN = Duration.ofSeconds(10);

  private final String id;
  private final Supplier<? extends RunningParts> opening;
  private final AtomicBoolean closing = new AtomicBoolean();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final ExitHook hook = new ExitHook("runtime-exit", this::closeAtExit);
  private @Nullable RunningParts parts;

  /** Nothing is opened yet. */
  public LazyRuntime(String id, Supplier<? extends RunningParts> opening) {
    this.id = id;
    this.opening = opening;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public List<Component> start(List<ComponentSpec> specs) {
    return List.copyOf(parts().start(specs));
  }

  @Override
  public MetricsService startMetrics(List<ScrapeTarget> targets) {
    return parts().startMetrics(targets);
  }

  @Override
  public Path logs() {
    return parts().logs();
  }

  @Override
  public Map<String, String> marks() {
    return parts().marks();
  }

  @Override
  public Watch endAfter(Duration limit) {
    return parts().endAfter(limit);
  }

  @Override
  public void close() {
    if (!closing.compareAndSet(false, true)) {
      awaitClosed(CLOSED_WITHIN);
      return;
    }
    try {
      RunningParts open = opened();
      if (open != null) {
        hook.remove();
        open.close();
      }
    } finally {
      closed.countDown();
    }
  }

  private synchronized @Nullable RunningParts opened() {
    return parts;
  }

  private synchronized RunningParts parts() {
    if (closing.get()) {
      throw new RuntimeFailureException(
          RootLocale.format("The %s runtime is closed; open another one.", id));
    }
    RunningParts open = parts;
    if (open == null) {
      open = opening.get();
      parts = open;
      hook.set();
    }
    return open;
  }

  private void closeAtExit() {
    RunningParts open = opened();
    if (open != null) {
      open.thawAll();
      awaitClosed(EXIT_GRACE);
      close();
    }
  }

  private void awaitClosed(Duration atMost) {
    try {
      closed.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
