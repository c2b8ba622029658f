package io.chaoschapters.subject.yaml.ask;

import io.chaoschapters.http.Connections;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A request by HTTP.
 *
 * @param method such as {@code GET}
 * @param port the name of the component's port
 * @param path starts with a slash
 * @param headers by their name
 * @param body null for none
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record HttpQuestion(
    String method,
    String port,
    Template path,
    Map<String, Template> headers,
    @Nullable Template body)
    implements Question {
  private static final int MOST_BYTES = 1024 * 1024;

  /** Copies the headers. */
  public HttpQuestion {
    headers = Map.copyOf(headers);
  }

  @Override
  public Answer ask(Names names, Duration within) {
    long deadline = System.nanoTime() + within.toNanos();
    int millis = (int) Math.max(1, within.toMillis());
    try {
      HttpURLConnection connection = Connections.connection(URI.create(words(names)));
      connection.setConnectTimeout(millis);
      connection.setReadTimeout(millis);
      connection.setUseCaches(false);
      connection.setInstanceFollowRedirects(false);
      try {
        send(connection, names);
        int status = connection.getResponseCode();
        InputStream in = status < 400 ? connection.getInputStream() : connection.getErrorStream();
        return Answer.of(status, in == null ? "" : read(in, deadline));
      } finally {
        connection.disconnect();
      }
    } catch (IOException | IllegalArgumentException e) {
      return Answer.failed(e);
    }
  }

  private void send(HttpURLConnection connection, Names names) throws IOException {
    connection.setRequestMethod(method);
    headers.forEach((name, value) -> connection.setRequestProperty(name, value.fill(names)));
    if (body != null) {
      connection.setDoOutput(true);
      connection.getOutputStream().write(body.fill(names).getBytes(StandardCharsets.UTF_8));
    }
  }

  /** The time-out of a connection is one of each read; a server that trickles would go on. */
  private static String read(InputStream in, long deadline) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
      bytes.write(buffer, 0, count);
      if (bytes.size() > MOST_BYTES) {
        throw new IOException("it answered more than 1 MiB");
      }
      if (System.nanoTime() > deadline) {
        throw new SocketTimeoutException("its answer did not end in time");
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Override
  public List<Template> templates() {
    List<Template> all = new ArrayList<>(headers.values());
    all.add(path);
    if (body != null) {
      all.add(body);
    }
    return all;
  }

  @Override
  public String words(Names names) {
    return new Template("http://{host}:{port." + port + "}").fill(names) + path.fill(names);
  }
}
