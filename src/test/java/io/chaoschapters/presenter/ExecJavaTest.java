package io.chaoschapters.presenter;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.journal.EventType;
import io.chaoschapters.runtime.support.ClassPath;
import io.chaoschapters.text.RootLocale;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A show in a JVM whose system class loader has no library, as under Maven's exec:java. */
class ExecJavaTest {
  private static final long AT_MOST_SECONDS = 120;

  @TempDir Path folder;

  /** With one or two processors, the JDK uses no common pool; with more, it does. */
  @ParameterizedTest
  @ValueSource(ints = {1, 4, 16})
  void theEmbeddedModel_answersWithAnyNumberOfProcessors(int processors) throws Exception {
    Path said = folder.resolve("said");
    Path output = folder.resolve("chapters");
    Process show =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:ActiveProcessorCount=" + processors,
                "-Dsubject=toy",
                "-Dmode=rehearse",
                "-Druntime=local",
                "-Dai=semantic",
                "-Dchapter=3",
                "-Dchapters.poll=50",
                "-Dchapters.output=" + output,
                "-cp",
                ClassPath.locationOf(IsolatedMain.class).toString(),
                IsolatedMain.class.getName(),
                ToyShow.classPath(folder),
                Main.class.getName())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    try {
      assertThat(show.waitFor(AT_MOST_SECONDS, TimeUnit.SECONDS)).as("it ended").isTrue();
    } finally {
      show.destroyForcibly();
    }

    assertThat(said).content().doesNotContain("cannot be loaded", "INFRASTRUCTURE ERROR");
    try (Stream<String> journal = Files.lines(output.resolve("toy/latest/journal.jsonl"))) {
      String answered = RootLocale.format("\"type\":\"%s\"", EventType.DIAGNOSIS_ANSWERED);
      assertThat(journal.filter(line -> line.contains(answered))).hasSize(1);
    }
  }
}
