package io.chaoschapters.safety.matrix;

import io.chaoschapters.journal.EventType;
import io.chaoschapters.runtime.support.Owner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** What all kinds of tries do with a victim. */
final class Victims {
  /** Long: a machine with other work starts clusters, too. */
  static final Duration START_TAKES = Duration.ofSeconds(300);

  static final Duration FAULT_TAKES = Duration.ofSeconds(60);
  static final Duration END_TAKES = Duration.ofSeconds(120);

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

  static void awaitFault(Process victim, RunFiles files) throws Exception {
    Patience.await(
        "the fault",
        START_TAKES.plus(FAULT_TAKES),
        () -> {
          if (!victim.isAlive()) {
            throw new IOException("the victim ended by itself, code " + victim.exitValue());
          }
          return files.count(EventType.FAULT_INJECTED) > 0;
        });
  }

  static ProcessHandle ownerOf(RunFiles files) throws IOException {
    return Owner.parse(files.owner())
        .flatMap(owner -> owner.process().find())
        .orElseThrow(() -> new IOException("the run has no owner"));
  }

  /** A burst is over with its last answer; its chapter waits until the burst's time is. */
  static void checkHit(Cell cell, RunFiles files) throws Exception {
    EventType over =
        cell.fault() == VictimFault.BURST ? EventType.RECOVERING : EventType.FAULT_ENDED;
    if (files.count(over) > 0) {
      throw new MissedException();
    }
  }
}
