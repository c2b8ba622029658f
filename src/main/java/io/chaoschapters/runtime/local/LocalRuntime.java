package io.chaoschapters.runtime.local;

import io.chaoschapters.metrics.ScrapeTarget;
import io.chaoschapters.runtime.Component;
import io.chaoschapters.runtime.ComponentSpec;
import io.chaoschapters.runtime.MetricsService;
import io.chaoschapters.runtime.Runtime;
import io.chaoschapters.runtime.RuntimeContext;
import io.chaoschapters.runtime.RuntimeFailureException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs components as child processes of this JVM.
 *
 * <p>There are three ways to its end. {@link #close()} is the usual one. When the JVM is asked to
 * end (SIGTERM, Ctrl-C, {@code System.exit}), a shutdown hook leaves others {@link #EXIT_GRACE} to
 * roll back and close it in order, and closes it then. When the JVM is just gone, the {@link Guard}
 * does it.
 */
final class LocalRuntime implements Runtime {
  private static final Logger LOG = LoggerFactory.getLogger(LocalRuntime.class);

  /** How long the shutdown hook waits for somebody else to close the runtime. */
  static final Duration EXIT_GRACE = Duration.ofSeconds(2);

  private final RuntimeContext context;
  private final AtomicBoolean closing = new AtomicBoolean();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread hook = new Thread(this::closeAtExit, "local-runtime-exit");
  private @Nullable LocalCluster cluster;

  LocalRuntime(RuntimeContext context) {
    this.context = context;
  }

  @Override
  public String id() {
    return LocalRuntimeProvider.ID;
  }

  @Override
  public List<Component> start(List<ComponentSpec> specs) {
    return List.copyOf(cluster().start(specs));
  }

  @Override
  public MetricsService startMetrics(List<ScrapeTarget> targets) {
    return new LocalMetrics(context.settings(), cluster()).start(targets);
  }

  @Override
  public void close() {
    if (!closing.compareAndSet(false, true)) {
      awaitClosed(Duration.ofSeconds(10));
      return;
    }
    try {
      LocalCluster open = opened();
      if (open != null) {
        removeHook();
        open.close();
      }
    } finally {
      closed.countDown();
    }
  }

  private synchronized @Nullable LocalCluster opened() {
    return cluster;
  }

  private synchronized LocalCluster cluster() {
    if (closing.get()) {
      throw new RuntimeFailureException("The local runtime is closed; open another one.");
    }
    if (cluster == null) {
      try {
        cluster = LocalCluster.open(context.folder());
      } catch (IOException e) {
        throw new RuntimeFailureException(
            "The local runtime could not be opened in %s: %s. Check that the folder can be written and the disk has room."
                .formatted(context.folder(), e),
            e);
      }
      java.lang.Runtime.getRuntime().addShutdownHook(hook);
    }
    return cluster;
  }

  private void closeAtExit() {
    LocalCluster open = opened();
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

  private void removeHook() {
    try {
      java.lang.Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      LOG.debug("Closing while the JVM exits; the hook will find nothing to do.", e);
    }
  }
}
