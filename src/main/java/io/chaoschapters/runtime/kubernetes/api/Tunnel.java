package io.chaoschapters.runtime.kubernetes.api;

import io.chaoschapters.runtime.kubernetes.guard.Orders;
import io.chaoschapters.runtime.kubernetes.relay.Multiplexer;
import io.chaoschapters.runtime.kubernetes.relay.Relay;
import io.chaoschapters.waiting.DaemonThreads;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.PortForward;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.channels.SocketChannel;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * The one port that a run has forwarded, to the relay in the guard's pod. One that is broken is
 * made anew for the next connection.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Tunnel implements AutoCloseable {
  private static final long GREETING_MILLIS = 3_000;

  private final Api api;
  private final String namespace;
  private @Nullable Line line;

  public Tunnel(Api api, String namespace) {
    this.api = api;
    this.namespace = namespace;
  }

  /** A forwarded port and what passes over it. */
  private record Line(PortForward forward, Multiplexer side) implements AutoCloseable {
    @Override
    public void close() throws IOException {
      forward.close();
    }
  }

  /**
   * Has a connection continue in the cluster.
   *
   * @throws IOException when the cluster is not reached
   */
  void pass(SocketChannel visitor, String host, int port) throws IOException {
    Line now = line();
    now.side().pass(visitor, host, port);
  }

  private synchronized Line line() throws IOException {
    Line present = line;
    if (present != null && !present.side().isGone()) {
      return present;
    }
    if (present != null) {
      present.close();
    }
    Line made = connect();
    line = made;
    return made;
  }

  private Line connect() throws IOException {
    Pipe there = Pipe.open();
    Pipe back = Pipe.open();
    try {
      PortForward forward =
          api.client()
              .pods()
              .inNamespace(namespace)
              .withName(Orders.GUARD)
              .portForward(Relay.PORT, there.source(), back.sink());
      Multiplexer side =
          new Multiplexer(
              Channels.newInputStream(back.source()), Channels.newOutputStream(there.sink()));
      DaemonThreads.thread("kubernetes-tunnel", side::run).start();
      if (!side.awaitGreeting(GREETING_MILLIS)) {
        forward.close();
        back.sink().close();
        throw new IOException("the relay in the cluster does not answer");
      }
      return new Line(forward, side);
    } catch (KubernetesClientException e) {
      throw new IOException(ApiWords.of(e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while the tunnel was made");
    }
  }

  @Override
  public synchronized void close() throws IOException {
    Line present = line;
    line = null;
    if (present != null) {
      present.close();
    }
  }

  @Override
  public String toString() {
    return "the tunnel to namespace " + namespace;
  }
}
