package io.chaoschapters.safety.matrix;

import io.chaoschapters.run.ChapterResult;
import io.chaoschapters.runtime.process.Owner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;

/** What all kinds of tries do with a victim. */
final class Victims {
  /** Long: a machine with other work starts clusters, too. */
  static final Duration START_TAKES = Duration.ofSeconds(300);

  static final Duration FAULT_TAKES = Duration.ofSeconds(120);
  static final Duration END_TAKES = Duration.ofSeconds(300);

  /** The blow falls somewhere within this time after the injection. */
  static final Duration SOMEWHERE = Duration.ofMillis(250);

  private Victims() {}

  static Process start(List<String> command, Path folder) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output").toFile());
    builder.environment().put("TMPDIR", folder.resolve("tmp").toString());
    // For what Maven forks; Maven itself leaves a library behind when it is killed.
    Path own = Files.createDirectories(folder.resolve("maven"));
    builder.environment().put("JAVA_TOOL_OPTIONS", Workshop.frugal(folder.resolve("tmp")));
    builder.environment().put("MAVEN_OPTS", "-Djava.io.tmpdir=" + own);
    return builder.start();
  }

  static void awaitFault(Process victim, Cell cell, RunFiles files) throws Exception {
    await(
        "the fault",
        START_TAKES.plus(FAULT_TAKES),
        () -> !victim.isAlive() || files.count(ChapterResult.class) > 0,
        () -> files.count(cell.fault().begun()) > 0);
  }

  /** Waits for something that comes before the blow. */
  static void await(
      String what, Duration atMost, Patience.Condition over, Patience.Condition condition)
      throws Exception {
    try {
      Patience.await(
          what,
          atMost,
          () -> {
            if (over.holds()) {
              throw new MissedException("the victim or its chapter ended before " + what);
            }
            return condition.holds();
          });
    } catch (TimeoutException e) {
      throw new MissedException(e.getMessage());
    }
  }

  static ProcessHandle ownerOf(RunFiles files) throws IOException {
    return Owner.parse(files.owner())
        .flatMap(owner -> owner.process().find())
        .orElseThrow(() -> new IOException("the run has no owner"));
  }

  static void checkHit(Cell cell, RunFiles files) throws Exception {
    if (files.count(cell.fault().over()) > 0) {
      throw new MissedException("the fault was over before the blow");
    }
  }
}
