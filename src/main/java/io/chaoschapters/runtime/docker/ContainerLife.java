package io.chaoschapters.runtime.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.WaitResponse;
import io.chaoschapters.runtime.logs.ComponentLog;
import io.chaoschapters.runtime.readiness.Launched;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One life of a container, from a start to an end: its log is read, and its end is noticed. */
final class ContainerLife implements Launched, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ContainerLife.class);
  private static final int UNKNOWN_CODE = -1;
  private static final int PIPE_BYTES = 64 * 1024;

  private final CompletableFuture<Integer> ended = new CompletableFuture<>();
  private final ResultCallback.Adapter<WaitResponse> end;
  private final LogPipe pipe;
  private final Thread logReader;

  /**
   * Follows a container that was just started.
   *
   * @param since where its log of this life begins, in seconds since the epoch
   */
  ContainerLife(DockerClient client, String container, int since, ComponentLog log) {
    pipe = new LogPipe();
    logReader = log.read(pipe.in);
    client
        .logContainerCmd(container)
        .withStdOut(true)
        .withStdErr(true)
        .withFollowStream(true)
        .withSince(since)
        .exec(pipe);
    end = client.waitContainerCmd(container).exec(new End());
  }

  @Override
  public boolean isAlive() {
    return !ended.isDone();
  }

  @Override
  public int exitCode() {
    return ended.getNow(UNKNOWN_CODE);
  }

  @Override
  public void awaitLog(Duration atMost) {
    try {
      logReader.join(atMost.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** False when it has not ended in this time. */
  boolean awaitEnd(long millis) {
    try {
      ended.get(millis, TimeUnit.MILLISECONDS);
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
  public void close() {
    close(end);
    close(pipe);
  }

  private static void close(AutoCloseable callback) {
    try {
      callback.close();
    } catch (Exception e) {
      LOG.debug("A stream of the engine did not close.", e);
    }
  }

  private final class End extends ResultCallback.Adapter<WaitResponse> {
    @Override
    public void onNext(WaitResponse response) {
      ended.complete(response.getStatusCode());
    }

    /** The engine does not know it any more, or is gone itself. */
    @Override
    public void onError(Throwable failure) {
      LOG.debug("The end of a container was not told.", failure);
      ended.complete(UNKNOWN_CODE);
    }
  }

  private static final class LogPipe extends ResultCallback.Adapter<Frame> {
    private final PipedInputStream in = new PipedInputStream(PIPE_BYTES);
    private final PipedOutputStream out;

    LogPipe() {
      try {
        out = new PipedOutputStream(in);
      } catch (IOException e) {
        throw new UncheckedIOException("A pipe in memory could not be made", e);
      }
    }

    @Override
    public void onNext(Frame frame) {
      try {
        out.write(frame.getPayload());
        out.flush();
      } catch (IOException e) {
        LOG.debug("Nobody reads this log any more.", e);
      }
    }

    @Override
    public void onError(Throwable failure) {
      LOG.debug("The log of a container ended.", failure);
      closeOut();
    }

    @Override
    public void onComplete() {
      closeOut();
      super.onComplete();
    }

    @Override
    public void close() throws IOException {
      closeOut();
      super.close();
    }

    private void closeOut() {
      try {
        out.close();
      } catch (IOException e) {
        LOG.debug("The pipe was closed already.", e);
      }
    }
  }
}
