package io.chaoschapters.subjects.ratelimiter;

import io.chaoschapters.runtime.RuntimeFailureException;
import io.chaoschapters.text.Failure;
import io.chaoschapters.text.RootLocale;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import redis.embedded.RedisExecProvider;

/** The real redis-server that the embedded-redis jar carries for this platform. */
final class RedisBinary {
  private static final String VERSION = "7.0.15";

  private RedisBinary() {}

  /**
   * Copies the program into a folder, unless it is there.
   *
   * <p>The jar's own extraction leaves a folder under the system's temporary folder; a run leaves
   * nothing outside its own.
   */
  static Path extractTo(Path folder) {
    String name = resourceName(System.getProperty("os.name"), System.getProperty("os.arch"));
    Path program = folder.resolve(name);
    if (Files.isExecutable(program)) {
      return program;
    }
    try (InputStream in = RedisExecProvider.class.getResourceAsStream("/" + name)) {
      if (in == null) {
        throw new RuntimeFailureException(
            RootLocale.format(
                "The embedded-redis jar on the class path has no %s; use version 0.9.1 of org.signal:embedded-redis.",
                name));
      }
      Files.createDirectories(folder);
      Files.copy(in, program);
      Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
      return program;
    } catch (IOException e) {
      throw new RuntimeFailureException(
          RootLocale.format(
              "Cannot write redis-server to %s: %s. Is there free disk space?",
              program, Failure.words(e)),
          e);
    }
  }

  /**
   * The name of the program in the jar.
   *
   * @param system as in the system property {@code os.name}
   * @param processor as in the system property {@code os.arch}
   * @throws RuntimeFailureException when there is none for this platform
   */
  static String resourceName(String system, String processor) {
    String name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      throw new RuntimeFailureException(
          "redis-server does not run on Windows. Run this in WSL, or use -Druntime=docker.");
    }
    String os = name.startsWith("linux") ? "linux" : name.startsWith("mac") ? "darwin" : "";
    String cpu =
        switch (processor) {
          case "amd64", "x86_64" -> "amd64";
          case "aarch64", "arm64" -> "arm64";
          default -> "";
        };
    if (os.isEmpty() || cpu.isEmpty()) {
      throw new RuntimeFailureException(
          RootLocale.format(
              "The embedded-redis jar has no redis-server for %s on %s. Use -Druntime=docker, or Linux or macOS on x86-64 or arm64.",
              system, processor));
    }
    return RootLocale.format("redis-server-%s-%s-%s", VERSION, os, cpu);
  }
}
