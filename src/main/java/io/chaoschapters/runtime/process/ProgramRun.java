package io.chaoschapters.runtime.process;

import io.chaoschapters.runtime.RuntimeFailureException;
import io.chaoschapters.text.Failure;
import io.chaoschapters.text.RootLocale;
import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apiguardian.api.API;

/**
 * A program that a user names, run to its end on this machine, without a shell.
 *
 * @param exitCode 128 plus the signal's number when a signal ended it
 * @param output what it printed as its result, up to 64 KiB
 * @param errors what it printed on the error stream, up to 64 KiB
 * @param late whether it was ended, with what it had started, because it took too long
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record ProgramRun(int exitCode, String output, String errors, boolean late) {
  private static final int MOST_BYTES = 64 * 1024;

  /** A program that leaves a child behind which holds its output is not waited for. */
  private static final Duration REST_OF_OUTPUT = Duration.ofMillis(200);

  /**
   * Runs one.
   *
   * @throws RuntimeFailureException when it cannot be started, or the wait is interrupted
   */
  public static ProgramRun of(List<String> command, Duration within) {
    return of(command, within, Map.of());
  }

  /**
   * Runs one.
   *
   * @param marks what its environment has besides, for a guard to know it by
   * @throws RuntimeFailureException as {@link #of(List, Duration)}
   */
  public static ProgramRun of(List<String> command, Duration within, Map<String, String> marks) {
    Process process = start(command, marks);
    BoundedText output =
        new BoundedText("program-output", process.getInputStream(), MOST_BYTES, () -> {});
    BoundedText errors =
        new BoundedText("program-errors", process.getErrorStream(), MOST_BYTES, () -> {});
    try {
      boolean ended = process.waitFor(within.toNanos(), TimeUnit.NANOSECONDS);
      if (!ended) {
        end(process);
      }
      return new ProgramRun(
          ended ? process.exitValue() : -1,
          output.text(REST_OF_OUTPUT),
          errors.text(REST_OF_OUTPUT),
          !ended);
    } catch (InterruptedException e) {
      end(process);
      Thread.currentThread().interrupt();
      throw new RuntimeFailureException(
          RootLocale.format("'%s' was interrupted.", String.join(" ", command)), e);
    }
  }

  /** All that it printed, its result first. */
  public String printed() {
    return output + errors;
  }

  private static Process start(List<String> command, Map<String, String> marks) {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
    builder.environment().putAll(marks);
    try {
      return builder.start();
    } catch (IOException e) {
      throw new RuntimeFailureException(
          RootLocale.format(
              "'%s' cannot be run: %s. Check that the program is on the PATH and can be executed.",
              String.join(" ", command), Failure.words(e)),
          e);
    }
  }

  private static void end(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
