package io.chaoschapters.agent.bridge;

import io.chaoschapters.http.Connections;
import io.chaoschapters.http.SimpleRequest;
import io.chaoschapters.runtime.process.ChildJvm;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/**
 * Puts the bridge into a jar of its own, so that the command line which an agent is given names
 * nothing of this project.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class BridgeJar {
  /** All that it needs besides the JDK; a JVM checks a class as a whole. */
  private static final List<String> PARTS =
      Stream.of(
              Bridge.class.getName(),
              Connections.class.getName(),
              Connections.class.getName().replace("Connections", "LoopbackDirect"),
              SimpleRequest.class.getName(),
              SimpleRequest.Answer.class.getName(),
              SimpleRequest.TooLongException.class.getName())
          .map(name -> name.replace('.', '/'))
          .toList();

  private BridgeJar() {}

  /** Writes the jar, and returns the command that runs it. */
  public static List<String> command(Path folder, String url) throws IOException {
    Path jar = folder.resolve("tools.jar");
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Bridge.class.getName());
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest)) {
      for (String part : PARTS) {
        add(part + ".class", out);
      }
    }
    return List.of(
        ChildJvm.program(), "-Xmx32m", "-XX:TieredStopAtLevel=1", "-jar", jar.toString(), url);
  }

  private static void add(String name, JarOutputStream out) throws IOException {
    try (InputStream in = Bridge.class.getResourceAsStream("/" + name)) {
      if (in == null) {
        throw new IOException("The class path lacks " + name);
      }
      out.putNextEntry(new JarEntry(name));
      in.transferTo(out);
    }
  }
}
