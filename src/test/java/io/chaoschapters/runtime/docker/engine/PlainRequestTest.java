package io.chaoschapters.runtime.docker.engine;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlainRequestTest {
  private static final PlainRequest REQUEST = new PlainRequest("POST", "/undo", Map.of(), "");

  /** Its connections are accepted by the operating system, and nobody reads from them. */
  @Test
  void nobodyAnswers_isGivenUpInTime() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      assertTimeoutPreemptively(
          Duration.ofSeconds(20),
          () ->
              assertThatThrownBy(
                      () -> REQUEST.send(silent.getLocalSocketAddress(), Duration.ofMillis(200)))
                  .isInstanceOf(IOException.class)
                  .hasMessage("no answer within 200 ms"));
    }
  }
}
