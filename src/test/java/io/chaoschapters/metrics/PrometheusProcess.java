package io.chaoschapters.metrics;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A real Prometheus as a child process of a test, on a port that it chooses itself. */
final class PrometheusProcess implements AutoCloseable {

  private static final Pattern LISTENING =
      Pattern.compile("msg=\"Listening on\" address=(127\\.0\\.0\\.1:\\d+)");

  private final Process process;
  private final Path log;

  private PrometheusProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
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
    var command = new ArrayList<String>();
    command.add(program.toString());
    command.add("--config.file=" + configFile);
    command.add("--storage.tsdb.path=" + folder.resolve("data"));
    command.add("--web.listen-address=127.0.0.1:0");
    command.addAll(PrometheusConfig.QUERY_FLAGS);
    var process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    var started = new PrometheusProcess(process, log);
    try {
      await("Prometheus is ready")
          .atMost(Duration.ofSeconds(30))
          .pollInterval(Duration.ofMillis(50))
          .failFast("Prometheus has ended", () -> !process.isAlive())
          .until(() -> started.address().isPresent() && started.client().isReady());
      return started;
    } catch (RuntimeException e) {
      started.close();
      throw new IllegalStateException("Prometheus did not start:\n" + Files.readString(log), e);
    }
  }

  PrometheusClient client() {
    return new PrometheusClient(address().orElseThrow(), Duration.ofSeconds(10), 16 * 1024 * 1024);
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

  private Optional<URI> address() {
    try {
      return LISTENING
          .matcher(Files.readString(log))
          .results()
          .map(found -> URI.create("http://" + found.group(1)))
          .findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
