package io.chaoschapters.diagnosis.semantic;

import com.sun.management.OperatingSystemMXBean;
import io.chaoschapters.diagnosis.Preparation;
import io.chaoschapters.diagnosis.evidence.Evidence;
import io.chaoschapters.diagnosis.semantic.embedding.MiniLmEncoder;
import io.chaoschapters.diagnosis.semantic.embedding.RememberingEncoder;
import io.chaoschapters.diagnosis.semantic.symptom.Calibration;
import io.chaoschapters.text.RootLocale;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Prints how long answers to all judged cases take: by the clock, and in processor time, which says
 * more on a machine that does other things as well. The yardstick is one sentence of twelve words.
 */
final class AnswerSpeed {
  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private static final int YARDSTICKS = 40;

  /** So few that their sentences are still known. */
  private static final int LAST = 30;

  private AnswerSpeed() {}

  public static void main(String[] args) throws IOException {
    MiniLmEncoder model = new MiniLmEncoder(Path.of("target/chapters/.cache"));
    SemanticDiagnoser diagnoser =
        new SemanticDiagnoser(
            new RememberingEncoder(model), Calibration.standard(), Weights.standard());
    diagnoser.load();
    System.out.println("resident with the model loaded: " + resident());
    List<Evidence> cases = JudgedCases.all().stream().map(c -> c.saved().evidence()).toList();
    List<String> yardsticks =
        IntStream.range(0, YARDSTICKS)
            .mapToObj(i -> i + " tells that the second store did not answer any more")
            .toList();
    time("one sentence", yardsticks, s -> {}, s -> model.encode(List.of(s)));
    Consumer<Evidence> warm =
        e -> diagnoser.warmUp(new Preparation(e.glossary(), Path.of(""), text -> {}));
    time("first answers", cases, warm, diagnoser::retrieve);
    System.out.println("resident after all systems: " + resident());
    List<Evidence> last = cases.subList(cases.size() - LAST, cases.size());
    time("the last of them again", last, warm, diagnoser::retrieve);
  }

  private static <T> void time(String what, List<T> of, Consumer<T> before, Consumer<T> run) {
    double[] clock = new double[of.size()];
    double[] processor = new double[of.size()];
    for (int i = 0; i < clock.length; i++) {
      before.accept(of.get(i));
      long start = System.nanoTime();
      long used = SYSTEM.getProcessCpuTime();
      run.accept(of.get(i));
      processor[i] = (SYSTEM.getProcessCpuTime() - used) / 1e6;
      clock[i] = (System.nanoTime() - start) / 1e6;
    }
    System.out.println(what + ": clock " + words(clock) + "; processor " + words(processor));
  }

  private static String words(double[] millis) {
    Arrays.sort(millis);
    return RootLocale.format(
        "median %.1f ms, 95th percentile %.1f ms, longest %.1f ms",
        millis[millis.length / 2], millis[(int) (0.95 * millis.length)], millis[millis.length - 1]);
  }

  private static String resident() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmRSS"))
        .map(line -> line.replaceAll("\\D+", "").toLowerCase(Locale.ROOT) + " KB")
        .findFirst()
        .orElse("unknown");
  }
}
