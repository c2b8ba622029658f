package io.chaoschapters.presenter;

import io.chaoschapters.run.FaultEvent;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
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
 * a fault and its traffic run, and the processor's time when nothing happens. Takes three minutes:
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
            "-Dorg.slf4j.simpleLogger.log.io.chaoschapters.presenter=debug");
    LiveProgram show =
        LiveProgram.open(folder, new LiveProgram.Start("ratelimiter", output, 200, 60, command));
    OperatingSystemMXBean machine = ManagementFactory.getOperatingSystemMXBean();
    out.printf(
        Locale.ROOT,
        "load of the machine           %.1f, with %d processors%n",
        machine.getSystemLoadAverage(),
        machine.getAvailableProcessors());
    try {
      show.tmux().awaitText("the cue to begin");
      out.printf(Locale.ROOT, "first frame after main        %s ms%n", firstFrame(output));
      idle(show, out, "first half minute at rest");
      // The compilers are not the stage: after two minutes they have little left to do.
      TimeUnit.MILLISECONDS.sleep(2 * IDLE.toMillis());
      idle(show, out, "fourth half minute at rest");
      show.tmux().press("Space");
      show.awaitEvents(FaultEvent.Witnessed.class, 1);
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
    double stage = stageNanos(show.pid());
    TimeUnit.MILLISECONDS.sleep(IDLE.toMillis());
    Duration used = program.info().totalCpuDuration().orElseThrow().minus(before);
    double percent = 100.0 * used.toMillis() / IDLE.toMillis();
    double ofIt = 100.0 * (stageNanos(show.pid()) - stage) / IDLE.toNanos();
    out.printf(Locale.ROOT, "%-29s %.1f %% of a core, the stage %.1f %%%n", what, percent, ofIt);
  }

  /** What the threads that draw and read keys have used, where Linux tells; else not a number. */
  private static double stageNanos(long pid) throws IOException {
    Path tasks = Path.of("/proc", Long.toString(pid), "task");
    if (!Files.isDirectory(tasks)) {
      return Double.NaN;
    }
    double nanos = 0;
    try (Stream<Path> threads = Files.list(tasks)) {
      for (Path thread : threads.toList()) {
        // The name is cut to 15 characters.
        if (Files.readString(thread.resolve("comm")).startsWith("chapters-stage-")) {
          nanos += Double.parseDouble(Files.readString(thread.resolve("schedstat")).split(" ")[0]);
        }
      }
    }
    return nanos;
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
        Locale.ROOT,
        "key to screen in a fault      median %d ms, most %d ms (with two calls of tmux)%n",
        sorted[KEYS / 2],
        sorted[KEYS - 1]);
  }
}
