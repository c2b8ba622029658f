package io.chaoschapters.presenter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * The newest run of each subject is read by every reader. The gate plays their chapters and then
 * asks for this: a folder may hold runs of an older version, which this one need not read.
 */
@EnabledIfSystemProperty(
    named = LatestRunsTest.RUNS,
    matches = ".+",
    disabledReason = "-Dread.runs=target/chapters names the runs to read")
class LatestRunsTest {
  static final String RUNS = "read.runs";

  @TempDir private Path draft;

  @TestFactory
  Stream<DynamicTest> latestRun_isReadByEveryReader() throws IOException {
    try (Stream<Path> subjects = Files.list(Path.of(System.getProperty(RUNS)))) {
      List<Path> played =
          subjects.filter(subject -> Files.exists(subject.resolve("latest/summary.json"))).toList();
      assertThat(played).isNotEmpty();
      return played.stream().map(this::test);
    }
  }

  private DynamicTest test(Path subject) {
    String name = subject.getFileName().toString();
    return DynamicTest.dynamicTest(
        name, () -> RunReaders.readAll(subject.resolve("latest"), draft.resolve(name)));
  }
}
