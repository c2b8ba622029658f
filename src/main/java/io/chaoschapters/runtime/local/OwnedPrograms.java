package io.chaoschapters.runtime.local;

import io.chaoschapters.runtime.components.Uninterrupted;
import io.chaoschapters.runtime.guard.GuardLink;
import io.chaoschapters.runtime.guard.GuardProgram;
import io.chaoschapters.runtime.process.Detachment;
import io.chaoschapters.runtime.process.OwnedProcesses;
import io.chaoschapters.runtime.process.Owner;
import io.chaoschapters.runtime.process.ProcessIdentity;
import io.chaoschapters.text.Failure;
import io.chaoschapters.waiting.DaemonThreads;
import io.chaoschapters.waiting.Progress;
import io.chaoschapters.waiting.Wait;
import io.chaoschapters.waiting.WaitTimeoutException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apiguardian.api.API;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Programs that are no components, such as an agent, which is spoken to through its standard input
 * and output. They end as components do: when asked, with this JVM, and by the guard when this JVM
 * is gone; so do all that they have started. Their folder goes with them.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class OwnedPrograms implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OwnedPrograms.class);
  private static final Duration KILL_TAKES = Duration.ofSeconds(5);

  private final Path link;
  private final Path folder;
  private final String mark;
  private final Detachment detachment;
  private final GuardLink<ProcessIdentity> guard;

  private OwnedPrograms(
      Path link,
      Path folder,
      String mark,
      Detachment detachment,
      GuardLink<ProcessIdentity> guard) {
    this.link = link;
    this.folder = folder;
    this.mark = mark;
    this.detachment = detachment;
    this.guard = guard;
  }

  /**
   * Makes their folder, and starts their guard.
   *
   * @param parent where their folder is made
   * @param run the run's folder, where a cleanup looks
   * @param logs where the guard's log is left
   */
  public static OwnedPrograms open(Path parent, Path run, Path logs) throws IOException {
    Path link = WorkFolder.createElsewhere(parent, run.toRealPath());
    Path folder = Files.readSymbolicLink(link);
    String mark = UUID.randomUUID().toString();
    Detachment detachment = Detachment.find();
    GuardProgram program =
        new GuardProgram(
            detachment,
            Guard.class,
            Files.createDirectories(logs).resolve("guard.log"),
            mark,
            link.toString());
    return new OwnedPrograms(link, folder, mark, detachment, new GuardLink<>(program::start));
  }

  /** Their folder, which is removed in the end. */
  public Path folder() {
    return folder;
  }

  /** The names of the variables that mark a program; it does not need them itself. */
  public static List<String> marks() {
    return List.of(OwnedProcesses.VARIABLE, Owner.VARIABLE);
  }

  /**
   * Starts one.
   *
   * @param environment all that it sees of the environment, but for the marks
   */
  public Process start(List<String> command, Path workingFolder, Map<String, String> environment)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(detachment.detached(command)).directory(workingFolder.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.environment().put(OwnedProcesses.VARIABLE, mark);
    builder.environment().put(Owner.VARIABLE, Owner.self().toString());
    Process process = builder.start();
    ProcessIdentity identity = ProcessIdentity.of(process.toHandle());
    guard.track(identity);
    process
        .onExit()
        .thenRunAsync(() -> guard.untrack(identity.key()), DaemonThreads.eachIn("untrack-program"));
    return process;
  }

  /**
   * Ends a program, and whatever else of these is there: SIGTERM, then after the grace SIGKILL.
   *
   * @return whether it ended by itself before the grace was over
   */
  public boolean end(Process process, Duration grace) {
    return Uninterrupted.get(() -> ended(process, grace));
  }

  private boolean ended(Process process, Duration grace) {
    List<ProcessHandle> children = process.descendants().toList();
    process.destroy();
    boolean heard = ChildProcess.hasEnded(process, grace);
    if (!heard) {
      process.destroyForcibly();
      if (!ChildProcess.hasEnded(process, KILL_TAKES)) {
        LOG.warn(
            "Process {} does not end; look at it with: ps -l -p {}", process.pid(), process.pid());
      }
    }
    children.forEach(ProcessHandle::destroyForcibly);
    endStrays();
    return heard;
  }

  /** Whether none is left. */
  private boolean endStrays() {
    List<ProcessIdentity> strays = OwnedProcesses.markedWith(mark);
    strays.forEach(stray -> stray.find().ifPresent(ProcessHandle::destroyForcibly));
    try {
      Wait.atMost("end of what a program has started", KILL_TAKES)
          .until(
              () ->
                  new Progress(
                      strays.stream().allMatch(stray -> stray.find().isEmpty()), "some are there"));
      return true;
    } catch (WaitTimeoutException e) {
      LOG.warn("{}", Failure.words(e));
      return false;
    }
  }

  @Override
  public void close() {
    Uninterrupted.get(this::endStrays);
    try {
      WorkFolder.remove(link);
    } catch (IOException e) {
      LOG.warn("The folder {} could not be removed: {}", folder, Failure.words(e));
    }
    guard.close();
  }
}
