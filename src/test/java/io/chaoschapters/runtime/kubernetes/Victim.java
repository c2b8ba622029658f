package io.chaoschapters.runtime.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.runtime.Component;
import io.chaoschapters.runtime.ComponentRuntime;
import io.chaoschapters.runtime.ComponentSpec;
import io.chaoschapters.runtime.ComponentState;
import io.chaoschapters.runtime.RuntimeContext;
import io.chaoschapters.runtime.process.ChildJvm;
import io.chaoschapters.waiting.Progress;
import io.chaoschapters.waiting.Wait;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A run that does something to a component and is killed in the middle of it. */
final class Victim {
  private static final Duration LONG = Duration.ofMinutes(10);

  private Victim() {}

  /** Starts such a run, and kills it once its fault is there. */
  static void killInTheMiddle(
      Path folder, String namespace, String fault, String attach, String engine)
      throws IOException {
    Process victim =
        new ProcessBuilder(
                List.of(
                    ChildJvm.program(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    Victim.class.getName(),
                    namespace,
                    folder.toString(),
                    fault,
                    attach,
                    engine))
            .redirectErrorStream(true)
            .start();
    try (BufferedReader said = victim.inputReader(StandardCharsets.UTF_8)) {
      StringBuilder all = new StringBuilder();
      String line = said.readLine();
      while (line != null && !line.equals("hit")) {
        all.append(line).append('\n');
        line = said.readLine();
      }
      assertThat(line).as(all.toString()).isEqualTo("hit");
    } finally {
      victim.destroyForcibly();
    }
  }

  /** Takes a namespace, a folder, a fault, whether to attach, and what carries the fault out. */
  public static void main(String[] arguments) throws InterruptedException {
    try {
      hit(arguments);
    } catch (RuntimeException e) {
      e.printStackTrace(System.out);
      Runtime.getRuntime().halt(1); // else threads of the run keep it, and its test waits
    }
    System.out.println("hit");
    new CountDownLatch(1).await();
  }

  private static void hit(String... arguments) {
    ComponentRuntime runtime =
        ClusterHere.provider()
            .open(
                new RuntimeContext(
                    "victim-" + arguments[0],
                    Path.of(arguments[1]),
                    ClusterHere.settings(
                        "kubernetes.namespace",
                        arguments[0],
                        "attach",
                        arguments[3],
                        "kubernetes.engine",
                        arguments[4])));
    List<ComponentSpec> specs =
        arguments[3].equals("true")
            ? List.of(Theirs.spec("cache-1"), Theirs.spec("cache-2"))
            : List.of(Redis.spec("one").withDelayable(Redis.PORT));
    Component one = runtime.start(specs).get(0);
    switch (arguments[2]) {
      case "kill" -> one.kill();
      case "freeze" -> one.freeze(LONG);
      case "partition" -> one.cutOff().begin(LONG);
      case "limit" -> one.limitCpu(2).begin(LONG);
      case "throttle" -> pauseByTurns(one);
      case "latency" -> one.delay(Duration.ofMillis(100)).begin(LONG);
      default -> throw new IllegalArgumentException(arguments[2]);
    }
  }

  /** Returns in the middle of a pause. */
  private static void pauseByTurns(Component one) {
    TimedCluster.throttle(one, LONG).inject();
    Wait.atMost("a pause", Duration.ofMinutes(1))
        .until(() -> new Progress(one.state() == ComponentState.FROZEN, "it runs"));
  }
}
