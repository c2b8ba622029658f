package io.chaoschapters.runtime.readiness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.chaoschapters.runtime.ComponentEndedException;
import io.chaoschapters.runtime.ComponentSpec;
import io.chaoschapters.runtime.ProcessProgram;
import io.chaoschapters.runtime.logs.ComponentLog;
import io.chaoschapters.runtime.logs.LastLines;
import io.chaoschapters.runtime.network.PortTakenException;
import io.chaoschapters.toy.ToyComponent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On what a real TiKV printed that may open too few files. */
class ReadinessTest {
  private static final String CAUSE =
      "[\"the maximum number of open file descriptors is too small, got 20000, expect greater or equal to 123880\"]";
  private static final Duration WITHIN = Duration.ofSeconds(20);

  @TempDir Path folder;
  private ComponentLog log;

  @BeforeEach
  void begin() {
    log = new ComponentLog("one", folder.resolve("one.log"));
  }

  /** A process that has ended; its log is read in a thread of its own. */
  private record Ended(Thread reader, int exitCode) implements Launched {
    @Override
    public boolean isAlive() {
      return false;
    }

    @Override
    public void awaitLog(Duration atMost) {
      try {
        reader.join(atMost.toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private Throwable failureAfter(InputStream printed) {
    return failureAfter(printed, 1);
  }

  private Throwable failureAfter(InputStream printed, int exitCode) {
    ComponentSpec spec =
        new ComponentSpec(
            "one",
            "store",
            List.of("client", "peer"),
            new ProcessProgram(place -> List.of("one"), Map.of()),
            null,
            component -> false,
            WITHIN);
    Launched child = new Ended(log.read(printed), exitCode);
    return catchThrowable(() -> new Readiness(spec, log).await(new ToyComponent("one"), child));
  }

  private static String recorded() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            ReadinessTest.class.getResourceAsStream("/tikv-real/fatal/nofile.stderr.txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void fatalLineIsTheLast_sentenceHoldsItWhole() throws IOException {
    assertThat(failureAfter(bytes(recorded())))
        .isInstanceOf(ComponentEndedException.class)
        .hasMessageMatching(
            "(?s)Component 'one' \\(store\\) ended with exit code 1 before it was ready: it said: [^\\n]*"
                + Pattern.quote(CAUSE)
                + ".*");
  }

  @Test
  void moreIsPrintedAfterTheFatalLine_sentenceHoldsItAllTheSame() throws IOException {
    assertThat(failureAfter(bytes(recorded() + "[INFO] [mod.rs:1] [\"goodbye\"]\n".repeat(100))))
        .hasMessageContaining("it said: ")
        .hasMessageContaining(CAUSE);
  }

  @Test
  void lastLineComesSecondsAfterTheEnd_isWaitedFor() throws IOException {
    assertThat(failureAfter(new Late(recorded(), Duration.ofMillis(2_500))))
        .hasMessageContaining(CAUSE);
  }

  /** As from a busy engine: all but the last line at once, and that one later. */
  private static final class Late extends InputStream {
    private final InputStream early;
    private final InputStream last;
    private final long lateUntil;

    Late(String text, Duration by) {
      int end = text.stripTrailing().lastIndexOf('\n') + 1;
      this.early = bytes(text.substring(0, end));
      this.last = bytes(text.substring(end));
      this.lateUntil = System.nanoTime() + by.toNanos();
    }

    @Override
    public int read() throws IOException {
      throw new IOException("only read in blocks");
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
      int count = early.read(into, from, most);
      if (count >= 0) {
        return count;
      }
      LockSupport.parkNanos(Math.max(0, lateUntil - System.nanoTime()));
      return last.read(into, from, most);
    }
  }

  @Test
  void noLineNamesACause_lastLinesAreShown() {
    assertThat(failureAfter(bytes("one\ntwo\n")))
        .hasMessageContaining("find the cause in its log")
        .hasMessageEndingWith("one\n  two");
  }

  @Test
  void programThatGoesOnInTheBackground_isToldToStay() {
    assertThat(failureAfter(bytes(""), 0))
        .hasMessageContaining(
            "ended with exit code 0 before it was ready: it has done its work, or")
        .hasMessageContaining("stays in the foreground");
  }

  /** As the flag package of Go does it, with exit code 0 or 2. */
  @ParameterizedTest
  @ValueSource(ints = {0, 2})
  void usageTextAfterAWrongOption_isToldWithTheLineBeforeIt(int exitCode) {
    String options = "    -x, --some <thing>   an option, or the unknown\n".repeat(80);
    String said = "server: flag provided but not defined: -cluster_nam";

    assertThat(failureAfter(bytes(said + "\nUsage: server [options]\n" + options), exitCode))
        .hasMessageContaining("printed how it is used")
        .hasMessageContaining("it said: " + said)
        .hasMessageContaining("  " + said + "\n  Usage: server [options]\n")
        .hasMessageNotContaining("--nodaemon");
  }

  @Test
  void usageTextWithoutAComplaint_isToldWithItsFirstLines() {
    assertThat(failureAfter(bytes("server 1.2\nusage: server FILE\n" + "  more\n".repeat(40)), 0))
        .hasMessageContaining("an option in its command is wrong or missing")
        .hasMessageContaining("server 1.2\n  usage: server FILE")
        .hasMessageNotContaining("--nodaemon");
  }

  @Test
  void portThatIsTaken_isToldWithWhatTheProgramSaidOfIt() {
    assertThat(failureAfter(bytes("listen tcp :15299: bind: address already in use\n")))
        .isInstanceOf(PortTakenException.class)
        .hasMessageContaining("it said: listen tcp :15299: bind: address already in use")
        .hasMessageContaining("write {port.client} or {port.peer} there");
  }

  @Test
  void worstWord_isTheCause() {
    List<String> lines =
        List.of("[ERROR] disk is slow", "[FATAL] disk is full", "[ERROR] could not say goodbye");

    assertThat(new LastLines(lines).causes()).containsExactly("[FATAL] disk is full");
  }

  /** One that does not end is told with its lines alone. */
  @Test
  void causeIsFarFromTheEnd_isAmongTheLinesThatAreShown() {
    List<String> lines = new ArrayList<>(List.of("[FATAL] disk is full"));
    lines.addAll(Collections.nCopies(50, "[INFO] trying again"));

    assertThat(new LastLines(lines).shown()).hasSize(11).first().isEqualTo("[FATAL] disk is full");
  }
}
