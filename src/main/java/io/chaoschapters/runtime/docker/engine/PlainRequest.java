package io.chaoschapters.runtime.docker.engine;

import io.chaoschapters.text.Failure;
import io.chaoschapters.text.RootLocale;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apiguardian.api.API;

/**
 * One request of HTTP in a few words. Needs nothing but the JDK: the guard uses it too.
 *
 * @param path with its query, encoded
 * @param headers more headers of HTTP
 * @param body JSON, or empty for none
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record PlainRequest(String method, String path, Map<String, String> headers, String body) {
  private static final int OK = 200;
  private static final int LARGEST_ANSWER = 64 << 20;

  /**
   * What was answered.
   *
   * @param status of HTTP
   */
  public record Answer(int status, String body) {
    public boolean isGood() {
      return status / 100 == OK / 100;
    }
  }

  /**
   * Asks and waits for the whole answer; as long as it takes, or until the thread is interrupted.
   */
  public Answer send(SocketAddress address) throws IOException {
    try (SocketChannel channel = SocketChannel.open(address)) {
      ByteBuffer out = ByteBuffer.wrap(text().getBytes(StandardCharsets.UTF_8));
      while (out.hasRemaining()) {
        channel.write(out);
      }
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      ByteBuffer in = ByteBuffer.allocate(8192);
      while (channel.read(in) >= 0) {
        all.write(in.array(), 0, in.position());
        if (all.size() > LARGEST_ANSWER) {
          throw new IOException(
              RootLocale.format("the answer is longer than %d bytes", LARGEST_ANSWER));
        }
        in.clear();
      }
      return parse(all.toString(StandardCharsets.UTF_8));
    }
  }

  /**
   * As above, for threads that are never interrupted.
   *
   * @throws IOException also when the whole answer has not come in time
   */
  public Answer send(SocketAddress address, Duration within) throws IOException {
    try {
      return TimeLimit.within(within, "request", () -> send(address));
    } catch (TimeoutException e) {
      throw new IOException(RootLocale.format("no answer within %d ms", within.toMillis()), e);
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      throw new IOException(
          cause instanceof IOException ? Failure.words(cause) : String.valueOf(cause), cause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while " + path + " was asked for");
    }
  }

  /** In HTTP 1.0 the answer ends where the connection does. */
  private String text() {
    StringBuilder text = new StringBuilder(method + " " + path + " HTTP/1.0\r\nHost: docker\r\n");
    headers.forEach((name, value) -> text.append(name + ": " + value + "\r\n"));
    if (!body.isEmpty()) {
      text.append("Content-Type: application/json\r\n");
    }
    int length = body.getBytes(StandardCharsets.UTF_8).length;
    return text.append("Content-Length: " + length + "\r\n\r\n" + body).toString();
  }

  private static Answer parse(String all) throws IOException {
    String[] words = all.split(" ", 3);
    int body = all.indexOf("\r\n\r\n");
    boolean hasStatus = words.length > 1 && words[1].matches("\\d{3}");
    if (!words[0].startsWith("HTTP/") || !hasStatus || body < 0) {
      throw new IOException("what answers there does not speak HTTP");
    }
    return new Answer(Integer.parseInt(words[1]), all.substring(body + 4));
  }
}
