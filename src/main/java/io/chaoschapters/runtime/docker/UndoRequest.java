package io.chaoschapters.runtime.docker;

import io.chaoschapters.runtime.docker.engine.EngineSocket;
import io.chaoschapters.runtime.docker.engine.PlainRequest;
import io.chaoschapters.runtime.process.Guarded;
import io.chaoschapters.text.RootLocale;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;

/**
 * A request that undoes something that was done to a container. It may be sent more than once, and
 * does no harm where there is nothing to undo. The guard and the undo ledger know it as one word.
 *
 * @param address the engine, or a port of this machine's loopback
 * @param path what is posted to
 * @param body JSON without spaces, or empty
 */
record UndoRequest(String address, String path, String body) implements Guarded {
  private static final String ENGINE = "engine";
  private static final String BETWEEN = "|";

  /** Bounded, because a slow request delays everything else that has to be undone. */
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);

  /** Lets a paused container go on. */
  static UndoRequest unpause(String container) {
    return new UndoRequest(ENGINE, "/containers/" + container + "/unpause", "");
  }

  /** Takes a container back into a network, under the names that it had there. */
  static UndoRequest connect(String network, String container, Iterable<String> aliases) {
    return new UndoRequest(
        ENGINE,
        "/networks/" + network + "/connect",
        RootLocale.format(
            "{\"Container\":\"%s\",\"EndpointConfig\":{\"Aliases\":[\"%s\"]}}",
            container, String.join("\",\"", aliases)));
  }

  /** Posts to a port of this machine. */
  static UndoRequest local(int port, String path) {
    return new UndoRequest(Integer.toString(port), path, "");
  }

  static UndoRequest parse(String key) {
    String[] parts = key.split("[|]", -1);
    if (parts.length != 3) {
      throw new IllegalArgumentException(RootLocale.format("'%s' is no request", key));
    }
    return new UndoRequest(parts[0], parts[1], parts[2]);
  }

  @Override
  public String key() {
    return String.join(BETWEEN, address, path, body);
  }

  PlainRequest.Answer send(EngineSocket engine) throws IOException {
    PlainRequest request = new PlainRequest("POST", path, Map.of(), body);
    return address.equals(ENGINE)
        ? engine.send(request, ANSWER_WITHIN)
        : request.send(
            new InetSocketAddress(ContainerMaker.LOOPBACK, Integer.parseInt(address)),
            ANSWER_WITHIN);
  }
}
