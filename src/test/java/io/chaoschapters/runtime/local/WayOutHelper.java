package io.chaoschapters.runtime.local;

import io.chaoschapters.runtime.Component;
import io.chaoschapters.runtime.ComponentRuntime;
import io.chaoschapters.runtime.process.ProcessIdentity;
import io.chaoschapters.waiting.Progress;
import io.chaoschapters.waiting.Wait;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * A JVM for tests to end: it runs one component and freezes another, says so in a file, and rolls
 * back in a hook of its own when it is asked to end.
 */
final class WayOutHelper {
  private WayOutHelper() {}

  /** Takes the runtime's folder; writes "started" and "rolled-back" into its parent. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path folder = Path.of(arguments[0]);
    ComponentRuntime runtime = Tiny.runtime(folder);
    List<Component> started = runtime.start(List.of(Tiny.serving("a"), Tiny.serving("b")));
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> rollBack(folder, runtime, started.get(0))));
    started.get(1).freeze(Duration.ofMinutes(10));
    Path ready = Files.writeString(folder.resolveSibling("started.tmp"), pids());
    Files.move(ready, folder.resolveSibling("started"));
    new CountDownLatch(1).await();
  }

  private static String pids() {
    return String.join(
        "\n",
        ProcessHandle.current()
            .children()
            .map(ProcessIdentity::of)
            .map(ProcessIdentity::words)
            .toList());
  }

  private static void rollBack(Path folder, ComponentRuntime runtime, Component component) {
    long begin = System.nanoTime();
    Wait.atMost("half a second of rolling back", Duration.ofSeconds(10))
        .until(
            () ->
                new Progress(
                    System.nanoTime() - begin > Duration.ofMillis(500).toNanos(), "not over"));
    try {
      Files.writeString(folder.resolveSibling("rolled-back"), component.state().toString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    runtime.close();
  }
}
