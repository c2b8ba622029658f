package io.chaoschapters.metrics;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A real Prometheus as a child process of a test. */
final class PrometheusProcess implements AutoCloseable {

  private final Process process;
  private final URI uri;

  private PrometheusProcess(Process process, URI uri) {
    this.process = process;
    this.uri = uri;
  }

  static Optional<Path> onPath() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .map(folder -> Path.of(folder, "prometheus"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  static PrometheusProcess start(Path program, Path folder, String config) throws IOException {
    var log = folder.resolve("prometheus.log");
    var configFile = Files.writeString(folder.resolve("prometheus.yml"), config);
    int port = freePort();
    var command = new ArrayList<String>();
    command.add(program.toString());
    command.add("--config.file=" + configFile);
    command.add("--storage.tsdb.path=" + folder.resolve("data"));
    command.add("--web.listen-address=127.0.0.1:" + port);
    command.addAll(PrometheusConfig.QUERY_FLAGS);
    var process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    var started = new PrometheusProcess(process, URI.create("http://127.0.0.1:" + port));
    try {
      var client = started.client();
      await("Prometheus is ready")
          .atMost(Duration.ofSeconds(30))
          .pollInterval(Duration.ofMillis(50))
          .failFast("Prometheus has ended: " + log, () -> !process.isAlive())
          .until(client::isReady);
      return started;
    } catch (RuntimeException e) {
      started.close();
      throw new IllegalStateException(String.join("\n", lastLines(log)), e);
    }
  }

  PrometheusClient client() {
    return new PrometheusClient(uri, Duration.ofSeconds(10), 16 * 1024 * 1024);
  }

  @Override
  public void close() {
    process.destroy();
    process
        .onExit()
        .completeOnTimeout(process, 10, TimeUnit.SECONDS)
        .thenAccept(Process::destroyForcibly)
        .thenCompose(done -> process.onExit())
        .join();
  }

  private static List<String> lastLines(Path log) throws IOException {
    var lines = Files.readAllLines(log);
    return lines.subList(Math.max(0, lines.size() - 20), lines.size());
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
