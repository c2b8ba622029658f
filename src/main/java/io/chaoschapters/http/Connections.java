package io.chaoschapters.http;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import org.apiguardian.api.API;

/**
 * Makes every HTTP client and socket of this project.
 *
 * <p>Left to itself, the JDK sends what goes to a component of ours to the proxy that a user has
 * set for the internet: to HTTP proxies when {@code http.nonProxyHosts} does not name loopback, and
 * plain sockets to SOCKS proxies.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Connections {
  private Connections() {}

  /** For parts of a run, such as components and metrics, which no proxy can reach. */
  public static HttpClient.Builder direct() {
    return builder().proxy(HttpClient.Builder.NO_PROXY);
  }

  /**
   * For a server that a user names: what is on loopback is asked directly, everything else by the
   * proxy that the user has set, if any.
   */
  public static HttpClient.Builder asTheUserHasSet() {
    return builder().proxy(new LoopbackDirect());
  }

  /** HTTP 2 is not needed, and upgrading to it confuses small servers. */
  private static HttpClient.Builder builder() {
    return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1);
  }

  /** As {@link #direct()}, but costs less: no pool, no thread, no TLS. */
  public static HttpURLConnection connection(URI uri) throws IOException {
    return (HttpURLConnection) uri.toURL().openConnection(Proxy.NO_PROXY);
  }

  /** A socket that is not connected yet, and that no SOCKS proxy will be asked for. */
  public static Socket socket() {
    return new Socket(Proxy.NO_PROXY);
  }
}
