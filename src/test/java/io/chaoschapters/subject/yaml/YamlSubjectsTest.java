package io.chaoschapters.subject.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chaoschapters.chaos.experiment.ExperimentFile;
import io.chaoschapters.subject.Subject;
import io.chaoschapters.subject.installed.InvalidSubjectException;
import io.chaoschapters.subject.installed.SubjectSource;
import io.chaoschapters.subject.installed.Subjects;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where files of subjects are found. */
class YamlSubjectsTest {
  @TempDir private Path folder;

  @Test
  void fileInAFolder_isASubjectBesideThoseOfServices() throws Exception {
    write(folder, "shop.yaml", ShopFile.TEXT);

    with(
        List.of(folder),
        () ->
            assertThat(Subjects.all()).extracting(Subject::id).contains("shop", "toy").isSorted());
  }

  @Test
  void fileInAJar_isASubject() throws Exception {
    Path jar = folder.resolve("shop.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new JarEntry("subjects/"));
      out.putNextEntry(new JarEntry("subjects/shop.yaml"));
      out.write(ShopFile.TEXT.getBytes(StandardCharsets.UTF_8));
    }

    with(
        List.of(jar),
        () -> assertThat(Subjects.find("shop").title()).isEqualTo("A shop with two tills"));
  }

  @Test
  void twoFilesOfOneId_bothAreNamed() throws Exception {
    Path one = Files.createDirectory(folder.resolve("one"));
    Path two = Files.createDirectory(folder.resolve("two"));
    write(one, "shop.yaml", ShopFile.TEXT);
    write(two, "shop.yaml", ShopFile.TEXT);

    with(
        List.of(one, two),
        () ->
            assertThatThrownBy(Subjects::all)
                .isInstanceOf(InvalidSubjectException.class)
                .hasMessageContainingAll(
                    "Two subjects on the class path are called 'shop': ",
                    one.resolve("subjects/shop.yaml").toString(),
                    two.resolve("subjects/shop.yaml").toString(),
                    "Give one another id."));
  }

  @Test
  void fileOfTheIdOfAClass_bothAreNamed() throws Exception {
    write(folder, "toy.yaml", ShopFile.TEXT.replace("subject: shop", "subject: toy"));

    with(
        List.of(folder),
        () ->
            assertThatThrownBy(Subjects::all)
                .hasMessageContainingAll(
                    "Two subjects on the class path are called 'toy': ",
                    "io.chaoschapters.toy.ToySubject",
                    "subjects/toy.yaml"));
  }

  @Test
  void targetThatIsNotThereAndFaultThatNothingCouldSee_areToldWithoutAStart() throws Exception {
    write(folder, "shop.yaml", ShopFile.TEXT);
    Path chaos = Files.createDirectories(folder.resolve("chaos"));
    Files.writeString(
        chaos.resolve("shop.yaml"),
        """
        subject: shop
        experiments:
          chief-gone:
            description: x
            method: {fault: kill, target: chief, duration: 1s}
            expect: {anomaly: till down}
          till-gone:
            description: x
            method: {fault: kill, target: till-9, duration: 1s}
            expect: {anomaly: till down}
          till-cut-off:
            description: x
            method: {fault: partition, target: till-1, duration: 1s}
            expect: {anomaly: till down}
          till-late:
            description: x
            method: {fault: latency, target: till-1, delay: 1s, duration: 1s}
            expect: {anomaly: till down}
        """);

    with(
        List.of(folder),
        () ->
            assertThatThrownBy(() -> ExperimentFile.load(Subjects.find("shop")))
                .hasMessage(
                    "chaos/shop.yaml:9: unknown target 'till-9'; did you mean 'till-1'?"
                        + " (known: till-1, till-2, chief).\n"
                        + "chaos/shop.yaml:13: fault 'partition': nothing could see it on 'till-1';"
                        + " give that component (subjects/shop.yaml:4) a 'cut-off', such as a"
                        + " question of another one that no longer hears it."));
  }

  @Test
  void oneRootTwice_isOneSubject() throws Exception {
    write(folder, "shop.yaml", ShopFile.TEXT);
    URL root = folder.toUri().toURL();

    try (URLClassLoader parent = new URLClassLoader(new URL[] {root}, getClass().getClassLoader());
        URLClassLoader loader = new URLClassLoader(new URL[] {root}, parent)) {
      assertThat(new YamlSubjects().subjects(loader))
          .extracting(SubjectSource.Found::where)
          .containsExactly(folder.resolve("subjects/shop.yaml").toString());
    }
  }

  private static void write(Path root, String name, String text) throws IOException {
    Files.writeString(Files.createDirectories(root.resolve("subjects")).resolve(name), text);
  }

  private static void with(List<Path> roots, Callable<?> check) throws Exception {
    URL[] urls = new URL[roots.size()];
    for (int i = 0; i < urls.length; i++) {
      urls[i] = roots.get(i).toUri().toURL();
    }
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader loader = new URLClassLoader(urls, before)) {
      thread.setContextClassLoader(loader);
      check.call();
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
