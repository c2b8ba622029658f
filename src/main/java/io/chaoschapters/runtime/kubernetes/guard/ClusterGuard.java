package io.chaoschapters.runtime.kubernetes.guard;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apiguardian.api.API;

/** Watches over a run from a pod of its namespace. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class ClusterGuard {
  private static final long EVERY_MILLIS = 200;
  private static final Path ACCOUNT = Path.of("/var/run/secrets/kubernetes.io/serviceaccount");

  private ClusterGuard() {}

  /** Takes the namespace, and after how many milliseconds a Lease is old. */
  public static void main(String[] arguments) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    String server =
        "https://"
            + System.getenv("KUBERNETES_SERVICE_HOST")
            + ":"
            + System.getenv("KUBERNETES_SERVICE_PORT");
    Watchman watchman =
        new Watchman(
            PodDoor.find(server, ACCOUNT),
            arguments[0],
            Duration.ofMillis(Long.parseLong(arguments[1])),
            System::nanoTime,
            out);
    while (watchman.look()) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(EVERY_MILLIS));
    }
  }
}
