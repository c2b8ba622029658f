package io.chaoschapters.runtime.kubernetes.relay;

import io.chaoschapters.text.Failure;
import io.chaoschapters.waiting.DaemonThreads;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import org.apiguardian.api.API;

/**
 * Connects to components for a run that has one port forwarded to it. It listens on loopback, so
 * that nobody but who may forward ports gets through it.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Relay {
  /** Where it listens. */
  public static final int PORT = 7070;

  private Relay() {}

  /** Takes no arguments. */
  public static void main(String[] arguments) throws IOException {
    try (ServerSocketChannel server = open(PORT)) {
      serve(server);
    }
  }

  /** Listens; port 0 is any. */
  static ServerSocketChannel open(int port) throws IOException {
    ServerSocketChannel server = ServerSocketChannel.open();
    server.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port));
    return server;
  }

  static void serve(ServerSocketChannel server) throws IOException {
    while (server.isOpen()) {
      SocketChannel run = server.accept();
      DaemonThreads.thread("relay", () -> serve(run)).start();
    }
  }

  private static void serve(SocketChannel run) {
    try (run) {
      // Not by Channels: streams of one channel lock each other out there.
      Multiplexer side =
          new Multiplexer(run.socket().getInputStream(), run.socket().getOutputStream());
      side.greet();
      side.run();
    } catch (IOException e) {
      System.err.println("A run has hung up: " + Failure.words(e));
    }
  }
}
