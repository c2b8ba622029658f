package io.chaoschapters.runtime.kubernetes;

import io.chaoschapters.http.BoundedBody;
import io.chaoschapters.http.Connections;
import io.chaoschapters.http.LoopbackDirect;
import io.chaoschapters.http.SimpleRequest;
import io.chaoschapters.runtime.guard.TimeLimits;
import io.chaoschapters.runtime.kubernetes.guard.ClusterGuard;
import io.chaoschapters.runtime.kubernetes.relay.Relay;
import io.chaoschapters.runtime.process.ClassPath;
import io.chaoschapters.text.Failure;
import io.chaoschapters.text.RootLocale;
import io.chaoschapters.text.Shorten;
import io.chaoschapters.waiting.DaemonThreads;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * The programs of the guard's pod, as small as can be: they go to the cluster in a ConfigMap, which
 * can hold one mebibyte.
 */
final class GuardJar {
  /** With what is nested in them. */
  private static final List<Class<?>> CLASSES =
      List.of(
          TimeLimits.class,
          DaemonThreads.class,
          BoundedBody.class,
          Connections.class,
          LoopbackDirect.class,
          SimpleRequest.class,
          Failure.class,
          RootLocale.class,
          Shorten.class);

  /** With all that is in their packages. */
  private static final List<Class<?>> PROGRAMS = List.of(ClusterGuard.class, Relay.class);

  private GuardJar() {}

  static byte[] bytes() {
    Path location = ClassPath.locationOf(ClusterGuard.class);
    try {
      if (Files.isDirectory(location)) {
        return pack(location);
      }
      try (FileSystem jar = FileSystems.newFileSystem(location)) {
        return pack(jar.getPath("/"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The guard's program could not be packed", e);
    }
  }

  private static byte[] pack(Path root) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JarOutputStream jar = new JarOutputStream(bytes);
        Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(one -> one.toString().endsWith(".class")).sorted().toList()) {
        String name = root.relativize(file).toString().replace('\\', '/');
        if (isNeeded(name)) {
          jar.putNextEntry(new JarEntry(name));
          jar.write(Files.readAllBytes(file));
          jar.closeEntry();
        }
      }
    }
    return bytes.toByteArray();
  }

  private static boolean isNeeded(String file) {
    return CLASSES.stream()
            .map(type -> type.getName().replace('.', '/'))
            .anyMatch(name -> file.equals(name + ".class") || file.startsWith(name + "$"))
        || PROGRAMS.stream()
            .map(type -> type.getPackageName().replace('.', '/') + "/")
            .anyMatch(file::startsWith);
  }
}
