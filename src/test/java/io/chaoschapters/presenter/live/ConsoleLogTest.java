package io.chaoschapters.presenter.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

@ResourceLock(Resources.SYSTEM_OUT)
@ResourceLock(Resources.SYSTEM_ERR)
class ConsoleLogTest {
  @TempDir Path folder;

  @Test
  void whatIsPrintedMeanwhile_isKeptWithTheRunAndTheStreamsArePutBack() {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ConsoleLog log = ConsoleLog.begin(folder.resolve("subject"));
    System.out.println("a line");
    System.err.println("a warning");

    log.end(folder.toString());

    assertThat(System.out).isSameAs(out);
    assertThat(System.err).isSameAs(err);
    assertThat(folder.resolve("console.log")).content().contains("a line", "a warning");
    assertThat(folder.resolve("subject")).isEmptyDirectory();
  }

  @Test
  void nothingPrinted_leavesNoFile() throws IOException {
    ConsoleLog log = ConsoleLog.begin(folder);

    log.end(folder.toString());

    assertThat(folder).isEmptyDirectory();
  }
}
