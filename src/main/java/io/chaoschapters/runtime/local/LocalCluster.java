package io.chaoschapters.runtime.local;

import io.chaoschapters.runtime.ComponentSpec;
import io.chaoschapters.runtime.ProcessProgram;
import io.chaoschapters.runtime.RuntimeFailureException;
import io.chaoschapters.runtime.support.ComponentLog;
import io.chaoschapters.runtime.support.Detachment;
import io.chaoschapters.runtime.support.GuardLink;
import io.chaoschapters.runtime.support.GuardProgram;
import io.chaoschapters.runtime.support.SideBySide;
import io.chaoschapters.runtime.support.Uninterrupted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a local runtime has started: processes, their guard and their folders. */
final class LocalCluster {
  private static final Logger LOG = LoggerFactory.getLogger(LocalCluster.class);
  private static final Duration CLOSE_GRACE = Duration.ofSeconds(1);
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,62}");

  private final Path logs;
  private final Path work;
  private final String mark;
  private final ProcessLauncher launcher;
  private final Map<String, LocalComponent> components = new LinkedHashMap<>();
  private final List<AutoCloseable> others = new CopyOnWriteArrayList<>();
  private boolean closed;

  private LocalCluster(Path logs, Path work, String mark, ProcessLauncher launcher) {
    this.logs = logs;
    this.work = work;
    this.mark = mark;
    this.launcher = launcher;
  }

  static LocalCluster open(Path folder) throws IOException {
    Path logs = Files.createDirectories(folder.resolve("logs")).toRealPath();
    Path work = WorkFolder.create(folder);
    String mark = UUID.randomUUID().toString();
    Detachment detachment = Detachment.find();
    GuardProgram program =
        new GuardProgram(detachment, Guard.class, logs.resolve("guard.log"), mark, work.toString());
    ProcessLauncher launcher =
        new ProcessLauncher(detachment, mark, new GuardLink<>(program::start));
    return new LocalCluster(logs, work, mark, launcher);
  }

  /** Starts components side by side; all of them, or none. */
  List<LocalComponent> start(List<ComponentSpec> specs) {
    List<LocalComponent> added = add(specs);
    try {
      SideBySide.run(
          "start",
          added.stream()
              .map(component -> new SideBySide.Task(component.id(), component::start))
              .toList());
      return added;
    } catch (RuntimeException e) {
      for (String unfinished : Uninterrupted.get(() -> end(added))) {
        e.addSuppressed(new RuntimeFailureException(unfinished));
      }
      synchronized (this) {
        added.forEach(component -> components.remove(component.id()));
      }
      throw e;
    }
  }

  /** A part of the runtime that is no process; closed with it. */
  <T extends AutoCloseable> T closeLater(T part) {
    others.add(part);
    return part;
  }

  void thawAll() {
    for (LocalComponent component : all()) {
      try {
        component.thaw();
      } catch (RuntimeFailureException e) {
        LOG.warn("At exit: {}", e.getMessage());
      }
    }
  }

  void close() {
    List<String> problems = Uninterrupted.get(this::closeAll);
    if (!problems.isEmpty()) {
      throw new RuntimeFailureException(String.join(" ", problems));
    }
  }

  private List<String> closeAll() {
    List<LocalComponent> ending;
    synchronized (this) {
      closed = true;
      ending = all();
    }
    List<String> problems = new ArrayList<>();
    for (AutoCloseable other : others) {
      try {
        other.close();
      } catch (Exception e) {
        problems.add("Closing %s failed: %s.".formatted(other, e.getMessage()));
      }
    }
    problems.addAll(end(ending));
    for (ProcessIdentity stray : OwnedProcesses.markedWith(mark)) {
      stray.find().ifPresent(ProcessHandle::destroyForcibly);
    }
    try {
      WorkFolder.remove(work);
    } catch (IOException e) {
      problems.add("The working folder %s could not be removed: %s.".formatted(work, e));
    }
    launcher.guard().close();
    return problems;
  }

  private synchronized List<LocalComponent> all() {
    return List.copyOf(components.values());
  }

  private synchronized List<LocalComponent> add(List<ComponentSpec> specs) {
    if (closed) {
      throw new RuntimeFailureException("The local runtime is closed; open another one.");
    }
    Map<String, LocalComponent> added = new LinkedHashMap<>();
    for (ComponentSpec spec : specs) {
      requireUsable(spec);
      LocalComponent component = component(spec);
      if (components.containsKey(spec.id()) || added.put(spec.id(), component) != null) {
        throw new RuntimeFailureException(
            "There are two components '%s'; give each its own id.".formatted(spec.id()));
      }
    }
    components.putAll(added);
    return List.copyOf(added.values());
  }

  private static void requireUsable(ComponentSpec spec) {
    if (!ID.matcher(spec.id()).matches()) {
      throw new RuntimeFailureException(
          "'%s' cannot be a component's id: use letters, digits, dots and hyphens, 63 at most."
              .formatted(spec.id()));
    }
  }

  private LocalComponent component(ComponentSpec spec) {
    ProcessProgram program = spec.process();
    if (program == null) {
      throw new RuntimeFailureException(
          "Component '%s' cannot run as a process; choose another runtime, such as -Druntime=docker."
              .formatted(spec.id()));
    }
    try {
      Path folder = Files.createDirectories(work.resolve(spec.id()));
      ComponentLog log = new ComponentLog(spec.id(), logs.resolve(spec.id() + ".log"));
      return new LocalComponent(spec, program, launcher, folder, log);
    } catch (IOException e) {
      throw new RuntimeFailureException(
          "The folder of component '%s' could not be made below %s: %s."
              .formatted(spec.id(), work, e),
          e);
    }
  }

  private static List<String> end(List<LocalComponent> ending) {
    List<String> problems = new CopyOnWriteArrayList<>();
    SideBySide.run(
        "end",
        ending.stream()
            .map(
                component ->
                    new SideBySide.Task(
                        component.id(),
                        () -> {
                          if (!component.end(CLOSE_GRACE)) {
                            problems.add("Component '%s' did not end.".formatted(component.id()));
                          }
                        }))
            .toList());
    return problems;
  }
}
