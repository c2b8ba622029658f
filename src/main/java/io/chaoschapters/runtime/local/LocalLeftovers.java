package io.chaoschapters.runtime.local;

import io.chaoschapters.runtime.Leftover;
import io.chaoschapters.runtime.RuntimeFailureException;
import io.chaoschapters.runtime.guard.Guards;
import io.chaoschapters.runtime.process.OwnedProcesses;
import io.chaoschapters.runtime.process.Owner;
import io.chaoschapters.runtime.process.ProcessIdentity;
import io.chaoschapters.text.Failure;
import io.chaoschapters.text.RootLocale;
import io.chaoschapters.waiting.Progress;
import io.chaoschapters.waiting.Wait;
import io.chaoschapters.waiting.WaitTimeoutException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Processes and working folders whose JVM is gone, and whose guard is gone, too, or does not do its
 * work.
 *
 * <p>A process is known by its owner in its environment, where there is a {@code /proc}; a folder
 * by its place and name.
 */
final class LocalLeftovers {
  private static final Duration END_TAKES = Duration.ofSeconds(5);

  private LocalLeftovers() {}

  static List<Leftover> find(List<Path> cutOff) {
    Guards guards = Guards.letFinish();
    List<OwnedProcesses.Orphan> orphans = OwnedProcesses.orphans();
    Set<Owner> busy = guards.busy();
    List<Leftover> found = new ArrayList<>();
    for (OwnedProcesses.Orphan orphan : orphans) {
      if (!busy.contains(orphan.owner())) {
        ProcessIdentity process = orphan.process();
        found.add(new Leftover(words(process), () -> end(process)));
      }
    }
    for (Path run : cutOff) {
      for (Path folder : workFolders(run)) {
        found.add(new Leftover("working folder " + folder, () -> remove(folder)));
      }
    }
    return found;
  }

  private static String words(ProcessIdentity process) {
    String program =
        process.find().flatMap(handle -> handle.info().command()).orElse("ended meanwhile");
    return RootLocale.format("process %d (%s)", process.pid(), program);
  }

  private static void end(ProcessIdentity process) {
    process.find().ifPresent(handle -> thawAndKill(process, handle));
    try {
      Wait.atMost("end of process " + process.pid(), END_TAKES)
          .until(() -> new Progress(process.find().isEmpty(), "it is still there"));
    } catch (WaitTimeoutException e) {
      throw new RuntimeFailureException(
          RootLocale.format(
              "Process %d does not end; look at it with: ps -l -p %d",
              process.pid(), process.pid()),
          e);
    }
  }

  private static void thawAndKill(ProcessIdentity process, ProcessHandle handle) {
    try {
      Signals.resume(process.pid());
    } catch (IOException e) {
      if (process.find().isEmpty()) {
        return;
      }
      throw new RuntimeFailureException(
          RootLocale.format("Process %d could not be thawed: %s", process.pid(), Failure.words(e)),
          e);
    }
    handle.destroyForcibly();
  }

  private static List<Path> workFolders(Path run) {
    try (Stream<Path> files = Files.list(run)) {
      return files.filter(WorkFolder::isOne).sorted().toList();
    } catch (IOException e) {
      throw new RuntimeFailureException(
          RootLocale.format("The folder %s of a run that was cut off cannot be read: %s", run, e),
          e);
    }
  }

  private static void remove(Path folder) {
    try {
      WorkFolder.remove(folder);
    } catch (IOException e) {
      throw new RuntimeFailureException(
          RootLocale.format("The working folder %s cannot be removed: %s", folder, e), e);
    }
  }
}
