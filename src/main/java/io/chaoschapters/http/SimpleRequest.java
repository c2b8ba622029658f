package io.chaoschapters.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocketFactory;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * One request, sent in the calling thread by the JDK's plain connection, which costs less than a
 * client: no pool, no thread. The answer is bounded in time and size. Needs nothing but the JDK and
 * {@link Connections}: guards use it too.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class SimpleRequest {
  private static final int CHUNK = 8192;

  private final URI uri;
  private final Duration within;
  private final int mostBytes;
  private final Map<String, String> headers = new LinkedHashMap<>();
  private @Nullable String method;
  private @Nullable String body;
  private @Nullable SSLSocketFactory trust;
  private boolean follows;

  /**
   * A GET request.
   *
   * @param within from connecting to the last byte; zero for no limit
   * @param mostBytes how long the answer may be
   */
  public SimpleRequest(URI uri, Duration within, int mostBytes) {
    this.uri = uri;
    this.within = within;
    this.mostBytes = mostBytes;
  }

  /**
   * An answer of any status.
   *
   * @param text empty when it has no body
   * @param header the value of a header, null when there is none
   */
  public record Answer(int status, String text, UnaryOperator<@Nullable String> header) {}

  /** The answer has more bytes than it may have. */
  public static final class TooLongException extends IOException {
    private static final long serialVersionUID = 1L;

    TooLongException(int mostBytes) {
      super("it answered more than " + mostBytes + " bytes");
    }
  }

  /** Another method. */
  public SimpleRequest method(String name) {
    method = name;
    return this;
  }

  /** Adds a header. */
  public SimpleRequest header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  /** Sends a body; by POST if no method is given. */
  public SimpleRequest body(String text) {
    body = text;
    return this;
  }

  /** Over TLS, trusts whom this trusts. */
  public SimpleRequest trusting(SSLSocketFactory sockets) {
    trust = sockets;
    return this;
  }

  /** Goes where redirects lead. */
  public SimpleRequest followingRedirects() {
    follows = true;
    return this;
  }

  /** Sends it and reads the answer. */
  public Answer send() throws IOException {
    long deadline = System.nanoTime() + within.toNanos();
    HttpURLConnection connection = Connections.connection(uri);
    try {
      write(connection);
      int status = connection.getResponseCode();
      InputStream in =
          status < HttpURLConnection.HTTP_BAD_REQUEST
              ? connection.getInputStream()
              : connection.getErrorStream();
      return new Answer(status, in == null ? "" : read(in, deadline), connection::getHeaderField);
    } finally {
      connection.disconnect();
    }
  }

  private void write(HttpURLConnection connection) throws IOException {
    int millis = within.isZero() ? 0 : (int) Math.min(Integer.MAX_VALUE, within.toMillis() + 1);
    connection.setConnectTimeout(millis);
    connection.setReadTimeout(millis);
    connection.setUseCaches(false);
    connection.setInstanceFollowRedirects(follows);
    if (trust != null && connection instanceof HttpsURLConnection secure) {
      secure.setSSLSocketFactory(trust);
    }
    if (method != null) {
      connection.setRequestMethod(method);
    }
    headers.forEach(connection::setRequestProperty);
    if (body != null) {
      connection.setDoOutput(true);
      connection.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** The time-out of a connection is one of each read; a server that trickles would go on. */
  private String read(InputStream in, long deadline) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] chunk = new byte[CHUNK];
    for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
      bytes.write(chunk, 0, count);
      if (bytes.size() > mostBytes) {
        throw new TooLongException(mostBytes);
      }
      if (!within.isZero() && System.nanoTime() > deadline) {
        throw new SocketTimeoutException("its answer did not end in time");
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
