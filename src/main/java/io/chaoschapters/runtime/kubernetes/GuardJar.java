package io.chaoschapters.runtime.kubernetes;

import io.chaoschapters.http.Connections;
import io.chaoschapters.http.LoopbackDirect;
import io.chaoschapters.runtime.kubernetes.guard.ClusterGuard;
import io.chaoschapters.runtime.kubernetes.relay.Relay;
import io.chaoschapters.runtime.support.TimeLimits;
import io.chaoschapters.waiting.DaemonThreads;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** The guard's program, as small as can be: it goes to the cluster in a ConfigMap. */
final class GuardJar {
  private static final String GUARD = ClusterGuard.class.getPackageName() + ".";
  private static final String RELAY = Relay.class.getPackageName() + ".";

  /** All that the program needs besides the JDK; a test runs it with nothing else. */
  private static final List<String> CLASSES =
      List.of(
          ClusterGuard.class.getName(),
          GUARD + "Orders",
          GUARD + "PodDoor",
          GUARD + "ServerDoor",
          GUARD + "ServerDoor$Answer",
          GUARD + "Watchman",
          Relay.class.getName(),
          RELAY + "Multiplexer",
          RELAY + "Passage",
          RELAY + "Wire",
          RELAY + "Wire$Frame",
          RELAY + "Wire$Kind",
          TimeLimits.class.getName(),
          DaemonThreads.class.getName(),
          Connections.class.getName(),
          LoopbackDirect.class.getName());

  private GuardJar() {}

  static byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JarOutputStream jar = new JarOutputStream(bytes)) {
      for (String name : CLASSES) {
        String file = name.replace('.', '/') + ".class";
        try (InputStream in = GuardJar.class.getClassLoader().getResourceAsStream(file)) {
          if (in == null) {
            throw new IllegalStateException(file + " is not on the class path");
          }
          jar.putNextEntry(new JarEntry(file));
          in.transferTo(jar);
          jar.closeEntry();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The guard's program could not be packed", e);
    }
    return bytes.toByteArray();
  }
}
