package io.chaoschapters.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Descriptions are found in folders and in jars, as those that ship are in a jar for a user. */
class ResourceNamesTest {
  @TempDir Path folder;

  @Test
  void names_areThoseOfJarsAndFolders() throws IOException {
    Path jar = folder.resolve("with space.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (String name :
          new String[] {"agents/", "agents/a.yaml", "agents/b.txt", "other/c.yaml"}) {
        out.putNextEntry(new JarEntry(name));
      }
    }
    Path classes = Files.createDirectories(folder.resolve("classes"));
    Files.createDirectories(classes.resolve("agents"));
    Files.writeString(classes.resolve("agents/d.yaml"), "");
    URL[] path = {jar.toUri().toURL(), classes.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(path, null)) {
      assertThat(ResourceNames.in(loader, "agents/", ".yaml")).containsExactly("a", "d");
    }
  }
}
