package io.chaoschapters.runtime.docker.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chaoschapters.runtime.RuntimeFailureException;
import io.chaoschapters.runtime.docker.FakeEngine;
import io.chaoschapters.runtime.docker.engine.EngineSocket;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImagesTest {
  @TempDir Path folder;
  private FakeEngine engine;

  @AfterEach
  void end() throws IOException {
    engine.close();
  }

  private Images images(Duration pullWithin, String pullAnswer) throws IOException {
    Path socket = folder.resolve("e.sock");
    engine =
        new FakeEngine(
            socket,
            request ->
                request.startsWith("POST")
                    ? pullAnswer
                    : FakeEngine.json(request.contains("here:1") ? 200 : 404, "{}"));
    return new Images(
        new EngineSocket(socket),
        pullWithin,
        name -> name.replace("x:1", "mirror/x:1"),
        image -> Map.of());
  }

  @Test
  void imageThere_isNotPulled() throws IOException {
    assertThat(images(Duration.ofSeconds(5), "").get("here:1")).isEqualTo("here:1");
    assertThat(engine.asked).containsExactly("GET /images/here:1/json");
  }

  @Test
  void imageMissing_isPulledUnderItsSubstitute() throws IOException {
    Images images = images(Duration.ofSeconds(5), FakeEngine.json(200, "{\"status\":\"done\"}"));

    assertThat(images.get("x:1")).isEqualTo("mirror/x:1");
    assertThat(engine.asked).contains("POST /images/create?fromImage=mirror%2Fx&tag=1");
  }

  @Test
  void registryNotReached_namesTheImageAndTheWayOut() throws IOException {
    Images images =
        images(Duration.ofSeconds(5), FakeEngine.json(500, "{\"message\":\"no such host\"}"));

    assertThatThrownBy(() -> images.get("x:1"))
        .isInstanceOf(RuntimeFailureException.class)
        .hasMessageStartingWith(
            "Image mirror/x:1 (in place of x:1) is not here and cannot be pulled (no such host). Pull it by hand, or let Testcontainers use another name")
        .hasMessageEndingWith("or use -Druntime=local.");
  }

  @Test
  void pullBreaksOnTheWay_isNotTakenForDone() throws IOException {
    String body = "{\"status\":\"Pulling\"}\n{\"errorDetail\":{},\"error\":\"no space left\"}";
    Images images = images(Duration.ofSeconds(5), FakeEngine.json(200, body));

    assertThatThrownBy(() -> images.get("x:1"))
        .hasMessageContaining("is not here and cannot be pulled (no space left).");
  }

  @Test
  void pullHangs_givenUpInTime() throws IOException {
    Images images = images(Duration.ofSeconds(1), "");

    assertThatThrownBy(() -> images.get("x:1"))
        .isInstanceOf(RuntimeFailureException.class)
        .hasMessageStartingWith(
            "Image mirror/x:1 (in place of x:1) is not here and was not pulled within 1 s (setting pull-timeout).");
  }
}
