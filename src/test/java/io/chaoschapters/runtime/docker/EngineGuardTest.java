package io.chaoschapters.runtime.docker;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.runtime.guard.GuardProgram;
import io.chaoschapters.runtime.guard.LastWords;
import io.chaoschapters.runtime.process.Detachment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineGuardTest {
  @TempDir Path run;

  @Test
  void engineIsGone_lastWordsAreSaidAllTheSame() throws Exception {
    Files.writeString(LastWords.of(run).prepared("summary.json"), "cut off");
    Path log = run.resolve("guard.log");
    String absent = run.resolve("absent.sock").toString();
    Process guard =
        new GuardProgram(
                Detachment.find(), EngineGuard.class, log, absent, "mark-1", run.toString())
            .start();

    guard.getOutputStream().close();

    assertThat(guard.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(guard.exitValue()).as("not everything was removed").isNotZero();
    assertThat(run.resolve("summary.json")).hasContent("cut off");
  }
}
