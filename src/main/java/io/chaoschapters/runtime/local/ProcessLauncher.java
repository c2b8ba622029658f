package io.chaoschapters.runtime.local;

import io.chaoschapters.runtime.RuntimeFailureException;
import io.chaoschapters.runtime.guard.GuardLink;
import io.chaoschapters.runtime.logs.ComponentLog;
import io.chaoschapters.runtime.process.Detachment;
import io.chaoschapters.runtime.process.OwnedProcesses;
import io.chaoschapters.runtime.process.Owner;
import io.chaoschapters.runtime.process.ProcessIdentity;
import io.chaoschapters.text.Failure;
import io.chaoschapters.text.RootLocale;
import io.chaoschapters.waiting.DaemonThreads;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Starts processes that end with the runtime: marked, tracked by the guard and out of the
 * terminal's process group.
 *
 * <p>They inherit only the few variables named here: a component needs no API key of its starter,
 * and must not behave otherwise where some option for JVMs happens to be set.
 */
final class ProcessLauncher {
  private static final Set<String> INHERITED =
      Set.of(
          "PATH",
          "HOME",
          "USER",
          "LOGNAME",
          "LANG",
          "LC_ALL",
          "LC_CTYPE",
          "TZ",
          "JAVA_HOME",
          "LD_LIBRARY_PATH",
          "DYLD_LIBRARY_PATH");

  private final Detachment detachment;
  private final String owner = Owner.self().toString();
  private final String mark;
  private final GuardLink<ProcessIdentity> guard;

  ProcessLauncher(Detachment detachment, String mark, GuardLink<ProcessIdentity> guard) {
    this.detachment = detachment;
    this.mark = mark;
    this.guard = guard;
  }

  GuardLink<ProcessIdentity> guard() {
    return guard;
  }

  ChildProcess launch(
      String id,
      List<String> command,
      Map<String, String> variables,
      Path folder,
      ComponentLog log) {
    if (command.isEmpty()) {
      throw new RuntimeFailureException(
          RootLocale.format("The command line of component '%s' is empty.", id));
    }
    ProcessBuilder builder =
        new ProcessBuilder(detachment.detached(command))
            .directory(folder.toFile())
            .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
            .redirectErrorStream(true);
    builder.environment().keySet().retainAll(INHERITED);
    builder.environment().put("TMPDIR", folder.toString());
    builder.environment().putAll(variables);
    builder.environment().put(OwnedProcesses.VARIABLE, mark);
    builder.environment().put(Owner.VARIABLE, owner);
    Process process;
    try {
      process = builder.start();
    } catch (IOException e) {
      throw new RuntimeFailureException(
          RootLocale.format(
              "Component '%s' could not be started as a process: %s. Check that %s is there and can be executed.",
              id, Failure.words(e), command.get(0)),
          e);
    }
    ProcessIdentity identity = ProcessIdentity.of(process.toHandle());
    guard.track(identity);
    process
        .onExit()
        .thenRunAsync(() -> guard.untrack(identity.key()), DaemonThreads.eachIn("untrack-" + id));
    return new ChildProcess(process, identity, log.read(process.getInputStream()));
  }
}
