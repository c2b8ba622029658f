package io.chaoschapters.subjects.tikv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class ClientLogTest {
  @TempDir Path folder;

  @Test
  void whatTheClientAndItsGrpcSay_isInTheFileAndNotOnTheConsole() throws IOException {
    PrintStream console = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try (ClientLog log = ClientLog.in(folder)) {
      Logger.getLogger("org.tikv.shade.io.grpc.netty.Nothing").warning("too many pings");
      LoggerFactory.getLogger("org.tikv.common.Nothing").warn("{} retries", 3);
      log.failed("a write of b/1", new IllegalStateException("no leader"));
    } finally {
      System.setErr(console);
    }

    assertThat(Files.readString(folder.resolve(ClientLog.FILE)))
        .contains(
            "too many pings",
            "retries",
            "a write of b/1 failed",
            "IllegalStateException: no leader")
        .contains("WARNING org.tikv.common.Nothing - 3 retries");
    assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void closed_nothingMoreIsWritten() throws IOException {
    ClientLog.in(folder).close();
    Logger.getLogger("org.tikv.shade.io.grpc.netty.Nothing").fine("later");

    assertThat(folder.resolve(ClientLog.FILE)).isEmptyFile();
    try (var left = Files.list(folder)) {
      assertThat(left).hasSize(1);
    }
  }

  @Test
  void otherLoggers_areTheOnesOfTheProvider() {
    try (ClientLog log = ClientLog.in(folder)) {
      log.failed("nothing", new IllegalStateException());

      assertThat(LoggerFactory.getLogger("org.elsewhere.Nothing").getClass().getPackageName())
          .isEqualTo("org.slf4j.simple");
    }
  }
}
