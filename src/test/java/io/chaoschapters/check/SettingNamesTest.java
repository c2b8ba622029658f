package io.chaoschapters.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingNamesTest {
  @TempDir private Path folder;

  @Test
  void nameOneEditFromAKnownOne_isToldWithThatOne() {
    assertThat(
            SettingNames.mistyped(
                List.of("trial", "chapters.pol", "subjcet", "ai.modle", "chapters.subject"),
                List.of("CHAPTERS_THEMES", "CHAPTERS_THEME")))
        .containsExactly(
            "There is no setting '-Dai.modle'; did you mean 'ai.model'?",
            "There is no setting '-Dchapters.pol'; did you mean 'chapters.poll'?",
            "There is no setting '-Dsubjcet'; did you mean 'subject'?",
            "There is no setting '-Dtrial'; did you mean 'trials'?",
            "There is no setting 'CHAPTERS_THEMES'; did you mean 'CHAPTERS_THEME'?");
  }

  @Test
  void namesOfOthers_areLeftAlone() {
    assertThat(
            SettingNames.mistyped(
                List.of(
                    "model",
                    "slow",
                    "ci",
                    "names",
                    "subset",
                    "kubernetes.master",
                    "ai.djl.offline",
                    "chapters.of.a.provider"),
                List.of("THEMES", "CHAPTERS_OF_A_PROVIDER")))
        .isEmpty();
  }

  @Test
  void nameInTheFile_isToldWithItsLine() throws Exception {
    Files.writeString(
        folder.resolve("chaos-chapters.properties"),
        """
        # subjcet=commented out \\
        theme=dark
        chapters.poll = 200
        ai.modle: a\\
          subjcet=of its value

        trial 3
        of.a.provider=x
        """);
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    URL[] urls = {folder.toUri().toURL()};
    try (URLClassLoader loader = new FileFirst(urls, before)) {
      thread.setContextClassLoader(loader);
      assertThatThrownBy(SettingNames::require)
          .hasMessage(
              """
              chaos-chapters.properties:3: There is no setting 'chapters.poll' in this file; did you mean 'poll'?
              chaos-chapters.properties:4: There is no setting 'ai.modle' in this file; did you mean 'ai.model'?
              chaos-chapters.properties:7: There is no setting 'trial' in this file; did you mean 'trials'?""");
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static final class FileFirst extends URLClassLoader {
    FileFirst(URL[] urls, ClassLoader parent) {
      super(urls, parent);
    }

    @Override
    public URL getResource(String name) {
      URL own = findResource(name);
      return own == null ? super.getResource(name) : own;
    }
  }

  @Test
  void shortNames_areOursOnlyInAProcessOfOurs() {
    System.setProperty("trialz", "3");
    try {
      SettingNames.require();
      assertThatThrownBy(SettingNames::requireShortOnesToo)
          .hasMessage("There is no setting '-Dtrialz'; did you mean 'trials'?");
    } finally {
      System.clearProperty("trialz");
    }
  }
}
