package io.chaoschapters.runtime;

import java.net.URI;
import org.apiguardian.api.API;

/**
 * Where a port of a component answers.
 *
 * @param host a host name or address
 * @param port 1 to 65535
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Endpoint(String host, int port) {

  /** An HTTP address below this endpoint; {@code path} starts with a slash. */
  public URI http(String path) {
    return URI.create("http://" + this + path);
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
