package io.chaoschapters.subject.yaml.ask;

import io.chaoschapters.http.Connections;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A connection by TCP, a text that is sent, and what comes back.
 *
 * @param port the name of the component's port
 * @param send null to send nothing
 * @param until what the answer is read up to; null when a connection is enough
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record TcpQuestion(String port, @Nullable Template send, @Nullable Pattern until)
    implements Question {
  private static final int MOST_BYTES = 1024 * 1024;

  /** An answer that is something else than what is waited for has ended when nothing more comes. */
  private static final long QUIET_MILLIS = 100;

  @Override
  public Answer ask(Names names, Duration within) {
    long deadline = System.nanoTime() + within.toNanos();
    try (Socket socket = Connections.socket()) {
      String host = new Template("{host}").fill(names);
      int number = Integer.parseInt(new Template("{port." + port + "}").fill(names));
      socket.connect(new InetSocketAddress(host, number), (int) Math.max(1, within.toMillis()));
      if (send != null) {
        socket.getOutputStream().write(send.fill(names).getBytes(StandardCharsets.UTF_8));
      }
      return Answer.of(0, until == null ? "" : read(socket, until, deadline));
    } catch (IOException | IllegalArgumentException e) {
      return Answer.failed(e, within);
    }
  }

  /** Up to the pattern; when more could belong to it, a moment longer. */
  private static String read(Socket socket, Pattern until, long deadline) throws IOException {
    InputStream in = socket.getInputStream();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    while (bytes.size() <= MOST_BYTES) {
      String text = bytes.toString(StandardCharsets.UTF_8);
      Matcher matcher = until.matcher(text);
      boolean found = matcher.find();
      if (found && !matcher.hitEnd()) {
        return text;
      }
      long left = (deadline - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        return enough(text, found);
      }
      socket.setSoTimeout((int) (text.isEmpty() ? left : Math.min(left, QUIET_MILLIS)));
      int count;
      try {
        count = in.read(buffer);
      } catch (SocketTimeoutException e) {
        return enough(text, found);
      }
      if (count < 0) {
        return text;
      }
      bytes.write(buffer, 0, count);
    }
    throw new IOException("it answered more than 1 MiB");
  }

  /** Something that is not what was waited for is an answer all the same. */
  private static String enough(String text, boolean found) throws SocketTimeoutException {
    if (!found && text.isEmpty()) {
      throw new SocketTimeoutException("it accepted the connection and did not answer in time");
    }
    return text;
  }

  @Override
  public List<Template> templates() {
    return send == null ? List.of() : List.of(send);
  }

  @Override
  public String words(Names names) {
    return new Template("{host}:{port." + port + "}").fill(names);
  }
}
