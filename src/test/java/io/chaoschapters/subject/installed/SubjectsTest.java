package io.chaoschapters.subject.installed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chaoschapters.subject.Subject;
import io.chaoschapters.toy.ToySubject;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubjectsTest {
  @Test
  void subjectOfSomebodysOwn_isFoundById() {
    assertThat(Subjects.find("toy")).isInstanceOf(ToySubject.class);
    assertThat(Subjects.all()).extracting(Subject::id).contains("toy").isSorted();
  }

  @Test
  void unknownId_listsTheKnown() {
    assertThatThrownBy(() -> Subjects.find("Toy"))
        .isInstanceOf(UnknownSubjectException.class)
        .hasMessageContainingAll("No subject 'Toy' (known: ", "toy", "-Dsubject=<id>");
  }

  @Test
  void servicesFileNamesAClassThatIsNotThere_isOneSentenceWithTheWayOut(@TempDir Path folder)
      throws Exception {
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.writeString(services.resolve(Subject.class.getName()), "example.Gone\n");
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, before)) {
      thread.setContextClassLoader(loader);
      assertThatThrownBy(Subjects::all)
          .isInstanceOf(InvalidSubjectException.class)
          .hasMessageContainingAll(
              "A subject on the class path cannot be loaded",
              "example.Gone",
              "Correct META-INF/services/io.chaoschapters.subject.Subject");
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
