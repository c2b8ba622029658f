package io.chaoschapters.subjects.tikv.service.pd;

import io.chaoschapters.http.Connections;
import io.chaoschapters.subjects.tikv.service.ServerLog;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * One port for HTTP and for gRPC, as PD has it. Whoever begins with HTTP/2's preface is led to the
 * gRPC server, everybody else to the HTTP server; both listen on loopback only.
 */
final class SharedPort implements AutoCloseable {
  /** What HTTP/2 begins with, and no request of HTTP/1. */
  private static final byte[] HTTP_2 = {'P', 'R', 'I', ' '};

  private static final int BUFFER = 16 * 1024;
  private static final int BACKLOG = 128;
  private static final ServerLog LOG = new ServerLog();

  private final ExecutorService threads =
      Executors.newCachedThreadPool(task -> daemon(task, "shared-port"));
  private final ServerSocket server;
  private final int httpPort;
  private final int grpcPort;
  private final LongSupplier silentForNanos;

  /**
   * Listens from now on.
   *
   * @param silentForNanos for how long connections are accepted and nothing is answered
   */
  SharedPort(String host, int port, int httpPort, int grpcPort, LongSupplier silentForNanos)
      throws IOException {
    this.httpPort = httpPort;
    this.grpcPort = grpcPort;
    this.silentForNanos = silentForNanos;
    this.server = new ServerSocket();
    server.setReuseAddress(true);
    server.bind(new InetSocketAddress(host, port), BACKLOG);
  }

  private static Thread daemon(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }

  /** The program lives as long as this port does. */
  void start() {
    new Thread(this::accept, "accept").start();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket outside = server.accept();
        threads.execute(() -> lead(outside));
      } catch (IOException e) {
        if (!server.isClosed()) {
          LOG.warn("server.go", "a connection was not accepted", "err", e);
        }
      }
    }
  }

  private void lead(Socket outside) {
    try (outside) {
      byte[] first = outside.getInputStream().readNBytes(HTTP_2.length);
      long silent = silentForNanos.getAsLong();
      if (silent > 0) {
        LockSupport.parkNanos(silent);
      }
      boolean grpc = Arrays.equals(first, HTTP_2);
      try (Socket inside = Connections.socket()) {
        inside.connect(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), grpc ? grpcPort : httpPort));
        outside.setTcpNoDelay(true);
        inside.setTcpNoDelay(true);
        inside.getOutputStream().write(first);
        Future<?> back = threads.submit(() -> pump(inside, outside));
        pump(outside, inside);
        back.get();
      }
    } catch (IOException e) {
      // One of the two sides is gone, and then so is the other.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      LOG.warn("server.go", "a connection broke off", "err", e);
    }
  }

  private static void pump(Socket from, Socket to) {
    byte[] buffer = new byte[BUFFER];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        out.write(buffer, 0, n);
        out.flush();
      }
      to.shutdownOutput();
    } catch (IOException e) {
      close(from);
      close(to);
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      LOG.warn("server.go", "a connection did not close", "err", e);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    threads.shutdownNow();
  }
}
