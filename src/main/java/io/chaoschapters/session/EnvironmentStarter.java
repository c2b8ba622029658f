package io.chaoschapters.session;

import io.chaoschapters.chaos.undo.PendingUndo;
import io.chaoschapters.chaos.undo.UndoLedger;
import io.chaoschapters.diagnosis.Diagnoser;
import io.chaoschapters.diagnosis.Diagnosers;
import io.chaoschapters.diagnosis.Preparation;
import io.chaoschapters.diagnosis.Privacy;
import io.chaoschapters.doctor.Doctor;
import io.chaoschapters.doctor.RunOwner;
import io.chaoschapters.http.LoopbackDirect;
import io.chaoschapters.monitor.MonitorDaemon;
import io.chaoschapters.run.FaultEvent;
import io.chaoschapters.run.RunEvent;
import io.chaoschapters.run.ShowMode;
import io.chaoschapters.run.Waiting;
import io.chaoschapters.run.file.DiskReserve;
import io.chaoschapters.run.file.Journal;
import io.chaoschapters.run.file.JournalFile;
import io.chaoschapters.run.file.JournalListener;
import io.chaoschapters.run.view.RunProjection;
import io.chaoschapters.runtime.Component;
import io.chaoschapters.runtime.ComponentRuntime;
import io.chaoschapters.runtime.MetricsService;
import io.chaoschapters.runtime.RuntimeContext;
import io.chaoschapters.runtime.RuntimeFailureException;
import io.chaoschapters.runtime.installed.Runtimes;
import io.chaoschapters.settings.KnownSettings;
import io.chaoschapters.settings.SettingValue;
import io.chaoschapters.settings.Settings;
import io.chaoschapters.subject.Cluster;
import io.chaoschapters.subject.Requirements;
import io.chaoschapters.subject.Subject;
import io.chaoschapters.text.RootLocale;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apiguardian.api.API;

/** Starts an environment step by step; a step that fails ends what the earlier ones started. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class EnvironmentStarter {
  private final Subject<?> subject;
  private final Settings settings;
  private final JournalListener stage;
  private final int chapters;
  private final Consumer<List<String>> confirmation;
  private final List<AutoCloseable> opened = new ArrayList<>();

  /** For a run whose user is asked nothing. */
  public EnvironmentStarter(
      Subject<?> subject, Settings settings, JournalListener stage, int chapters) {
    this(subject, settings, stage, chapters, preview -> {});
  }

  /**
   * Nothing is started yet.
   *
   * @param confirmation is asked before anything is done to what the run has not started
   */
  public EnvironmentStarter(
      Subject<?> subject,
      Settings settings,
      JournalListener stage,
      int chapters,
      Consumer<List<String>> confirmation) {
    this.subject = subject;
    this.settings = settings;
    this.stage = stage;
    this.chapters = chapters;
    this.confirmation = confirmation;
  }

  public Environment start() {
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
    requireAll(choice.provider().id());
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
        opened(Journal.create(folder.path().resolve(JournalFile.NAME), clock, reserve, beganNanos));
    RunProjection projection = new RunProjection();
    journal.listen(projection);
    journal.listen(stage);
    journal.append(introduction(choice, diagnosers.get(0), folder));
    cleaned.forEach(journal::note);
    announce(diagnosers, journal);
    journal.append(Waiting.of(Waiting.Kind.START, "the cluster to start"));
    UndoLedger ledger = opened(UndoLedger.open(folder.path(), reserve::spend));
    ComponentRuntime runtime =
        choice
            .provider()
            .open(
                new RuntimeContext(
                    folder.run(),
                    folder.path(),
                    settings,
                    preview -> {
                      preview.forEach(journal::note);
                      confirmation.accept(preview);
                    },
                    journal::note));
    opened.add(() -> end(runtime, ledger, journal));
    Cluster cluster = opened(subject.start(runtime));
    cluster.notes().forEach(journal::note);
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
    journal.append(
        new RunEvent.ClusterReady(
            ready,
            cluster.components().stream().map(Component::id).toList(),
            metrics.course(),
            cluster.standIn().orElse(null),
            cluster.versions()));
    // Not earlier: a model would take the processors from the processes that are to start.
    DiagnoserWarmUp warm =
        new DiagnoserWarmUp(
            diagnosers, new Preparation(subject.glossary(), folder.path(), journal::note));
    opened.add(warm::end);
    return new Environment(
        new Environment.Started(
            subject,
            settings,
            folder,
            reserve,
            journal,
            projection,
            ledger,
            new Environment.ChosenRuntime(choice.provider().id(), choice.why(), runtime),
            cluster,
            metrics,
            monitor,
            diagnosers,
            warm,
            opened));
  }

  private void requireAll(String runtime) {
    List<String> refused =
        subject instanceof Requirements needing ? needing.refused(settings, runtime) : List.of();
    if (!refused.isEmpty()) {
      throw new RuntimeFailureException(String.join("\n", refused));
    }
  }

  /** What could not be rolled back is over with the cluster, unless that could not be ended. */
  private static void end(ComponentRuntime runtime, UndoLedger ledger, Journal journal) {
    runtime.close();
    for (PendingUndo over : ledger.everythingEnded()) {
      double seconds = Duration.between(over.armed(), Instant.now()).toMillis() / 1000.0;
      journal.append(new FaultEvent.Ended(over.fault(), seconds, "the cluster"));
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
      Privacy privacy = diagnoser.privacy();
      if (privacy.leaves()) {
        journal.note(
            RootLocale.format(
                "Diagnoser %s, what leaves this machine: %s", diagnoser.id(), privacy.sentence()));
      }
    }
  }

  private RunEvent.Started introduction(
      Runtimes.Choice choice, Diagnoser diagnoser, RunFolder folder) {
    return new RunEvent.Started(
        folder.run(),
        subject.id(),
        subject.title(),
        choice.provider().id(),
        choice.why(),
        subject.standIn(choice.provider().id()).orElse(null),
        diagnoser.id(),
        diagnoser.version(),
        diagnoser.description(),
        diagnoser.privacy().sentence(),
        chapters,
        settings.text(KnownSettings.MODE).equals("rehearse") ? ShowMode.REHEARSE : ShowMode.LIVE,
        settings.milliseconds(KnownSettings.POLL).toMillis() / 1000.0,
        values(),
        subject.signals(),
        subject.invariants().stream()
            .map(i -> new RunEvent.Started.Statement(i.id(), i.statement(), i.unit()))
            .toList(),
        folder.path().toString());
  }

  private Map<String, String> values() {
    Map<String, String> values = new TreeMap<>();
    for (SettingValue value : settings.all()) {
      values.put(value.setting().name(), value.value() + " (" + value.origin() + ")");
    }
    return values;
  }
}
