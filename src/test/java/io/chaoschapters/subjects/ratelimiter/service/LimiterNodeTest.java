package io.chaoschapters.subjects.ratelimiter.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LimiterNodeTest {

  @Test
  void redisDown_nodeIsReadyAllTheSameAndExitsWhenItsInputEnds() throws Exception {
    Process process =
        node("--node", "n1", "--mode", "batched", "--redis-port", "1", "--exit-with-parent");
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      assertThat(out.lines().anyMatch(line -> line.matches("READY port=\\d+"))).isTrue();
      process.getOutputStream().close();
      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isZero();
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void wrongOptions_exitsWithOneSentence() throws Exception {
    Process process = node("--node", "n1", "--mode", "eager");
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      assertThat(out.lines()).anyMatch(line -> line.contains("eager"));
      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(2);
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void portTaken_exitsWithOneSentence() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Process process = node("--node", "n1", "--port", Integer.toString(taken.getLocalPort()));
      try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
        assertThat(out.lines())
            .anyMatch(
                line ->
                    line.matches(
                        "The node could not start: .*already in use.*--port; port 0 is any free one.*"));
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(1);
      } finally {
        process.destroyForcibly();
      }
    }
  }

  private static Process node(String... options) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                LimiterNode.class.getName()));
    command.addAll(List.of(options));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }
}
