package io.chaoschapters.runtime.docker.engine;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apiguardian.api.API;

/**
 * Asks a Docker engine in a few words over its socket. Needs nothing but the JDK: the guard uses it
 * too.
 *
 * @see <a href="https://docs.docker.com/reference/api/engine/">Docker Engine API</a>
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record EngineSocket(Path socket) {
  /** As {@link #ask(String, String, Map)}, without headers. */
  public PlainRequest.Answer ask(String method, String path) throws IOException {
    return ask(method, path, Map.of());
  }

  /** As {@link PlainRequest#send(java.net.SocketAddress)}, without a body. */
  public PlainRequest.Answer ask(String method, String path, Map<String, String> headers)
      throws IOException {
    return send(new PlainRequest(method, path, headers, ""));
  }

  /** As {@link #ask(String, String)}, but not for longer than this. */
  public PlainRequest.Answer ask(String method, String path, Duration within) throws IOException {
    return send(new PlainRequest(method, path, Map.of(), ""), within);
  }

  private PlainRequest.Answer send(PlainRequest request) throws IOException {
    return request.send(UnixDomainSocketAddress.of(socket));
  }

  /** As {@link PlainRequest#send(java.net.SocketAddress, Duration)}. */
  public PlainRequest.Answer send(PlainRequest request, Duration within) throws IOException {
    return request.send(UnixDomainSocketAddress.of(socket), within);
  }
}
