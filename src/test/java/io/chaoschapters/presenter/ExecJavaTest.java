package io.chaoschapters.presenter;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.run.DiagnosisEvent;
import io.chaoschapters.run.EventTypes;
import io.chaoschapters.runtime.process.ClassPath;
import io.chaoschapters.text.RootLocale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A show in a JVM whose system class loader has no library, as under Maven's exec:java. */
class ExecJavaTest {
  private static final long AT_MOST_SECONDS = 120;

  /** A digit that is not ASCII's, a decimal comma, or what Turkish makes of an i. */
  private static final String LOCALIZED = "(?![0-9])\\p{Nd}|[0-9],[0-9]+ (?:s|ms|%)\\b|[ıİ]";

  @TempDir Path folder;

  /** With one or two processors, the JDK uses no common pool; with more, it does. */
  @ParameterizedTest
  @ValueSource(ints = {1, 4, 16})
  void theEmbeddedModel_answersWithAnyNumberOfProcessors(int processors) throws Exception {
    play(Map.of(), "-Dai=semantic", "-XX:ActiveProcessorCount=" + processors);

    assertThat(said()).doesNotContain("cannot be loaded", "INFRASTRUCTURE ERROR");
    try (Stream<String> journal = Files.lines(run().resolve("journal.jsonl"))) {
      String answered =
          RootLocale.format("\"type\":\"%s\"", EventTypes.name(DiagnosisEvent.Answered.class));
      assertThat(journal.filter(line -> line.contains(answered))).hasSize(1);
    }
  }

  @Test
  void inTheCLocale_onlyAsciiIsPrinted() throws Exception {
    assertThat(play(Map.of("LC_ALL", "C"), "-Dai=toy")).isZero();
    assertThat(said()).isASCII().contains("+ PASS");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar-EG", "de-DE", "hi-IN-u-nu-deva", "tr-TR"})
  void inEveryLocale_filesAndNamesAreTheSame(String tag) throws Exception {
    Locale locale = Locale.forLanguageTag(tag);
    int code =
        play(
            Map.of(),
            "-Dai=toy",
            "-Drecord=true",
            "-Duser.language=" + locale.getLanguage(),
            "-Duser.country=" + locale.getCountry(),
            "-Duser.extensions=" + tag.replaceFirst("^[^-]+-[^-]+-?", ""));

    assertThat(code).isZero();

    assertThat(said()).contains("✓ PASS");
    assertThat(run().resolve("show.cast")).isRegularFile();
    assertThat(run().resolve("chapters/03-too-much-is-put-in/evidence.json")).isRegularFile();
    try (Stream<Path> written = Files.walk(run().toRealPath())) {
      for (Path file : written.toList()) {
        assertThat(file.toString()).isASCII();
        if (Files.isRegularFile(file) && !file.toString().endsWith(".bin")) {
          assertThat(Files.readString(file)).as(file.toString()).doesNotContainPattern(LOCALIZED);
        }
      }
    }
  }

  /** Plays one chapter and returns the exit code. */
  private int play(Map<String, String> environment, String... options) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(LiveProgram.flags());
    command.addAll(
        List.of(
            "-Dsubject=toy",
            "-Dmode=rehearse",
            "-Druntime=local",
            "-Dchapter=3",
            "-Dchapters.poll=50",
            "-Dchapters.output=" + folder.resolve("chapters")));
    command.addAll(List.of(options));
    command.addAll(
        List.of(
            "-cp",
            ClassPath.locationOf(IsolatedMain.class).toString(),
            IsolatedMain.class.getName(),
            ToyShow.classPath(folder),
            Main.class.getName()));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("said").toFile());
    builder.environment().putAll(environment);
    Process show = builder.start();
    try {
      assertThat(show.waitFor(AT_MOST_SECONDS, TimeUnit.SECONDS)).as("it ended").isTrue();
      return show.exitValue();
    } finally {
      show.destroyForcibly();
    }
  }

  private String said() throws IOException {
    return Files.readString(folder.resolve("said"));
  }

  private Path run() {
    return folder.resolve("chapters/toy/latest");
  }
}
