package io.chaoschapters.run.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class LineFileTest {
  @TempDir Path folder;

  @Test
  void opened_restAfterTheWholeBytesIsCutOff() throws IOException {
    Path path = Files.writeString(folder.resolve("lines"), "one\ntw");
    try (LineFile file = LineFile.open(path, 4, () -> {})) {
      file.append("three", true);
    }

    assertThat(path).hasContent("one\nthree");
  }

  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "/dev/full is a disk that is always full")
  void diskIsFull_asksForRoomOnceAndFails() throws IOException {
    AtomicInteger asked = new AtomicInteger();
    try (LineFile file = LineFile.open(Path.of("/dev/full"), 0, asked::incrementAndGet)) {
      assertThatThrownBy(() -> file.append("one", false)).isInstanceOf(IOException.class);
    }

    assertThat(asked).hasValue(1);
  }

  /** The process may write no file longer than 1 KiB, and is told so in the middle of a line. */
  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "needs prlimit")
  void lineIsWrittenInPart_itIsTakenBack() throws IOException, InterruptedException {
    Path path = folder.resolve("lines");
    Process writer =
        new ProcessBuilder(
                "prlimit",
                "--fsize=1024",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:-UsePerfData",
                "-Xmx16m",
                "-cp",
                System.getProperty("java.class.path"),
                HundredLines.class.getName(),
                path.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output").toFile())
            .start();

    assertThat(writer.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(folder.resolve("output")).hasContent("refused 90");
    assertThat(Files.readString(path)).endsWith("x\n");
    assertThat(Files.readAllLines(path)).hasSize(10).allMatch(line -> line.length() == 100);
  }

  /** Tries to write a hundred lines of a hundred characters. */
  static final class HundredLines {
    private HundredLines() {}

    /** Takes the file; prints how many lines were refused. */
    public static void main(String[] arguments) throws IOException {
      int refused = 0;
      try (LineFile file = LineFile.open(Path.of(arguments[0]), 0, () -> {})) {
        for (int i = 0; i < 100; i++) {
          refused += isRefused(file) ? 1 : 0;
        }
      }
      System.out.println("refused " + refused);
    }

    private static boolean isRefused(LineFile file) {
      try {
        file.append("x".repeat(100), true);
        return false;
      } catch (IOException e) {
        return true;
      }
    }
  }
}
