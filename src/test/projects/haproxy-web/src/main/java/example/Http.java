package example;

import io.chaoschapters.runtime.Endpoint;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;

/** Requests on connections of their own, as of users who come by once. */
final class Http {
  private static final int PROBE_MILLIS = 700;

  private Http() {}

  /** What came back. */
  record Answer(int status, String body) {}

  static Answer get(Endpoint at, String path) throws IOException {
    return get(at, path, PROBE_MILLIS);
  }

  static Answer get(Endpoint at, String path, int timeoutMillis) throws IOException {
    var connection = (HttpURLConnection) at.http(path).toURL().openConnection();
    connection.setConnectTimeout(timeoutMillis);
    connection.setReadTimeout(timeoutMillis);
    connection.setRequestProperty("Connection", "close");
    int status = connection.getResponseCode();
    InputStream body = status < 400 ? connection.getInputStream() : connection.getErrorStream();
    try (InputStream open = body == null ? InputStream.nullInputStream() : body) {
      return new Answer(status, new String(open.readAllBytes(), StandardCharsets.UTF_8).strip());
    }
  }
}
