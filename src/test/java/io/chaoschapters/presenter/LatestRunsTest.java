package io.chaoschapters.presenter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The newest run of each subject is read by every reader. The gate has their chapters played. */
class LatestRunsTest {
  private static final Path CHAPTERS = Path.of("target", "chapters");

  @TempDir private Path draft;

  @TestFactory
  Stream<DynamicTest> latestRun_isReadByEveryReader() throws IOException {
    if (!Files.isDirectory(CHAPTERS)) {
      return Stream.empty();
    }
    try (Stream<Path> subjects = Files.list(CHAPTERS)) {
      return subjects
          .filter(subject -> Files.exists(subject.resolve("latest/summary.json")))
          .toList()
          .stream()
          .map(this::test);
    }
  }

  private DynamicTest test(Path subject) {
    String name = subject.getFileName().toString();
    return DynamicTest.dynamicTest(
        name, () -> RunReaders.readAll(subject.resolve("latest"), draft.resolve(name)));
  }
}
