package io.chaoschapters.presenter.mode;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.junit.ChapterPlan;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import org.junit.jupiter.api.Test;

class ChapterClassesTest {
  @Test
  void classPath_isSearchedAndSortedBySubject() {
    assertThat(ChapterClasses.all())
        .extracting(ChapterPlan::subject)
        .contains("ratelimiter")
        .isSortedAccordingTo(Comparator.naturalOrder());
    assertThat(ChapterClasses.all())
        .allSatisfy(plan -> assertThat(plan.type().getName()).endsWith("Chapters"));
  }

  @Test
  void classPathOfALoader_isSearchedInItsPlace() throws Exception {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    URL[] urls =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(ChapterClassesTest::url)
            .toArray(URL[]::new);
    try (URLClassLoader all = new URLClassLoader(urls, before);
        URLClassLoader none = new URLClassLoader(new URL[0], before)) {
      thread.setContextClassLoader(all);
      assertThat(ChapterClasses.all()).isNotEmpty();
      thread.setContextClassLoader(none);
      assertThat(ChapterClasses.all()).isEmpty();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static URL url(String entry) {
    try {
      return Path.of(entry).toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(entry, e);
    }
  }
}
