package io.chaoschapters.runtime.process;

import io.chaoschapters.waiting.DaemonThreads;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apiguardian.api.API;

/**
 * Asks a program of the operating system that answers at once. Needs nothing but the JDK: the guard
 * uses it too.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class ShortCommand {
  private static final int SECONDS = 5;

  private ShortCommand() {}

  /** What it prints; empty when there is no such program, and when it does not end in time. */
  public static Optional<String> output(List<String> command) {
    return output(command, SECONDS);
  }

  static Optional<String> output(List<String> command, int seconds) {
    Process asked;
    try {
      asked = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    } catch (IOException e) {
      return Optional.empty();
    }
    AtomicBoolean late = new AtomicBoolean();
    // Reading ends when the program does, or closes its end; nothing else would end it.
    CompletableFuture<Void> limit =
        CompletableFuture.runAsync(
            () -> {
              late.set(true);
              asked.destroyForcibly();
            },
            CompletableFuture.delayedExecutor(
                seconds, TimeUnit.SECONDS, DaemonThreads.eachIn("command-limit")));
    try {
      String answer = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return late.get() ? Optional.empty() : Optional.of(answer);
    } catch (IOException e) {
      return Optional.empty();
    } finally {
      limit.cancel(false);
      asked.destroyForcibly();
    }
  }
}
