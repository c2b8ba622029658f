package io.chaoschapters.runtime.local;

import io.chaoschapters.metrics.ScrapeTarget;
import io.chaoschapters.runtime.ComponentSpec;
import io.chaoschapters.runtime.MetricsService;
import io.chaoschapters.runtime.ProcessProgram;
import io.chaoschapters.runtime.RuntimeContext;
import io.chaoschapters.runtime.RuntimeFailureException;
import io.chaoschapters.runtime.Watchdog;
import io.chaoschapters.runtime.components.PartsBase;
import io.chaoschapters.runtime.guard.GuardLink;
import io.chaoschapters.runtime.guard.GuardProgram;
import io.chaoschapters.runtime.process.Detachment;
import io.chaoschapters.runtime.process.OwnedProcesses;
import io.chaoschapters.runtime.process.ProcessIdentity;
import io.chaoschapters.text.RootLocale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A running local cluster: child processes of this JVM, their guard and their folders. */
final class LocalCluster extends PartsBase<LocalComponent> {
  private static final int ATTEMPTS = 5;

  private final Path work;
  private final String mark;
  private final ProcessLauncher launcher;

  private LocalCluster(RuntimeContext context, Path logs) throws IOException {
    super(LocalRuntimeProvider.ID, context.settings(), logs);
    work = WorkFolder.create(context.folder());
    mark = UUID.randomUUID().toString();
    Detachment detachment = Detachment.find();
    GuardProgram program =
        new GuardProgram(detachment, Guard.class, logs.resolve("guard.log"), mark, work.toString());
    launcher = new ProcessLauncher(detachment, mark, new GuardLink<>(program::start));
  }

  static LocalCluster open(RuntimeContext context) {
    return open(context, LocalRuntimeProvider.ID, logs -> new LocalCluster(context, logs));
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
  public MetricsService startMetrics(List<ScrapeTarget> targets) {
    return LocalMetrics.start(settings, this, targets);
  }

  @Override
  public Map<String, String> marks() {
    return OwnedProcesses.marks(mark);
  }

  @Override
  public Watchdog.Watch endAfter(Duration limit) {
    return launcher.guard().endAfter(limit);
  }

  @Override
  protected void endRest(List<String> problems) {
    for (ProcessIdentity stray : OwnedProcesses.markedWith(mark)) {
      stray.find().ifPresent(ProcessHandle::destroyForcibly);
    }
    try {
      WorkFolder.remove(work);
    } catch (IOException e) {
      problems.add(RootLocale.format("The working folder %s could not be removed: %s.", work, e));
    }
    launcher.guard().close();
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
      return new LocalComponent(spec, program, launcher, folder, logOf(spec), places);
    } catch (IOException e) {
      throw new RuntimeFailureException(
          RootLocale.format(
              "The folder of component '%s' could not be made below %s: %s.", spec.id(), work, e),
          e);
    }
  }
}
