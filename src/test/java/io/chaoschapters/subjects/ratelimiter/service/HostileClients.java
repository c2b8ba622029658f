package io.chaoschapters.subjects.ratelimiter.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Lays every siege in its full form, or those named, each on a fresh node, and prints what came of
 * it.
 *
 * <p>Ends with 1 when somebody who behaved was not served, a well-formed request got a 5xx, or the
 * node ended.
 */
public final class HostileClients {
  private static final Duration HOLD = Duration.ofSeconds(20);

  private HostileClients() {}

  /** See the class. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path folder = Files.createDirectories(Path.of("target", "hostile"));
    System.out.println(
        "| attack | times | answers to it | others served | others refused | their slowest, ms | peak memory, MiB |");
    System.out.println("| --- | ---: | --- | ---: | ---: | ---: | ---: |");
    boolean held = true;
    List<Attack> attacks =
        arguments.length == 0
            ? List.of(Attack.values())
            : Arrays.stream(arguments).map(Attack::valueOf).toList();
    for (Attack attack : attacks) {
      try (NodeProcess node = new NodeProcess(folder)) {
        Siege.Outcome outcome = new Siege(node, attack).lay(attack.most(), HOLD);
        System.out.printf(
            Locale.ROOT,
            "| %s | %d | %s | %d | %d | %d | %s |%n",
            attack,
            outcome.times(),
            outcome.answers(),
            outcome.others().answered(),
            outcome.others().refused(),
            outcome.others().slowest().toMillis(),
            node.peakMemory().isPresent() ? node.peakMemory().getAsLong() : "unknown");
        held &=
            node.isAlive()
                && outcome.others().refused() == 0
                && outcome.answers().keySet().stream().noneMatch(HostileClients::isFault);
        node.printed().stream().limit(20).forEach(line -> System.out.println("    " + line));
      }
    }
    System.exit(held ? 0 : 1);
  }

  /** 505 is the right answer to a version of HTTP that there is not. */
  private static boolean isFault(int status) {
    return status >= 500 && status != 505;
  }
}
