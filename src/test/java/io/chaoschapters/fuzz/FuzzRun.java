package io.chaoschapters.fuzz;

import io.chaoschapters.text.RootLocale;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One fuzzer at work. What it learns, finds and prints is in {@code target/fuzz/<name>}; a finding
 * is kept by moving its file to the fuzzer's inputs among the test resources.
 */
final class FuzzRun {
  private static final String FUZZER = "com.code_intelligence.jazzer.Jazzer";

  /** Where it is watched which inputs lead somewhere new: in us, and in what reads for us. */
  private static final String WATCHED =
      "io.chaoschapters.**:com.fasterxml.jackson.core.**:com.fasterxml.jackson.dataformat.**"
          + ":org.yaml.snakeyaml.**";

  /** Memory that a reader of bad input may use up. */
  private static final String HEAP = "-Xmx1g";

  private static final int SLOWEST_INPUT_SECONDS = 30;
  private static final int LARGEST_INPUT = 32 * 1024;
  private static final int MOST_FINDINGS = 20;

  private static final Pattern EXECUTIONS = Pattern.compile("number_of_executed_units: (\\d+)");
  private static final Pattern COVERED = Pattern.compile(" cov: (\\d+)");
  private static final Pattern DONE = Pattern.compile("Done (\\d+) runs in (\\d+) second");

  /** What came of it; -1 where the fuzzer did not say. */
  record Outcome(FuzzTarget target, long seconds, long executions, long covered, int findings) {
    String row() {
      return RootLocale.format(
          "| %s | %d | %d | %d | %d |", target.id(), seconds, executions, covered, findings);
    }
  }

  private final FuzzTarget target;
  private final Path folder;
  private final Process process;
  private final long startNanos = System.nanoTime();

  private FuzzRun(FuzzTarget target, Path folder, Process process) {
    this.target = target;
    this.folder = folder;
    this.process = process;
  }

  static FuzzRun start(FuzzTarget target, Duration time) throws IOException {
    Path folder = Path.of("target", "fuzz", target.id());
    Path learnt = Files.createDirectories(folder.resolve("corpus"));
    Path found = Files.createDirectories(folder.resolve("findings"));
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-cp",
                System.getProperty("java.class.path"),
                FUZZER,
                "--target_class=" + target.className(),
                "--instrumentation_includes=" + WATCHED,
                "--custom_hook_includes=" + WATCHED,
                "--keep_going=" + MOST_FINDINGS,
                "--reproducer_path=" + found,
                "-artifact_prefix=" + found + "/",
                "-max_total_time=" + time.toSeconds(),
                "-timeout=" + SLOWEST_INPUT_SECONDS,
                "-max_len=" + LARGEST_INPUT,
                "-print_final_stats=1",
                learnt.toString(),
                target.seeds().toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log.txt").toFile())
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    return new FuzzRun(target, folder, process);
  }

  Outcome await() throws IOException, InterruptedException {
    int code = process.waitFor();
    String log = Files.readString(folder.resolve("log.txt"), StandardCharsets.ISO_8859_1);
    int findings = findings();
    if (code != 0 && findings == 0) {
      throw new IOException(
          RootLocale.format(
              "The fuzzer '%s' ended with %d and without a finding; its log is %s.",
              target.id(), code, folder.resolve("log.txt")));
    }
    long measured = Duration.ofNanos(System.nanoTime() - startNanos).toSeconds();
    long said = last(DONE, 2, log);
    return new Outcome(
        target,
        said < 0 ? measured : said,
        last(EXECUTIONS, 1, log),
        last(COVERED, 1, log),
        findings);
  }

  /** Files that an earlier run left count as well, until they are kept or thrown away. */
  private int findings() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("findings"))) {
      List<String> kinds = List.of("crash-", "timeout-", "oom-");
      return (int)
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> kinds.stream().anyMatch(name::startsWith))
              .count();
    }
  }

  private static long last(Pattern pattern, int group, String log) {
    long found = -1;
    Matcher matcher = pattern.matcher(log);
    while (matcher.find()) {
      found = Long.parseLong(matcher.group(group));
    }
    return found;
  }
}
