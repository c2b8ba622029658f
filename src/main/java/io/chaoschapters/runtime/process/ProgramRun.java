package io.chaoschapters.runtime.process;

import io.chaoschapters.runtime.RuntimeFailureException;
import io.chaoschapters.text.Failure;
import io.chaoschapters.text.RootLocale;
import io.chaoschapters.waiting.DaemonThreads;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apiguardian.api.API;

/**
 * A program that a user names, run to its end on this machine, without a shell.
 *
 * @param exitCode 128 plus the signal's number when a signal ended it
 * @param output what it printed on either stream, up to 64 KiB
 * @param late whether it was ended, with what it had started, because it took too long
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record ProgramRun(int exitCode, String output, boolean late) {
  private static final int MOST_BYTES = 64 * 1024;

  /** A program that leaves a child behind which holds its output is not waited for. */
  private static final Duration REST_OF_OUTPUT = Duration.ofMillis(200);

  /**
   * Runs one.
   *
   * @throws RuntimeFailureException when it cannot be started, or the wait is interrupted
   */
  public static ProgramRun of(List<String> command, Duration within) {
    Process process = start(command);
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    CompletableFuture<Void> reading =
        CompletableFuture.runAsync(
            () -> read(process.getInputStream(), printed), DaemonThreads.eachIn("program-output"));
    try {
      boolean ended = process.waitFor(within.toNanos(), TimeUnit.NANOSECONDS);
      if (!ended) {
        end(process);
      }
      await(reading);
      synchronized (printed) {
        String output = printed.toString(StandardCharsets.UTF_8);
        return new ProgramRun(ended ? process.exitValue() : -1, output, !ended);
      }
    } catch (InterruptedException e) {
      end(process);
      Thread.currentThread().interrupt();
      throw new RuntimeFailureException(
          RootLocale.format("'%s' was interrupted.", String.join(" ", command)), e);
    }
  }

  private static Process start(List<String> command) {
    try {
      return new ProcessBuilder(command)
          .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
          .redirectErrorStream(true)
          .start();
    } catch (IOException e) {
      throw new RuntimeFailureException(
          RootLocale.format(
              "'%s' cannot be run: %s. Check that the program is on the PATH and can be executed.",
              String.join(" ", command), Failure.words(e)),
          e);
    }
  }

  private static void read(InputStream in, ByteArrayOutputStream printed) {
    byte[] buffer = new byte[4096];
    try {
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        synchronized (printed) {
          printed.write(buffer, 0, Math.min(count, MOST_BYTES - printed.size()));
        }
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void await(CompletableFuture<Void> reading) throws InterruptedException {
    try {
      reading.get(REST_OF_OUTPUT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      reading.cancel(false); // what was read so far is the output
    }
  }

  private static void end(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
