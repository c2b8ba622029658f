package io.chaoschapters.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** A run for which the disk has no room: in a process that may write only small files. */
@DisabledOnOs(OS.WINDOWS)
class NoRoomTest {
  private static final int LARGEST_FILE_IN_HALF_KILOBYTES = 200;

  @Test
  void noRoomForTheRun_isSaidInOneSentenceAndTheProcessEnds() throws Exception {
    Process process = ofLimitedFiles();
    try (BufferedReader output = process.inputReader()) {
      String printed = output.lines().collect(Collectors.joining("\n"));
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).as(printed).isEqualTo(1);
      assertThat(printed)
          .containsPattern("There is too little room for a run in .*\\. Free some disk space\\.")
          .doesNotContain("CHAPTER");
    } finally {
      process.destroyForcibly();
    }
  }

  private static Process ofLimitedFiles() throws IOException {
    List<String> command = new ArrayList<>();
    command.addAll(
        List.of(
            "sh",
            "-c",
            "ulimit -f " + LARGEST_FILE_IN_HALF_KILOBYTES + "; exec \"$@\"",
            "sh",
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx128m",
            "-XX:-UsePerfData"));
    DemoRun.named("no-room").properties().forEach(command::add);
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), ToyProgram.class.getName()));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }
}
