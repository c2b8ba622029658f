package io.chaoschapters.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A proxy that notes what it is asked for, and answers 200 to everything that is HTTP. Until it is
 * closed it is the JVM's, for every address, loopback included: as {@code -Dhttp.proxyHost} with an
 * empty {@code -Dhttp.nonProxyHosts}, or the proxies of the system, would make it.
 */
public final class FakeProxy implements AutoCloseable {
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final ProxySelector before = ProxySelector.getDefault();
  private final ProxySelector everything;
  private final ServerSocket server;

  /** Takes the JVM over at once. */
  public FakeProxy() throws IOException {
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(this::serve, "fake-proxy");
    thread.setDaemon(true);
    thread.start();
    InetSocketAddress address =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getLocalPort());
    everything =
        new ProxySelector() {
          @Override
          public List<Proxy> select(URI uri) {
            boolean plain = uri.getScheme().equals("socket");
            return List.of(new Proxy(plain ? Proxy.Type.SOCKS : Proxy.Type.HTTP, address));
          }

          @Override
          public void connectFailed(URI uri, SocketAddress where, IOException failure) {
            asked.add("failed " + uri);
          }
        };
    ProxySelector.setDefault(everything);
  }

  /** The first line of each request; {@code SOCKS} for a greeting of that protocol. */
  public List<String> asked() {
    return asked;
  }

  /** Whether the JVM asks it, and nobody else. */
  public boolean isTheJvmsOwn() {
    return ProxySelector.getDefault() == everything;
  }

  private void serve() {
    while (!server.isClosed()) {
      try (Socket socket = server.accept()) {
        answer(socket);
      } catch (IOException e) {
        asked.add("broken off"); // also at the end, when nobody looks any more
      }
    }
  }

  private void answer(Socket socket) throws IOException {
    InputStream in = socket.getInputStream();
    StringBuilder head = new StringBuilder();
    for (int next = in.read(); next >= 0; next = in.read()) {
      if (head.length() == 0 && next < ' ') {
        asked.add("SOCKS");
        return;
      }
      head.append((char) next);
      if (head.toString().endsWith("\r\n\r\n")) {
        asked.add(head.substring(0, head.indexOf("\r\n")));
        socket
            .getOutputStream()
            .write(
                "HTTP/1.1 200 OK\r\nContent-Length: 7\r\nConnection: close\r\n\r\nproxied"
                    .getBytes(StandardCharsets.US_ASCII));
        return;
      }
    }
  }

  @Override
  public void close() throws IOException {
    ProxySelector.setDefault(before);
    server.close();
  }
}
