package io.chaoschapters.runtime;

import io.chaoschapters.http.Connections;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.apiguardian.api.API;

/**
 * Ready when an HTTP address answers 200, or another status that was named.
 *
 * <p>A component that starts is asked dozens of times a second while every processor is busy
 * starting things, so this uses the JDK's plain connection: a client with a pool and a TLS context
 * costs more than the answer.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class HttpReady implements ReadyCheck {
  private static final int PROBE_MILLIS = (int) Duration.ofSeconds(1).toMillis();

  private final String port;
  private final String path;
  private final Set<Integer> statuses;

  /**
   * A check of one address.
   *
   * @param port the name of the component's port
   * @param path starts with a slash
   */
  public HttpReady(String port, String path) {
    this(port, path, Set.of(HttpURLConnection.HTTP_OK));
  }

  private HttpReady(String port, String path, Set<Integer> statuses) {
    this.port = port;
    this.path = path;
    this.statuses = statuses;
  }

  /** Returns a copy that accepts another status, too. */
  public HttpReady or(int status) {
    Set<Integer> all = new HashSet<>(statuses);
    all.add(status);
    return new HttpReady(port, path, Set.copyOf(all));
  }

  @Override
  public boolean isReady(Component component) throws IOException {
    HttpURLConnection connection = Connections.connection(component.endpoint(port).http(path));
    connection.setConnectTimeout(PROBE_MILLIS);
    connection.setReadTimeout(PROBE_MILLIS);
    connection.setUseCaches(false);
    try {
      return statuses.contains(connection.getResponseCode());
    } finally {
      connection.disconnect();
    }
  }
}
