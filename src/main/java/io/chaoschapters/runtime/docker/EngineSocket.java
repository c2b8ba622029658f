package io.chaoschapters.runtime.docker;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/**
 * Asks a Docker engine in a few words over its socket. Needs nothing but the JDK: the guard uses it
 * too.
 *
 * @see <a href="https://docs.docker.com/reference/api/engine/">Docker Engine API</a>
 */
record EngineSocket(Path socket) {
  private static final int OK = 200;

  /**
   * What the engine answered.
   *
   * @param status of HTTP
   */
  record Answer(int status, String body) {
    boolean isGood() {
      return status / 100 == OK / 100;
    }
  }

  /** As {@link #ask(String, String, Map)}, without headers. */
  Answer ask(String method, String path) throws IOException {
    return ask(method, path, Map.of());
  }

  /**
   * Asks and waits for the whole answer; as long as it takes, or until the thread is interrupted.
   *
   * @param path with its query, encoded
   * @param headers more headers of HTTP
   */
  Answer ask(String method, String path, Map<String, String> headers) throws IOException {
    try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      channel.connect(UnixDomainSocketAddress.of(socket));
      ByteBuffer out =
          ByteBuffer.wrap(request(method, path, headers).getBytes(StandardCharsets.US_ASCII));
      while (out.hasRemaining()) {
        channel.write(out);
      }
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      ByteBuffer in = ByteBuffer.allocate(8192);
      while (channel.read(in) >= 0) {
        all.write(in.array(), 0, in.position());
        in.clear();
      }
      return parse(all.toString(StandardCharsets.UTF_8));
    }
  }

  /** In HTTP 1.0 the answer ends where the connection does. */
  private static String request(String method, String path, Map<String, String> headers) {
    StringBuilder text = new StringBuilder(method + " " + path + " HTTP/1.0\r\nHost: docker\r\n");
    headers.forEach((name, value) -> text.append(name + ": " + value + "\r\n"));
    return text.append("Content-Length: 0\r\n\r\n").toString();
  }

  private static Answer parse(String all) throws IOException {
    String[] words = all.split(" ", 3);
    int body = all.indexOf("\r\n\r\n");
    if (!words[0].startsWith("HTTP/") || body < 0) {
      throw new IOException("what answers there does not speak HTTP");
    }
    return new Answer(Integer.parseInt(words[1]), all.substring(body + 4));
  }
}
