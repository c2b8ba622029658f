package io.chaoschapters.runtime.local;

import io.chaoschapters.metrics.ScrapeTarget;
import io.chaoschapters.runtime.ComponentSpec;
import io.chaoschapters.runtime.MetricsService;
import io.chaoschapters.runtime.ProcessProgram;
import io.chaoschapters.runtime.RuntimeContext;
import io.chaoschapters.runtime.RuntimeFailureException;
import io.chaoschapters.runtime.Watchdog;
import io.chaoschapters.runtime.components.ComponentGroup;
import io.chaoschapters.runtime.components.Ending;
import io.chaoschapters.runtime.components.RunningParts;
import io.chaoschapters.runtime.guard.GuardLink;
import io.chaoschapters.runtime.guard.GuardProgram;
import io.chaoschapters.runtime.logs.ComponentLog;
import io.chaoschapters.runtime.process.Detachment;
import io.chaoschapters.runtime.process.OwnedProcesses;
import io.chaoschapters.runtime.process.ProcessIdentity;
import io.chaoschapters.settings.Settings;
import io.chaoschapters.text.RootLocale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What a local runtime has started: child processes of this JVM, their guard and their folders. */
final class LocalCluster implements RunningParts {
  private static final int ATTEMPTS = 5;

  private final Settings settings;
  private final Path logs;
  private final Path work;
  private final String mark;
  private final ProcessLauncher launcher;
  private final ComponentGroup<LocalComponent> components =
      new ComponentGroup<>(LocalRuntimeProvider.ID);
  private final Ending ending = new Ending();

  private LocalCluster(
      Settings settings, Path logs, Path work, String mark, ProcessLauncher launcher) {
    this.settings = settings;
    this.logs = logs;
    this.work = work;
    this.mark = mark;
    this.launcher = launcher;
  }

  static LocalCluster open(RuntimeContext context) {
    Path folder = context.folder();
    try {
      Path logs = Files.createDirectories(folder.resolve("logs")).toRealPath();
      Path work = WorkFolder.create(folder);
      String mark = UUID.randomUUID().toString();
      Detachment detachment = Detachment.find();
      GuardProgram program =
          new GuardProgram(
              detachment, Guard.class, logs.resolve("guard.log"), mark, work.toString());
      ProcessLauncher launcher =
          new ProcessLauncher(detachment, mark, new GuardLink<>(program::start));
      return new LocalCluster(context.settings(), logs, work, mark, launcher);
    } catch (IOException e) {
      throw new RuntimeFailureException(
          RootLocale.format(
              "The local runtime could not be opened in %s: %s. Check that the folder can be written and the disk has room.",
              folder, e),
          e);
    }
  }

  @Override
  public List<LocalComponent> start(List<ComponentSpec> specs) {
    for (int attempt = 1; ; attempt++) {
      LocalPlaces places = new LocalPlaces(components::all);
      int number = attempt;
      try {
        return components.start(specs, spec -> component(spec, places, number));
      } catch (LocalPlaces.TakenException e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  @Override
  public Path logs() {
    return logs;
  }

  @Override
  public MetricsService startMetrics(List<ScrapeTarget> targets) {
    return new LocalMetrics(settings, this).start(targets);
  }

  /** A part of the runtime that is no process; closed with it. */
  <T extends AutoCloseable> T closeLater(T part) {
    return ending.closeLater(part);
  }

  @Override
  public Watchdog.Watch endAfter(Duration limit) {
    return launcher.guard().endAfter(limit);
  }

  @Override
  public void thawAll() {
    components.thawAll();
  }

  @Override
  public void close() {
    ending.end(this::endAll);
  }

  private List<String> endAll() {
    List<String> problems = new ArrayList<>(components.endAll());
    for (ProcessIdentity stray : OwnedProcesses.markedWith(mark)) {
      stray.find().ifPresent(ProcessHandle::destroyForcibly);
    }
    try {
      WorkFolder.remove(work);
    } catch (IOException e) {
      problems.add(RootLocale.format("The working folder %s could not be removed: %s.", work, e));
    }
    launcher.guard().close();
    return problems;
  }

  private LocalComponent component(ComponentSpec spec, LocalPlaces places, int attempt) {
    ProcessProgram program = spec.process();
    if (program == null) {
      throw new RuntimeFailureException(
          RootLocale.format(
              "Component '%s' cannot run as a process; choose another runtime, such as -Druntime=docker.",
              spec.id()));
    }
    try {
      // What an earlier attempt left may hold the ports that it had.
      String name = attempt == 1 ? spec.id() : spec.id() + "." + attempt;
      Path folder = Files.createDirectories(work.resolve(name));
      ComponentLog log = new ComponentLog(spec.id(), logs.resolve(spec.id() + ".log"));
      return new LocalComponent(spec, program, launcher, folder, log, places);
    } catch (IOException e) {
      throw new RuntimeFailureException(
          RootLocale.format(
              "The folder of component '%s' could not be made below %s: %s.", spec.id(), work, e),
          e);
    }
  }
}
