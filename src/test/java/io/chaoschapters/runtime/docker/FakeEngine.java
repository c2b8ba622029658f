package io.chaoschapters.runtime.docker;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A socket that answers like an engine, or not at all. */
public final class FakeEngine implements AutoCloseable {
  public final List<String> asked = new CopyOnWriteArrayList<>();
  private final ServerSocketChannel server;

  /**
   * Listens at once.
   *
   * @param answer the whole answer to a request line; an empty one is never sent
   */
  public FakeEngine(Path socket, Function<String, String> answer) throws IOException {
    server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    server.bind(UnixDomainSocketAddress.of(socket));
    Thread thread = new Thread(() -> serve(answer), "fake-engine");
    thread.setDaemon(true);
    thread.start();
  }

  public static String json(int status, String body) {
    return "HTTP/1.0 " + status + " X\r\nContent-Type: application/json\r\n\r\n" + body;
  }

  private void serve(Function<String, String> answer) {
    List<SocketChannel> silent = new CopyOnWriteArrayList<>();
    while (server.isOpen()) {
      try {
        SocketChannel channel = server.accept();
        ByteBuffer in = ByteBuffer.allocate(4096);
        channel.read(in);
        String line = new String(in.array(), 0, in.position(), StandardCharsets.UTF_8);
        if (!line.contains(" HTTP/")) {
          channel.close(); // a client that only looked whether somebody listens
          continue;
        }
        String request = line.substring(0, line.indexOf(" HTTP/"));
        asked.add(request);
        String text = answer.apply(request);
        if (text.isEmpty()) {
          silent.add(channel);
        } else {
          channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
          channel.close();
        }
      } catch (IOException e) {
        return;
      }
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
