package io.chaoschapters.runtime.kubernetes;

import io.chaoschapters.runtime.Component;
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

  /** Takes a namespace, a folder and a fault; says "hit" once it is done. */
  public static void main(String[] arguments) throws InterruptedException {
    Runtime runtime =
        ClusterHere.provider()
            .open(
                new RuntimeContext(
                    "victim",
                    Path.of(arguments[1]),
                    ClusterHere.settings("kubernetes.namespace", arguments[0])));
    Component one = runtime.start(List.of(Redis.spec("one").withDelayable(Redis.PORT))).get(0);
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
