package io.chaoschapters.agent.bridge;

import io.chaoschapters.waiting.DaemonThreads;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.apiguardian.api.API;

/**
 * Passes each connection on to another address, byte by byte. Of the two addresses one is a TCP
 * port of loopback and the other a Unix socket, which is a file, and so reaches into a network of
 * its own. Needs nothing but the JDK, and the one class that makes threads.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Relay implements AutoCloseable {
  private static final int BUFFER_BYTES = 16_384;

  /** Further ones wait until one of these has ended. */
  private static final int MOST_CONNECTIONS = 256;

  private final ServerSocketChannel server;
  private final SocketAddress target;
  private final Set<SocketChannel> open = ConcurrentHashMap.newKeySet();
  private final Semaphore free = new Semaphore(MOST_CONNECTIONS);

  private Relay(ServerSocketChannel server, SocketAddress target) {
    this.server = server;
    this.target = target;
  }

  /**
   * Listens from now on.
   *
   * @param at where it listens
   * @param target is connected to for each connection
   */
  public static Relay open(SocketAddress at, SocketAddress target) throws IOException {
    ServerSocketChannel server = listening(at);
    Relay relay = new Relay(server, target);
    DaemonThreads.thread("agent-relay", relay::accept).start();
    return relay;
  }

  private static ServerSocketChannel listening(SocketAddress at) throws IOException {
    ServerSocketChannel server =
        at instanceof UnixDomainSocketAddress
            ? ServerSocketChannel.open(StandardProtocolFamily.UNIX)
            : ServerSocketChannel.open();
    try {
      return server.bind(at);
    } catch (IOException | RuntimeException e) {
      server.close();
      throw e;
    }
  }

  private void accept() {
    try (server) {
      while (true) {
        free.acquireUninterruptibly();
        SocketChannel client = server.accept();
        open.add(client);
        DaemonThreads.thread("agent-relay-client", () -> serve(client)).start();
      }
    } catch (IOException e) {
      open.forEach(Relay::close); // also those that came while it was closed
    }
  }

  private void serve(SocketChannel client) {
    try (client;
        SocketChannel other = connected()) {
      open.add(other);
      Thread back = DaemonThreads.thread("agent-relay-back", () -> carry(other, client));
      back.start();
      carry(client, other);
      back.join();
      open.remove(other);
    } catch (IOException e) {
      // Nothing listens there: the client sees its connection end.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      open.remove(client);
      free.release();
    }
  }

  private SocketChannel connected() throws IOException {
    SocketChannel other = SocketChannel.open(target);
    if (target instanceof InetSocketAddress) {
      other.setOption(StandardSocketOptions.TCP_NODELAY, true);
    }
    return other;
  }

  /** When one side has said all, the other is told so and may still answer. */
  private static void carry(SocketChannel from, SocketChannel to) {
    ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
    try {
      while (from.read(buffer.clear()) >= 0) {
        buffer.flip();
        while (buffer.hasRemaining()) {
          to.write(buffer);
        }
      }
      to.shutdownOutput();
    } catch (IOException e) {
      close(from);
      close(to);
    }
  }

  private static void close(SocketChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      // It is closed all the same.
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      // It is closed all the same.
    }
    open.forEach(Relay::close);
  }
}
