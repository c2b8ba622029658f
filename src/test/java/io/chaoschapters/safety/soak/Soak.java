package io.chaoschapters.safety.soak;

import static org.awaitility.Awaitility.await;

import io.chaoschapters.subject.ParameterText;
import io.chaoschapters.text.RootLocale;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.awaitility.core.ConditionTimeoutException;

/**
 * Plays the chapters of a subject over and over in one JVM, looks at what it holds after each
 * round, and says whether anything grows.
 *
 * <p>Arguments: the subject, and for how long, such as {@code 1h}. What the rounds print is in
 * {@code target/soak/log.txt}, the samples in {@code target/soak/samples.csv}. Ends with 1 when a
 * figure grew or a chapter failed. Linux only, because it reads {@code /proc}.
 */
public final class Soak {
  private static final Path FOLDER = Path.of("target", "soak");
  private static final Duration TO_END = Duration.ofSeconds(20);

  private final PrintStream out = System.out;
  private final List<Sample> samples = new ArrayList<>();
  private final List<String> failures = new ArrayList<>();

  private Soak() {}

  /** See the class. */
  public static void main(String[] arguments) throws IOException {
    System.setProperty("subject", arguments[0]);
    System.setProperty("runtime", "local"); // its processes can be counted from here
    System.setProperty("chapters.output", FOLDER.resolve("chapters").toString());
    Files.createDirectories(FOLDER);
    System.exit(new Soak().soak(ParameterText.duration(arguments[1])) ? 0 : 1);
  }

  private boolean soak(Duration time) throws IOException {
    long end = System.nanoTime() + time.toNanos();
    long started = System.nanoTime();
    try (PrintStream log =
        new PrintStream(FOLDER.resolve("log.txt").toFile(), StandardCharsets.UTF_8)) {
      System.setOut(log);
      while (System.nanoTime() < end) {
        List<String> failed = Round.play();
        failed.forEach(
            line -> failures.add(RootLocale.format("round %d: %s", samples.size() + 1, line)));
        awaitEndOfProcesses();
        samples.add(Sample.take());
        writeSamples();
        out.printf(
            Locale.ROOT,
            "round %d after %d s: %s, %d failed%n",
            samples.size(),
            Duration.ofNanos(System.nanoTime() - started).toSeconds(),
            samples.get(samples.size() - 1),
            failed.size());
      }
    } finally {
      System.setOut(out);
    }
    return verdict(Duration.ofNanos(System.nanoTime() - started));
  }

  /** The guard of a run ends a moment after the run. */
  private static void awaitEndOfProcesses() {
    try {
      await().atMost(TO_END).until(() -> Sample.startedProcesses() == 0);
    } catch (ConditionTimeoutException e) {
      System.err.println("Processes are left after a round: " + e.getMessage());
    }
  }

  private void writeSamples() throws IOException {
    StringBuilder csv =
        new StringBuilder("round,heap,nonHeap,resident,threads,handles,processes\n");
    for (int i = 0; i < samples.size(); i++) {
      Sample s = samples.get(i);
      csv.append(
          RootLocale.format(
              "%d,%d,%d,%d,%d,%d,%d%n",
              i + 1, s.heap(), s.nonHeap(), s.resident(), s.threads(), s.handles(), s.processes()));
    }
    Files.writeString(FOLDER.resolve("samples.csv"), csv);
  }

  private boolean verdict(Duration took) {
    if (samples.size() < Figure.FEWEST_ROUNDS) {
      out.printf(
          Locale.ROOT,
          "%d rounds are too few for a verdict; it takes %d.%n",
          samples.size(),
          Figure.FEWEST_ROUNDS);
      return false;
    }
    out.println("| figure | start | middle | end | may grow by | flat |");
    out.println("| --- | ---: | ---: | ---: | ---: | --- |");
    boolean flat = true;
    for (Figure figure : Figure.values()) {
      out.printf(
          Locale.ROOT,
          "| %s | %d | %d | %d | %d | %s |%n",
          figure.label(),
          figure.atStart(samples),
          figure.inMiddle(samples),
          figure.atEnd(samples),
          figure.allowance(samples),
          figure.isFlat(samples) ? "yes" : "NO");
      flat &= figure.isFlat(samples);
    }
    failures.forEach(out::println);
    out.printf(
        Locale.ROOT,
        "%d rounds in %d s: %s, %d chapters failed.%n",
        samples.size(),
        took.toSeconds(),
        flat ? "flat" : "NOT flat",
        failures.size());
    return flat && failures.isEmpty();
  }
}
