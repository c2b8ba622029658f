package io.chaoschapters.runtime.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chaoschapters.runtime.RuntimeFailureException;
import io.chaoschapters.runtime.process.ChildJvm;
import io.chaoschapters.runtime.process.ClassPath;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

class ClassPathTest {
  @TempDir Path folder;

  @Test
  void systemClassLoader_pathIsThatOfTheJvm() {
    assertThat(ClassPath.of(ClassPathTest.class))
        .contains(ClassPath.locationOf(ClassPathTest.class), ClassPath.locationOf(Guard.class))
        .allMatch(Path::isAbsolute);
  }

  @Test
  void ownClassLoader_pathIsThatOfTheLoader() throws Exception {
    Path classes = ClassPath.locationOf(TinyService.class);
    URL[] urls = {classes.toUri().toURL(), folder.resolve("other.jar").toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader())) {
      Class<?> type = loader.loadClass(TinyService.class.getName());

      assertThat(ClassPath.of(type, "launcher.jar"))
          .containsExactly(classes, folder.resolve("other.jar").toAbsolutePath());
    }
  }

  @Test
  void ownClassLoaderBelowTheSystemOne_pathsAreJoined() throws Exception {
    URL[] urls = {folder.resolve("plugin.jar").toUri().toURL()};
    try (URLClassLoader loader =
        new URLClassLoader(urls, ClassLoader.getSystemClassLoader()) {
          @Override
          protected Class<?> findClass(String name) throws ClassNotFoundException {
            try (var in =
                ClassLoader.getSystemResourceAsStream(name.replace('.', '/') + ".class")) {
              byte[] bytes = in.readAllBytes();
              return defineClass(
                  name, bytes, 0, bytes.length, TinyService.class.getProtectionDomain());
            } catch (IOException e) {
              throw new ClassNotFoundException(name, e);
            }
          }

          @Override
          public Class<?> loadClass(String name) throws ClassNotFoundException {
            return name.equals(TinyService.class.getName())
                ? findClass(name)
                : super.loadClass(name);
          }
        }) {
      Class<?> type = loader.loadClass(TinyService.class.getName());

      assertThat(ClassPath.of(type, "launcher.jar"))
          .containsExactly(
              folder.resolve("plugin.jar").toAbsolutePath(),
              Path.of("launcher.jar").toAbsolutePath());
    }
  }

  @Test
  void classWithoutFile_refusedWithSentence() {
    assertThatThrownBy(() -> ClassPath.of(String.class))
        .isInstanceOf(RuntimeFailureException.class)
        .hasMessageStartingWith("java.lang.String cannot run in a child process");
  }

  @Test
  void folderWithSpacesAndQuotes_childJvmFindsItsClass() throws Exception {
    Path odd = Files.createDirectory(folder.resolve("a \"b\" \\c"));
    List<String> command = new ArrayList<>(ChildJvm.command(TinyService.class, odd));
    command.addAll(List.of("0", "exit"));
    Process child = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(child.getInputStream().readAllBytes(), UTF_8);

    assertThat(child.waitFor()).as(said).isEqualTo(3);
  }

  @Test
  void jvmArgumentsGiven_replaceTheDefaults() {
    List<String> command =
        ChildJvm.command(TinyService.class, folder, "-Xmx32m", "-XX:+UseParallelGC");

    assertThat(command)
        .contains("-Xmx32m", "-XX:+UseParallelGC", "-XX:TieredStopAtLevel=1")
        .doesNotContain("-Xmx96m", "-XX:+UseSerialGC");
  }

  @Test
  @ResourceLock(Resources.SYSTEM_PROPERTIES)
  void usersListOfNonProxyHosts_isGivenToChildrenWithLoopbackInIt() {
    String http = System.getProperty("http.nonProxyHosts");
    try {
      System.clearProperty("http.nonProxyHosts");
      assertThat(ChildJvm.command(TinyService.class, folder))
          .noneMatch(word -> word.startsWith("-Dhttp.nonProxyHosts"));
      System.setProperty("http.nonProxyHosts", "");
      assertThat(ChildJvm.command(TinyService.class, folder))
          .contains("-Dhttp.nonProxyHosts=localhost|127.*|[::1]");
      System.setProperty("http.nonProxyHosts", "*.example");
      assertThat(ChildJvm.command(TinyService.class, folder))
          .contains("-Dhttp.nonProxyHosts=*.example|localhost|127.*|[::1]");
    } finally {
      System.clearProperty("http.nonProxyHosts");
      if (http != null) {
        System.setProperty("http.nonProxyHosts", http);
      }
    }
  }
}
