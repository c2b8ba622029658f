package io.chaoschapters.presenter;

import io.chaoschapters.journal.EventType;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * Measures the real stage in tmux: first frame after main, a key until the screen has changed while
 * a fault and its traffic run, and the processor's time when nothing happens. Takes two minutes:
 *
 * <pre>mvn -q test-compile exec:exec@stage-figures</pre>
 */
public final class StageFigures {
  private static final Pattern FIRST_FRAME = Pattern.compile("First frame ([0-9]+) ms");
  private static final int KEYS = 12;
  private static final Duration IDLE = Duration.ofSeconds(30);

  private StageFigures() {}

  /** Takes no arguments. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Path folder = Files.createTempDirectory("stage-figures");
    Path output = folder.resolve("out");
    String command =
        LiveProgram.java(
                System.getProperty("java.class.path"),
                output,
                "ratelimiter",
                "-Dchapter=8",
                "-Dorg.slf4j.simpleLogger.log.io.chaoschapters.presenter=debug")
            .replace("-XX:TieredStopAtLevel=1 ", "");
    LiveProgram show =
        LiveProgram.open(folder, new LiveProgram.Start("ratelimiter", output, 200, 60, command));
    try {
      show.tmux().awaitText("the cue to begin");
      out.printf("first frame after main        %s ms%n", firstFrame(output));
      idle(show, out, "first half minute at rest");
      idle(show, out, "second half minute at rest");
      show.tmux().press("Space");
      show.awaitEvents(EventType.FAULT_WITNESSED, 1);
      keys(show, out);
    } finally {
      show.close();
    }
  }

  private static String firstFrame(Path output) throws IOException {
    try (Stream<Path> files = Files.list(output)) {
      for (Path log : files.filter(file -> file.toString().endsWith(".log")).toList()) {
        Matcher found = FIRST_FRAME.matcher(Files.readString(log));
        if (found.find()) {
          return found.group(1);
        }
      }
    }
    return "unknown";
  }

  private static void idle(LiveProgram show, PrintStream out, String what)
      throws IOException, InterruptedException {
    ProcessHandle program = ProcessHandle.of(show.pid()).orElseThrow();
    Duration before = program.info().totalCpuDuration().orElseThrow();
    TimeUnit.MILLISECONDS.sleep(IDLE.toMillis());
    Duration used = program.info().totalCpuDuration().orElseThrow().minus(before);
    double percent = 100.0 * used.toMillis() / IDLE.toMillis();
    out.printf(Locale.ROOT, "%-29s %.1f %% of a core%n", what, percent);
  }

  private static void keys(LiveProgram show, PrintStream out)
      throws IOException, InterruptedException {
    List<Long> millis = new ArrayList<>();
    boolean frozen = false;
    for (int i = 0; i < KEYS; i++) {
      boolean wanted = !frozen;
      long pressed = System.nanoTime();
      show.tmux().press("f");
      Awaitility.await("the key's effect")
          .pollInSameThread()
          .pollDelay(Duration.ZERO)
          .pollInterval(Duration.ofMillis(1))
          .until(() -> show.tmux().screen().contains("FROZEN") == wanted);
      millis.add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - pressed));
      frozen = wanted;
    }
    long[] sorted = millis.stream().mapToLong(Long::longValue).sorted().toArray();
    out.printf(
        "key to screen in a fault      median %d ms, most %d ms (with two calls of tmux)%n",
        sorted[KEYS / 2], sorted[KEYS - 1]);
  }
}
