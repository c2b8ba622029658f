package io.chaoschapters.agent.bridge;

import io.chaoschapters.runtime.process.ChildJvm;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * Puts a few classes into a jar of their own, so that a command line which an agent sees names
 * nothing of this project.
 */
final class SmallJar {
  private SmallJar() {}

  /**
   * Writes the jar, and returns the command that runs it.
   *
   * @param parts names of all classes that it needs besides the JDK; a JVM checks a class as a
   *     whole
   */
  static List<String> command(Path jar, Class<?> main, List<String> parts) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, main.getName());
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest)) {
      add(main.getName(), out);
      for (String part : parts) {
        add(part, out);
      }
    }
    List<String> command = new ArrayList<>(List.of(ChildJvm.program(), "-Xmx32m"));
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData"));
    command.addAll(List.of("-jar", jar.toString()));
    return command;
  }

  private static void add(String type, JarOutputStream out) throws IOException {
    String name = type.replace('.', '/') + ".class";
    try (InputStream in = SmallJar.class.getResourceAsStream("/" + name)) {
      if (in == null) {
        throw new IOException("The class path lacks " + name);
      }
      out.putNextEntry(new JarEntry(name));
      in.transferTo(out);
    }
  }
}
