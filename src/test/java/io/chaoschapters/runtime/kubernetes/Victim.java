package io.chaoschapters.runtime.kubernetes;

import io.chaoschapters.runtime.Component;
import io.chaoschapters.runtime.ComponentSpec;
import io.chaoschapters.runtime.Runtime;
import io.chaoschapters.runtime.RuntimeContext;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A run that does something to a component and is killed in the middle of it. */
final class Victim {
  private static final Duration LONG = Duration.ofMinutes(10);

  private Victim() {}

  /** Takes a namespace, a folder, a fault and whether to attach; says "hit" once it is done. */
  public static void main(String[] arguments) throws InterruptedException {
    Runtime runtime =
        ClusterHere.provider()
            .open(
                new RuntimeContext(
                    "victim-" + arguments[0],
                    Path.of(arguments[1]),
                    ClusterHere.settings(
                        "kubernetes.namespace", arguments[0], "attach", arguments[3])));
    List<ComponentSpec> specs =
        arguments[3].equals("true")
            ? List.of(Theirs.spec("cache-1"), Theirs.spec("cache-2"))
            : List.of(Redis.spec("one").withDelayable(Redis.PORT));
    Component one = runtime.start(specs).get(0);
    switch (arguments[2]) {
      case "kill" -> one.kill();
      case "freeze" -> one.freeze(LONG);
      case "partition" -> one.cutOff().begin(LONG);
      case "latency" -> one.delay(Duration.ofMillis(100)).begin(LONG);
      default -> throw new IllegalArgumentException(arguments[2]);
    }
    System.out.println("hit");
    new CountDownLatch(1).await();
  }
}
