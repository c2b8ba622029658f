package io.chaoschapters.runtime.docker;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Path;
import java.util.Map;

/**
 * Asks a Docker engine in a few words over its socket. Needs nothing but the JDK: the guard uses it
 * too.
 *
 * @see <a href="https://docs.docker.com/reference/api/engine/">Docker Engine API</a>
 */
record EngineSocket(Path socket) {
  /** As {@link #ask(String, String, Map)}, without headers. */
  PlainRequest.Answer ask(String method, String path) throws IOException {
    return ask(method, path, Map.of());
  }

  /** As {@link PlainRequest#send}, without a body. */
  PlainRequest.Answer ask(String method, String path, Map<String, String> headers)
      throws IOException {
    return send(new PlainRequest(method, path, headers, ""));
  }

  /** As {@link PlainRequest#send}. */
  PlainRequest.Answer send(PlainRequest request) throws IOException {
    return request.send(UnixDomainSocketAddress.of(socket));
  }
}
