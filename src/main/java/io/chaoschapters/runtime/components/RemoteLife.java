package io.chaoschapters.runtime.components;

import io.chaoschapters.runtime.logs.ComponentLog;
import io.chaoschapters.runtime.readiness.Launched;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** One life of a component that is no child of this JVM: others report when it has ended. */
@API(status = API.Status.INTERNAL, since = "0.1")
public abstract class RemoteLife implements Launched, AutoCloseable {
  private static final int UNKNOWN_CODE = -1;

  private final CompletableFuture<Integer> ended = new CompletableFuture<>();
  private volatile @Nullable Thread logReader;

  /** Follows what it prints. */
  protected final void read(InputStream printed, ComponentLog log) {
    logReader = log.read(printed);
  }

  /** It has ended; the first report counts. */
  protected final void hasEnded(int exitCode) {
    ended.complete(exitCode);
  }

  /** It has ended, and how is not known. */
  protected final void hasEnded() {
    hasEnded(UNKNOWN_CODE);
  }

  /** Runs something once when it ends, in the thread that learns of it first. */
  protected final void atEnd(Runnable work) {
    ended.thenRun(work);
  }

  @Override
  public final boolean isAlive() {
    return !ended.isDone();
  }

  @Override
  public final int exitCode() {
    return ended.getNow(UNKNOWN_CODE);
  }

  @Override
  public final void awaitLog(Duration atMost) {
    Thread reading = logReader;
    try {
      if (reading != null) {
        reading.join(atMost.toMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** False when it has not ended in this time. */
  public final boolean awaitEnd(Duration atMost) {
    try {
      ended.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException("never completed exceptionally", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public abstract void close();
}
