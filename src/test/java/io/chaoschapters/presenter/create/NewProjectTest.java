package io.chaoschapters.presenter.create;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chaoschapters.chaos.experiment.ExperimentFile;
import io.chaoschapters.check.SubjectCheck;
import io.chaoschapters.presenter.Compiled;
import io.chaoschapters.presenter.mode.ShowFailedException;
import io.chaoschapters.settings.Settings;
import io.chaoschapters.subject.Subject;
import io.chaoschapters.subject.installed.Subjects;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code -Dmode=new} writes; the gate plays it with Maven. */
class NewProjectTest {
  @TempDir private Path folder;

  private String make(String name, Path directory) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    NewProject.make(
        Settings.of(Map.of("name", name, "directory", directory.toString())),
        new PrintStream(said, true, StandardCharsets.UTF_8));
    return said.toString(StandardCharsets.UTF_8);
  }

  @Test
  void project_compilesAndItsFilesHaveNoMistake() throws Exception {
    Path project = folder.resolve("parcel-orders-chaos");
    assertThat(make("parcel-orders", project))
        .startsWith("A new project is in " + project)
        .contains("mvn -f " + project.resolve("pom.xml") + " test");

    Path classes = Files.createDirectories(folder.resolve("classes"));
    List<Path> sources;
    try (Stream<Path> files = Files.walk(project)) {
      sources = files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
    assertThat(sources).hasSize(2);
    Compiled.into(classes, sources);
    check(classes, project.resolve("src/main/resources"));
  }

  private static void check(Path classes, Path resources) throws IOException {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    URL[] urls = {classes.toUri().toURL(), resources.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(urls, before)) {
      thread.setContextClassLoader(loader);
      Subject<?> subject = Subjects.find("parcel-orders");
      assertThat(SubjectCheck.of(subject))
          .satisfies(
              found -> assertThat(found.errors()).isEmpty(),
              found -> assertThat(found.warnings()).isEmpty());
      assertThat(ExperimentFile.load(subject, loader).experiments()).hasSize(2);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @Test
  void pom_namesTheVersionOfThisJar() throws IOException {
    make("orders", folder.resolve("new"));

    assertThat(folder.resolve("new/pom.xml"))
        .content()
        .containsPattern(
            "<artifactId>chaos-chapters</artifactId>\\s+<version>[0-9]+\\.[0-9.]+</version>")
        .doesNotContainPattern("@[a-zA-Z]+@")
        .contains(
            "${project.basedir}",
            "<failIfNoTests>true</failIfNoTests>",
            "<failIfNoTests>${failIfNoTests}<")
        .contains("test-compile exec:java@live");
  }

  @Test
  void folderWithSomethingInIt_isLeftAlone() throws IOException {
    Files.writeString(folder.resolve("mine.txt"), "mine");

    assertThatThrownBy(() -> make("orders", folder))
        .isInstanceOf(ShowFailedException.class)
        .hasMessage(
            "The folder %s is not empty, and nothing was written. Use -Ddirectory=<a new folder>.",
            folder);
    assertThat(folder).isDirectoryNotContaining("glob:**pom.xml");
  }

  @Test
  void nothingIsPublished_soWhatComesFirstIsToldAndStandsInTheWorkflow() throws IOException {
    assertThat(make("orders", folder.resolve("new")))
        .containsSubsequence("mvn install -DskipTests", "Play its chapters:");
    assertThat(folder.resolve("new/.github/workflows/chaos.yaml"))
        .content()
        .containsSubsequence("mvn install -DskipTests", "mvn -B -ntp test");
  }

  @Test
  void nameThatIsMissing_isToldAsThat() {
    assertThatThrownBy(() -> make("", folder.resolve("new")))
        .isInstanceOf(ShowFailedException.class)
        .hasMessageStartingWith("-Dname is missing.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Orders", "my orders", "../orders", "1st", "orders-"})
  void nameThatCannotBeOne_isToldWithWhatCan(String name) {
    assertThatThrownBy(() -> make(name, folder.resolve("new")))
        .isInstanceOf(ShowFailedException.class)
        .hasMessageContaining("'" + name + "' cannot be the name of a subject.")
        .hasMessageContaining("-Dname=orders");
    assertThat(folder.resolve("new")).doesNotExist();
  }
}
