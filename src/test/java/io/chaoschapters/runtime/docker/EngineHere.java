package io.chaoschapters.runtime.docker;

import com.github.dockerjava.api.model.Container;
import io.chaoschapters.runtime.RuntimeFailureException;
import io.chaoschapters.runtime.docker.engine.Engine;
import io.chaoschapters.runtime.docker.engine.EngineAddress;
import io.chaoschapters.runtime.docker.engine.EngineCheck;
import io.chaoschapters.runtime.docker.engine.EngineClient;
import io.chaoschapters.runtime.docker.engine.EngineSocket;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** The engine of this machine, for tests that are skipped with a reason where there is none. */
final class EngineHere {
  private EngineHere() {}

  static Engine withImage(String image) {
    EngineAddress address = EngineAddress.find();
    Path socket = address.socket();
    Assumptions.assumeTrue(socket != null, address.problem());
    EngineCheck door = EngineCheck.probe(socket);
    Assumptions.assumeTrue(door.open(), door.words());
    Assumptions.assumeTrue(
        hasImage(socket, image), "image " + image + " is not here; run docker/build-local-images");
    try {
      return EngineClient.open(socket);
    } catch (RuntimeFailureException e) {
      return Assumptions.abort(e.getMessage());
    }
  }

  private static boolean hasImage(Path socket, String image) {
    try {
      return new EngineSocket(socket).ask("GET", "/images/" + image + "/json").isGood();
    } catch (IOException e) {
      return false;
    }
  }

  static List<Container> ofRun(Engine engine, String run) {
    return engine.ask(
        "list containers",
        client ->
            client
                .listContainersCmd()
                .withShowAll(true)
                .withLabelFilter(List.of(RunLabels.RUN + "=" + run))
                .exec());
  }
}
