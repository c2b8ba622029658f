package io.chaoschapters.agent.process;

import io.chaoschapters.diagnosis.DiagnosisException;
import io.chaoschapters.diagnosis.DiagnosisException.Reason;
import io.chaoschapters.runtime.local.OwnedPrograms;
import io.chaoschapters.runtime.process.BoundedText;
import io.chaoschapters.text.Failure;
import io.chaoschapters.text.RootLocale;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;

/** An agent's process, from its start to its end. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class AgentProcess implements AutoCloseable {
  private static final Duration GRACE = Duration.ofSeconds(2);
  private static final Duration READ_TAKES = Duration.ofSeconds(1);
  private static final Duration LOOK = Duration.ofMillis(1);
  private static final int LAST_LINES = 3;
  private static final int LONGEST_LINE = 300;

  private final OwnedPrograms programs;
  private final Process process;
  private final BoundedText errors;

  private AgentProcess(OwnedPrograms programs, Process process, long mostBytes, Runnable beyond) {
    this.programs = programs;
    this.process = process;
    this.errors = new BoundedText("agent-errors", process.getErrorStream(), mostBytes, beyond);
  }

  /**
   * Starts one.
   *
   * @param mostBytes how much it may print
   * @param beyond is run once when it prints more
   * @throws DiagnosisException when it cannot be started
   */
  public static AgentProcess start(
      OwnedPrograms programs,
      List<String> command,
      Path folder,
      Map<String, String> environment,
      long mostBytes,
      Runnable beyond) {
    try {
      return new AgentProcess(
          programs, programs.start(command, folder, environment), mostBytes, beyond);
    } catch (IOException e) {
      throw new DiagnosisException(
          Reason.NOT_READY,
          RootLocale.format(
              "The agent could not be started: %s. Check that %s is there and can be run.",
              Failure.words(e), command.get(0)),
          e);
    }
  }

  /** Runs something when it has ended. */
  public void whenEnded(Runnable task) {
    process.onExit().thenRunAsync(task, io.chaoschapters.waiting.DaemonThreads.eachIn("agent-end"));
  }

  /** What it prints. */
  public InputStream output() {
    return process.getInputStream();
  }

  /** What it reads. */
  public OutputStream input() {
    return process.getOutputStream();
  }

  /** Whether it runs. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** Its exit code; it must have ended. */
  public int exitCode() {
    return process.exitValue();
  }

  /** What it wrote to its error stream. */
  public String errors() {
    return whole(errors);
  }

  /**
   * Reads what it prints.
   *
   * @param mostBytes how much is kept
   * @param beyond is run once when more has come
   */
  public BoundedText read(long mostBytes, Runnable beyond) {
    return new BoundedText("agent-output", output(), mostBytes, beyond);
  }

  /** What has been read of a stream so far; all of it when the process has ended. */
  public String whole(BoundedText read) {
    return read.text(process.isAlive() ? LOOK : READ_TAKES);
  }

  /** The last lines of its error stream in one line; empty when there are none. */
  public String lastWords() {
    List<String> lines = errors().lines().filter(line -> !line.isBlank()).toList();
    String last =
        String.join(" | ", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    return last.length() <= LONGEST_LINE
        ? last
        : "…" + last.substring(last.length() - LONGEST_LINE);
  }

  /** Ends it, and all that it has started. */
  @Override
  public void close() {
    programs.end(process, GRACE);
  }
}
