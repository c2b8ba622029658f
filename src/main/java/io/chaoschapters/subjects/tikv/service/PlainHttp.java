package io.chaoschapters.subjects.tikv.service;

import io.chaoschapters.http.Connections;
import io.chaoschapters.text.RootLocale;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;

/**
 * Asks over HTTP as plainly as it goes. The JDK's newer client sets TLS up first, and that is a
 * fifth of the processor time of a store's start.
 */
final class PlainHttp {
  private static final int FIRST_ERROR = 400;
  private static final int LARGEST_BODY = 1 << 20;

  private PlainHttp() {}

  /** An answer, whatever its status. */
  record Reply(int status, byte[] body) {}

  /**
   * Reads.
   *
   * @param within for connecting, and again for each part of the answer
   */
  static Reply get(String address, Duration within) throws IOException {
    return reply(open(address, within));
  }

  /** Sends JSON; what it takes to answer is bounded as for {@link #get}. */
  static Reply post(String address, byte[] json, Duration within) throws IOException {
    HttpURLConnection connection = open(address, within);
    connection.setDoOutput(true);
    connection.setFixedLengthStreamingMode(json.length);
    connection.setRequestProperty("Content-Type", "application/json");
    try (OutputStream out = connection.getOutputStream()) {
      out.write(json);
    }
    return reply(connection);
  }

  private static HttpURLConnection open(String address, Duration within) throws IOException {
    HttpURLConnection connection = Connections.connection(URI.create("http://" + address));
    connection.setConnectTimeout((int) within.toMillis());
    connection.setReadTimeout((int) within.toMillis());
    connection.setUseCaches(false);
    // On a connection that is kept, one that cannot be reached looks like one that is silent.
    connection.setRequestProperty("Connection", "close");
    return connection;
  }

  private static Reply reply(HttpURLConnection connection) throws IOException {
    int status = connection.getResponseCode();
    try (InputStream in =
        status < FIRST_ERROR ? connection.getInputStream() : connection.getErrorStream()) {
      byte[] body = in == null ? new byte[0] : in.readNBytes(LARGEST_BODY + 1);
      if (body.length > LARGEST_BODY) {
        throw new IOException(
            RootLocale.format("the answer is longer than %d bytes", LARGEST_BODY));
      }
      return new Reply(status, body);
    }
  }
}
