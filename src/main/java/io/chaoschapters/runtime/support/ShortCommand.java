package io.chaoschapters.runtime.support;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Asks a program of the operating system that answers at once. Needs nothing but the JDK: the guard
 * uses it too.
 */
final class ShortCommand {
  private static final int SECONDS = 5;

  private ShortCommand() {}

  /** What it prints; empty when there is no such program, and when it does not end in time. */
  static Optional<String> output(List<String> command) {
    try {
      Process asked =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      String answer = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (asked.waitFor(SECONDS, TimeUnit.SECONDS)) {
        return Optional.of(answer);
      }
      asked.destroyForcibly();
      return Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
