package io.chaoschapters.fuzz;

import io.chaoschapters.subject.ParameterText;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs fuzzers, each in a process of its own and all at once, and prints what came of each.
 *
 * <p>Arguments: their names with commas between, or {@code all}; and for how long, such as {@code
 * 30m}. Ends with 1 when something was found. Jazzer must be on the class path (profile {@code
 * fuzz}).
 */
public final class Fuzz {
  private Fuzz() {}

  /** See the class. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    List<FuzzRun> runs = new ArrayList<>();
    try {
      Duration time = ParameterText.duration(arguments[1]);
      for (FuzzTarget target : FuzzTarget.named(arguments[0])) {
        runs.add(FuzzRun.start(target, time));
      }
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(2);
    }
    System.out.println("| fuzzer | seconds | executions | edges covered | findings |");
    System.out.println("| --- | ---: | ---: | ---: | ---: |");
    int findings = 0;
    for (FuzzRun run : runs) {
      FuzzRun.Outcome outcome = run.await();
      System.out.println(outcome.row());
      findings += outcome.findings();
    }
    System.exit(findings == 0 ? 0 : 1);
  }
}
