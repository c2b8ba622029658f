package io.chaoschapters.runtime.process;

import io.chaoschapters.text.Failure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.apiguardian.api.API;

/**
 * Reads from the process table whether a process runs, is suspended or is gone. Needs nothing but
 * the JDK: the guard uses it too.
 *
 * @see <a href="https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html">proc_pid_stat(5)</a>
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class ProcessStates {
  /** What can be told of a process. */
  public enum State {
    /** It runs. */
    RUNNING,
    /** All its threads are suspended. */
    SUSPENDED,
    /** It has ended. */
    GONE,
    /** The process table could not be read. */
    UNKNOWN
  }

  private static final Path PROC = Path.of("/proc");
  private static final boolean HAS_PROC = Files.isReadable(PROC.resolve("self/stat"));

  private ProcessStates() {}

  /** A process that has ended but was not waited for (a zombie) is gone. */
  public static State of(long pid) {
    try {
      return HAS_PROC ? fromProc(PROC.resolve(Long.toString(pid))) : fromPs(pid);
    } catch (IOException | DirectoryIteratorException e) {
      return State.UNKNOWN;
    }
  }

  private static State fromProc(Path process) throws IOException {
    char letter = letterOf(process.resolve("stat"));
    if (letter == 'Z' || letter == 'X') {
      return State.GONE;
    }
    if (letter != 'T') {
      return State.RUNNING;
    }
    // The first thread stops before the others do.
    try (DirectoryStream<Path> threads = Files.newDirectoryStream(process.resolve("task"))) {
      for (Path thread : threads) {
        char other = letterOf(thread.resolve("stat"));
        if (other != 'T' && other != 'X' && other != 'Z') {
          return State.RUNNING;
        }
      }
    }
    return State.SUSPENDED;
  }

  private static char letterOf(Path stat) throws IOException {
    try {
      String[] fields = ProcStat.afterName(Files.readString(stat, StandardCharsets.ISO_8859_1));
      if (fields.length == 0 || fields[0].isEmpty()) {
        throw new IOException("no state in " + stat);
      }
      return fields[0].charAt(0);
    } catch (NoSuchFileException e) {
      return 'X';
    } catch (IOException e) {
      if (Failure.words(e).contains("No such process")) {
        return 'X'; // it ended between opening and reading
      }
      throw e;
    }
  }

  private static State fromPs(long pid) {
    return ShortCommand.output(List.of("ps", "-o", "state=", "-p", Long.toString(pid)))
        .map(answer -> stateOf(answer.strip()))
        .orElse(State.UNKNOWN);
  }

  /** The state that {@code ps} tells. */
  public static State stateOf(String ps) {
    if (ps.isEmpty() || ps.startsWith("Z")) {
      return State.GONE;
    }
    return ps.startsWith("T") ? State.SUSPENDED : State.RUNNING;
  }
}
