package io.chaoschapters.junit;

import io.chaoschapters.chaos.PendingUndo;
import io.chaoschapters.chaos.UndoLedger;
import io.chaoschapters.diagnosis.Diagnoser;
import io.chaoschapters.diagnosis.Diagnosers;
import io.chaoschapters.diagnosis.Preparation;
import io.chaoschapters.doctor.Doctor;
import io.chaoschapters.doctor.RunOwner;
import io.chaoschapters.http.LoopbackDirect;
import io.chaoschapters.journal.DiskReserve;
import io.chaoschapters.journal.EventType;
import io.chaoschapters.journal.Journal;
import io.chaoschapters.journal.JournalListener;
import io.chaoschapters.monitor.MonitorDaemon;
import io.chaoschapters.runtime.Component;
import io.chaoschapters.runtime.MetricsService;
import io.chaoschapters.runtime.RuntimeContext;
import io.chaoschapters.runtime.Runtimes;
import io.chaoschapters.settings.KnownSettings;
import io.chaoschapters.settings.Settings;
import io.chaoschapters.subject.Cluster;
import io.chaoschapters.subject.Invariant;
import io.chaoschapters.subject.Signal;
import io.chaoschapters.subject.Subject;
import io.chaoschapters.subject.Versions;
import io.chaoschapters.text.Failure;
import io.chaoschapters.text.RootLocale;
import io.chaoschapters.waiting.DaemonThreads;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts an environment step by step; a step that fails ends what the earlier ones started. */
final class EnvironmentStarter {
  private static final Logger LOG = LoggerFactory.getLogger(EnvironmentStarter.class);
  private static final Duration WARM_WITHIN = Duration.ofSeconds(5);

  private final Subject subject;
  private final Settings settings;
  private final JournalListener stage;
  private final int chapters;
  private final List<AutoCloseable> opened = new ArrayList<>();

  EnvironmentStarter(Subject subject, Settings settings, JournalListener stage, int chapters) {
    this.subject = subject;
    this.settings = settings;
    this.stage = stage;
    this.chapters = chapters;
  }

  Environment start() {
    try {
      return tryStart();
    } catch (RuntimeException | Error e) {
      endAfter(e);
      throw e;
    }
  }

  private void endAfter(Throwable failure) {
    try {
      Closing.reverse(opened);
    } catch (RuntimeException e) {
      failure.addSuppressed(e);
    }
  }

  private Environment tryStart() {
    Clock clock = Clock.systemUTC();
    Instant began = clock.instant();
    long beganNanos = System.nanoTime();
    // Clients of libraries ask the JVM's own selector, in chapters too.
    opened(LoopbackDirect.install());
    List<Diagnoser> diagnosers = diagnosers();
    Runtimes runtimes = Runtimes.onClassPath();
    Runtimes.Choice choice = runtimes.choose(settings, subject.runtimes(), subject.images());
    Path output = Path.of(settings.text(KnownSettings.OUTPUT));
    List<String> cleaned = new ArrayList<>();
    List<String> problems =
        Doctor.atStart(output, runtimes.all(), choice.provider()).clean(cleaned::add);
    cleaned.addAll(problems);
    RunFolder folder = RunFolder.create(output, subject.id(), began);
    opened(RunOwner.note(folder.path(), choice.provider()));
    opened(BuildWatch.begin());
    DiskReserve reserve = opened(DiskReserve.in(folder.path()));
    Journal journal =
        opened(Journal.create(folder.path().resolve("journal.jsonl"), clock, reserve));
    journal.listen(stage);
    journal.append(EventType.RUN_STARTED, introduction(choice, diagnosers.get(0), folder));
    cleaned.forEach(sentence -> journal.append(EventType.NOTE, Map.of("text", sentence)));
    announce(diagnosers, journal);
    journal.append(EventType.WAITING, Map.of("what", "the cluster to start"));
    UndoLedger ledger = opened(UndoLedger.open(folder.path(), reserve::spend));
    io.chaoschapters.runtime.Runtime runtime =
        choice.provider().open(new RuntimeContext(folder.run(), folder.path(), settings));
    opened.add(() -> end(runtime, ledger, journal));
    Cluster cluster = opened(subject.start(runtime));
    cluster.notes().forEach(note -> journal.append(EventType.NOTE, Map.of("text", note)));
    MetricsService metrics = runtime.startMetrics(cluster.scrapeTargets());
    MonitorDaemon monitor =
        opened(
            new MonitorDaemon(
                subject,
                cluster,
                metrics.source(),
                settings.milliseconds(KnownSettings.POLL),
                journal,
                clock));
    monitor.observeNow();
    monitor.start();
    double ready = (System.nanoTime() - beganNanos) / 1e9;
    journal.append(EventType.CLUSTER_READY, readiness(cluster, metrics, ready));
    // Not earlier: a model would take the processors from the processes that are to start.
    CompletableFuture<Void> warm =
        CompletableFuture.runAsync(
            () -> warmUp(diagnosers, journal, folder.path()),
            DaemonThreads.eachIn("chapters-warm-up"));
    opened.add(() -> endWarmUp(warm, diagnosers));
    return new Environment(
        new Environment.Started(
            subject,
            settings,
            folder,
            reserve,
            journal,
            ledger,
            new Environment.ChosenRuntime(choice.provider().id(), choice.why(), runtime),
            cluster,
            metrics,
            monitor,
            diagnosers,
            began,
            beganNanos,
            ready,
            warm,
            opened));
  }

  /** What could not be rolled back is over with the cluster, unless that could not be ended. */
  private static void end(
      io.chaoschapters.runtime.Runtime runtime, UndoLedger ledger, Journal journal) {
    runtime.close();
    for (PendingUndo over : ledger.everythingEnded()) {
      double seconds = Duration.between(over.armed(), Instant.now()).toMillis() / 1000.0;
      journal.append(
          EventType.FAULT_ENDED,
          Map.of("fault", over.fault(), "seconds", seconds, "with", "the cluster"));
    }
  }

  private <T extends AutoCloseable> T opened(T resource) {
    opened.add(resource);
    return resource;
  }

  private List<Diagnoser> diagnosers() {
    List<Diagnoser> found =
        Diagnosers.asked(settings).stream().map(id -> Diagnosers.open(id, settings)).toList();
    opened.addAll(found);
    return found;
  }

  /** What a run says before anything can leave the machine. */
  private static void announce(List<Diagnoser> diagnosers, Journal journal) {
    for (Diagnoser diagnoser : diagnosers) {
      String leaves = diagnoser.whatLeavesTheMachine();
      if (!leaves.startsWith(Diagnoser.NOTHING)) {
        String text =
            RootLocale.format("Diagnoser %s, what leaves this machine: %s", diagnoser.id(), leaves);
        journal.append(EventType.NOTE, Map.of("text", text));
      }
    }
  }

  /** A diagnoser that cannot get ready says so again when it is asked. */
  private void warmUp(List<Diagnoser> diagnosers, Journal journal, Path folder) {
    Consumer<String> note = text -> journal.append(EventType.NOTE, Map.of("text", text));
    for (Diagnoser diagnoser : diagnosers) {
      try {
        diagnoser.warmUp(new Preparation(subject.glossary(), folder, note));
      } catch (RuntimeException e) {
        note.accept(RootLocale.format("diagnoser %s: %s", diagnoser.id(), Failure.words(e)));
      }
    }
  }

  /** A model that still loads is not needed any more; one that hangs over it is left behind. */
  private static void endWarmUp(CompletableFuture<Void> warm, List<Diagnoser> diagnosers)
      throws InterruptedException {
    if (!warm.isDone()) {
      diagnosers.forEach(Diagnoser::close);
    }
    try {
      warm.get(WARM_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      LOG.warn("A diagnoser did not get ready, and is not waited for any longer.");
    } catch (ExecutionException e) {
      LOG.warn("A diagnoser could not get ready", e);
    }
  }

  private Map<String, Object> introduction(
      Runtimes.Choice choice, Diagnoser diagnoser, RunFolder folder) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("subject", subject.id());
    data.put("title", subject.title());
    data.put("runtime", choice.provider().id());
    data.put("reason", choice.why());
    data.put("standIn", subject.standIn(choice.provider().id()).orElse(""));
    data.put("diagnoser", diagnoser.id());
    data.put("diagnoserVersion", diagnoser.version());
    data.put("diagnoserDescription", diagnoser.description());
    data.put("leavesTheMachine", diagnoser.whatLeavesTheMachine());
    data.put("chapters", chapters);
    data.put("mode", settings.text(KnownSettings.MODE));
    data.put("pollSeconds", settings.milliseconds(KnownSettings.POLL).toMillis() / 1000.0);
    data.put("signals", subject.signals().stream().map(EnvironmentStarter::signal).toList());
    data.put(
        "invariants", subject.invariants().stream().map(EnvironmentStarter::invariant).toList());
    data.put("artefacts", folder.path().toString());
    return data;
  }

  private static Map<String, Object> signal(Signal signal) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("id", signal.id());
    data.put("label", signal.label());
    data.put("description", signal.description());
    data.put("unit", signal.unit());
    data.put("scaleMax", signal.scaleMax());
    if (signal.limit() != null) {
      data.put("limit", signal.limit());
    }
    return data;
  }

  private static Map<String, Object> invariant(Invariant invariant) {
    return Map.of(
        "id", invariant.id(),
        "statement", invariant.statement(),
        "unit", invariant.unit(),
        "kind", invariant.kind().name());
  }

  private static Map<String, Object> readiness(
      Cluster cluster, MetricsService metrics, double seconds) {
    return Map.of(
        "seconds",
        seconds,
        "components",
        cluster.components().stream().map(Component::id).toList(),
        "metrics",
        metrics.description(),
        "standIn",
        cluster.standIn().orElse(""),
        "versions",
        Versions.words(cluster.versions()));
  }
}
