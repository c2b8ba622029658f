package io.chaoschapters.runtime.docker.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.InternalServerErrorException;
import com.github.dockerjava.api.exception.NotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.testcontainers.utility.ResourceReaper;

/** The client of the engine is the boundary: it is all that is not real here. */
class EngineTest {
  private static final Path SOCKET = Path.of("engine.sock");

  @Test
  void engineHangs_saidInASentence() {
    Engine engine =
        engine(
            Duration.ofSeconds(1),
            (self, method, arguments) -> {
              new CountDownLatch(1).await();
              return null;
            });

    assertThatThrownBy(() -> engine.ask("list containers", DockerClient::listContainersCmd))
        .hasMessage(
            "Docker did not list containers within 1 s; the engine at engine.sock hangs or is overloaded.");
  }

  @Test
  void refusal_saidInTheEnginesOwnWords() {
    Engine engine =
        refusing(
            new InternalServerErrorException(
                "Status 500: {\"message\":\"No space left on device.\"}\n"));

    assertThatThrownBy(() -> engine.ask("list containers", DockerClient::listContainersCmd))
        .hasMessage("Docker could not list containers: No space left on device.");
  }

  @Test
  void notKnown_isEmptyWhereThatMayBe() {
    Engine engine = refusing(new NotFoundException("Status 404: {\"message\":\"No such one\"}"));

    assertThat(engine.askFor("look", DockerClient::listContainersCmd)).isEmpty();
  }

  @Test
  void engineGone_saidInASentence() {
    Engine engine = refusing(new IllegalStateException("Connection refused"));

    assertThatThrownBy(() -> engine.ask("list containers", DockerClient::listContainersCmd))
        .hasMessage(
            "Docker could not list containers: Connection refused. Does the engine at engine.sock still run?");
  }

  @Test
  void portTaken_isKnownByTheEnginesWords() {
    assertThat(
            EngineErrors.saysPortTaken(
                new InternalServerErrorException(
                    "Status 500: {\"message\":\"driver failed: Bind for 127.0.0.1:20000 failed: port is already allocated\"}")))
        .isTrue();
  }

  @Test
  void reapersImage_isTheOneOfTestcontainers() throws IOException {
    try (InputStream in = ResourceReaper.class.getResourceAsStream("RyukContainer.class")) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1))
          .contains(EngineClient.RYUK);
    }
  }

  private static Engine refusing(RuntimeException refusal) {
    return engine(
        Duration.ofSeconds(5),
        (self, method, arguments) -> {
          throw refusal;
        });
  }

  private static Engine engine(Duration within, InvocationHandler handler) {
    DockerClient client =
        (DockerClient)
            Proxy.newProxyInstance(
                DockerClient.class.getClassLoader(), new Class<?>[] {DockerClient.class}, handler);
    return new Engine(client, SOCKET, within);
  }
}
