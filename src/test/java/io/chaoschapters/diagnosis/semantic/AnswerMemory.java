package io.chaoschapters.diagnosis.semantic;

import io.chaoschapters.diagnosis.Preparation;
import io.chaoschapters.diagnosis.SavedCase;
import io.chaoschapters.diagnosis.evidence.Evidence;
import io.chaoschapters.diagnosis.semantic.embedding.MiniLmEncoder;
import io.chaoschapters.diagnosis.semantic.embedding.RememberingEncoder;
import io.chaoschapters.diagnosis.semantic.symptom.Calibration;
import io.chaoschapters.text.RootLocale;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Prints what the embedded diagnoser adds to a JVM that shows one system: before it is loaded,
 * after the first answer, and after many.
 */
final class AnswerMemory {
  private static final int MANY = 200;

  private AnswerMemory() {}

  public static void main(String[] args) throws IOException {
    List<SavedCase> cases = SavedCase.of("docs/trials/evidence/ratelimiter");
    Evidence evidence = cases.get(0).evidence();
    print("before it is loaded");
    SemanticDiagnoser diagnoser =
        new SemanticDiagnoser(
            new RememberingEncoder(new MiniLmEncoder(Path.of("target/chapters/.cache"))),
            Calibration.standard(),
            Weights.standard());
    diagnoser.load();
    print("with the model loaded");
    diagnoser.warmUp(new Preparation(evidence.glossary(), Path.of(""), text -> {}));
    diagnoser.retrieve(evidence);
    print("after the first answer");
    for (int i = 0; i < MANY; i++) {
      diagnoser.retrieve(cases.get(i % cases.size()).evidence());
    }
    print("after " + MANY + " answers");
  }

  private static void print(String when) throws IOException {
    System.gc();
    long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    System.out.println(
        RootLocale.format("%s: resident %d MB, heap in use %d MB", when, resident(), heap >> 20));
  }

  private static long resident() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmRSS"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")) >> 10)
        .findFirst()
        .orElse(-1);
  }
}
