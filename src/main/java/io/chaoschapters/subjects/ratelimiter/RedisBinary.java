package io.chaoschapters.subjects.ratelimiter;

import io.chaoschapters.runtime.RuntimeFailureException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import redis.embedded.RedisExecProvider;
import redis.embedded.util.Architecture;
import redis.embedded.util.OS;
import redis.embedded.util.OSDetector;

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
    String name = resourceName();
    Path program = folder.resolve(name);
    if (Files.isExecutable(program)) {
      return program;
    }
    try (InputStream in = RedisExecProvider.class.getResourceAsStream("/" + name)) {
      if (in == null) {
        throw new RuntimeFailureException(
            "The embedded-redis jar has no %s, so Redis cannot run on this platform. Use -Druntime=docker, or Linux or macOS on x86-64 or arm64."
                .formatted(name));
      }
      Files.createDirectories(folder);
      Files.copy(in, program);
      Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
      return program;
    } catch (IOException e) {
      throw new RuntimeFailureException(
          "Cannot write redis-server to %s: %s. Is there free disk space?"
              .formatted(program, e.getMessage()),
          e);
    }
  }

  private static String resourceName() {
    OS system = OSDetector.getOS();
    if (system == OS.WINDOWS) {
      throw new RuntimeFailureException(
          "redis-server does not run on Windows. Run this in WSL, or use -Druntime=docker.");
    }
    String os = system == OS.MAC_OS_X ? "darwin" : "linux";
    Architecture architecture = OSDetector.getArchitecture();
    String cpu =
        switch (architecture) {
          case x86_64 -> "amd64";
          case arm64 -> "arm64";
          case x86 -> "386";
        };
    return "redis-server-%s-%s-%s".formatted(VERSION, os, cpu);
  }
}
