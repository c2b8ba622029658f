package io.chaoschapters.runtime.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.WaitResponse;
import io.chaoschapters.runtime.components.RemoteLife;
import io.chaoschapters.runtime.logs.ComponentLog;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One life of a container, from a start to an end: its log is read, and its end is noticed. */
final class ContainerLife extends RemoteLife {
  private static final Logger LOG = LoggerFactory.getLogger(ContainerLife.class);
  private static final int PIPE_BYTES = 64 * 1024;

  private final ResultCallback.Adapter<WaitResponse> end;
  private final LogPipe pipe = new LogPipe();

  /**
   * Follows a container that was just started.
   *
   * @param since where its log of this life begins, in seconds since the epoch
   */
  ContainerLife(DockerClient client, String container, int since, ComponentLog log) {
    read(pipe.in, log);
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
      hasEnded(response.getStatusCode());
    }

    /** The engine does not know it any more, or is gone itself. */
    @Override
    public void onError(Throwable failure) {
      LOG.debug("The engine did not report the end of a container.", failure);
      hasEnded();
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
        LOG.debug("This log is no longer read.", e);
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
