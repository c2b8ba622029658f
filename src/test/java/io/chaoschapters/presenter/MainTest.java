package io.chaoschapters.presenter;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.settings.Settings;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ResourceLock(Resources.SYSTEM_PROPERTIES)
class MainTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private String name = "chapters.none";
  private @Nullable String before;

  @AfterEach
  void putBack() {
    if (before == null) {
      System.clearProperty(name);
    } else {
      System.setProperty(name, before);
    }
    System.clearProperty("chapters.mode");
  }

  @ParameterizedTest
  @CsvSource({
    "subject, nosuch, No subject 'nosuch'",
    "chapter, 99, No chapter '99'",
    "chapter, one, No chapter 'one'",
    "mode, dance, Setting 'mode' cannot be 'dance'",
    "theme, pink, Setting 'theme' cannot be 'pink'",
    "runtime, moon, No runtime 'moon'",
    "ai, oracle, No diagnoser 'oracle'",
    "poll, soon, Setting 'poll' must be a whole number",
  })
  void mistakeInASetting_isOneSentenceAndExitCodeOne(String setting, String value, String sentence)
      throws Exception {
    set("chapters." + setting, value);

    assertThat(run()).isEqualTo(1);
    assertThat(text(err)).contains(sentence).hasLineCount(1);
    assertThat(text(out)).isEmpty();
  }

  @Test
  void replayOfNoFile_saysWhichFileIsMeant() throws Exception {
    System.setProperty("chapters.mode", "replay");
    set("chapters.show", "/no/such/show.cast");

    assertThat(run()).isEqualTo(1);
    assertThat(text(err)).contains("No recording '/no/such/show.cast'", "-Dshow=");
  }

  @Test
  void list_namesSubjectsChaptersAndDiagnosers() throws Exception {
    set("chapters.mode", "list");

    assertThat(run()).isZero();
    assertThat(text(out))
        .contains("subject ratelimiter: ", " 1  ", "diagnosers: always-wrong, ")
        .containsPattern("subject toy: .*\\R  no chapters on the class path");
  }

  @Test
  void check_looksAtEverySubjectAndStartsNothing() throws Exception {
    set("chapters.mode", "check");

    assertThat(run()).isZero();
    assertThat(text(out))
        .containsPattern("subject ratelimiter: .*\\R  nothing to mend")
        .containsPattern("subject tikv: .*\\R  nothing to mend");
  }

  private void set(String property, String value) {
    name = property;
    before = System.getProperty(property);
    System.setProperty(property, value);
  }

  private int run() throws Exception {
    return Main.run(
        Settings.ofProcess(),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        System.nanoTime());
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
