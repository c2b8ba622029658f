package io.chaoschapters.runtime.kubernetes.api;

import io.chaoschapters.runtime.RuntimeFailureException;
import io.chaoschapters.runtime.network.PortTakenException;
import io.chaoschapters.text.Failure;
import io.chaoschapters.text.RootLocale;
import io.chaoschapters.waiting.DaemonThreads;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A port of this machine's loopback behind which a port of a pod is. It outlives the pod: it is
 * closed, and refuses, while there is none, and opened again with the next one.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Door implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Door.class);
  private static final int BACKLOG = 200;

  private final Tunnel tunnel;
  private final int port;
  private final int inside;
  private final Set<SocketChannel> passing = ConcurrentHashMap.newKeySet();
  private @Nullable ServerSocketChannel open;

  /**
   * It is closed.
   *
   * @param port of this machine
   * @param inside the port of the pod
   */
  public Door(Tunnel tunnel, int port, int inside) {
    this.tunnel = tunnel;
    this.port = port;
    this.inside = inside;
  }

  /**
   * Opens it.
   *
   * @param host the pod's address in the cluster
   * @throws PortTakenException when another program has the port
   */
  public synchronized void open(String host) throws PortTakenException {
    close();
    try {
      ServerSocketChannel server = ServerSocketChannel.open();
      server.setOption(StandardSocketOptions.SO_REUSEADDR, true);
      server.bind(
          new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port),
          BACKLOG);
      open = server;
      DaemonThreads.thread("door-" + port, () -> accept(server, host)).start();
    } catch (BindException e) {
      throw new PortTakenException(
          RootLocale.format("Port %d of this machine is taken: %s.", port, Failure.words(e)));
    } catch (IOException e) {
      throw new RuntimeFailureException(
          RootLocale.format("Port %d of this machine cannot be used: %s.", port, Failure.words(e)),
          e);
    }
  }

  private void accept(ServerSocketChannel server, String host) {
    try {
      while (server.isOpen()) {
        SocketChannel visitor = server.accept();
        visitor.setOption(StandardSocketOptions.TCP_NODELAY, true);
        pass(server, visitor, host);
      }
    } catch (IOException e) {
      LOG.debug("Port {} is closed.", port, e);
    }
  }

  private void pass(ServerSocketChannel server, SocketChannel visitor, String host) {
    passing.removeIf(other -> !other.isOpen());
    passing.add(visitor);
    try {
      tunnel.pass(visitor, host, inside);
      if (!server.isOpen()) {
        hangUp(visitor);
      }
    } catch (IOException e) {
      LOG.debug("{} is not reached.", host, e);
      hangUp(visitor);
    }
  }

  /** Closes it, and what passes through it; from now on it refuses. */
  @Override
  public synchronized void close() {
    ServerSocketChannel server = open;
    open = null;
    if (server != null) {
      try {
        server.close();
      } catch (IOException e) {
        LOG.debug("Port {} did not close.", port, e);
      }
    }
    passing.forEach(this::hangUp);
  }

  private void hangUp(SocketChannel visitor) {
    passing.remove(visitor);
    try {
      visitor.close();
    } catch (IOException e) {
      LOG.debug("A connection to port {} did not close.", port, e);
    }
  }
}
