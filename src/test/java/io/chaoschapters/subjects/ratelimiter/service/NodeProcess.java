package io.chaoschapters.subjects.ratelimiter.service;

import io.chaoschapters.runtime.process.ChildJvm;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** A node in a process of its own, with the memory that it has in a show, on a real store. */
final class NodeProcess implements AutoCloseable {
  private static final String READY = "READY port=";

  private final RedisServerFixture redis = RedisServerFixture.start();
  private final List<String> printed = new CopyOnWriteArrayList<>();
  private final Process process;
  private final int port;

  /** Starts one and waits until it serves; its files go into the folder. */
  NodeProcess(Path folder, String... options) {
    List<String> command = new ArrayList<>(ChildJvm.command(LimiterNode.class, folder));
    command.addAll(List.of("--node", "n1", "--redis-port", Integer.toString(redis.port())));
    command.addAll(List.of(options));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put(LimiterNode.PASSWORD_VARIABLE, RedisServerFixture.password());
    try {
      process = builder.start();
      BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
      String line = out.readLine();
      while (line != null && !line.startsWith(READY)) {
        printed.add(line);
        line = out.readLine();
      }
      if (line == null) {
        throw new IllegalStateException("The node did not start: " + printed);
      }
      port = Integer.parseInt(line.substring(READY.length()));
      Thread reader = new Thread(() -> out.lines().forEach(printed::add), "node-output");
      reader.setDaemon(true);
      reader.start();
    } catch (IOException e) {
      throw new UncheckedIOException("The node did not start", e);
    }
  }

  InetSocketAddress address() {
    return new InetSocketAddress("127.0.0.1", port);
  }

  URI uri(String pathAndQuery) {
    return URI.create("http://127.0.0.1:" + port + pathAndQuery);
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** What it printed since it was ready. */
  List<String> printed() {
    return printed;
  }

  /** The memory that its process ever had at most, in MiB; unknown where there is no /proc. */
  OptionalLong peakMemory() throws IOException {
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    if (!Files.exists(status)) {
      return OptionalLong.empty();
    }
    try (Stream<String> lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
          .findFirst();
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
    redis.close();
  }
}
