package io.chaoschapters.junit;

import io.chaoschapters.chaos.ExperimentHaltedException;
import io.chaoschapters.chaos.ExperimentRun;
import io.chaoschapters.chaos.Recovery;
import io.chaoschapters.chaos.experiment.Expectation;
import io.chaoschapters.chaos.experiment.Experiment;
import io.chaoschapters.diagnosis.ChapterDiagnostician;
import io.chaoschapters.diagnosis.Diagnosis;
import io.chaoschapters.diagnosis.grading.DiagnosisGrader;
import io.chaoschapters.diagnosis.grading.DiagnosisRejectedError;
import io.chaoschapters.monitor.DaemonMonitor;
import io.chaoschapters.monitor.Monitor;
import io.chaoschapters.monitor.MonitorDaemon;
import io.chaoschapters.monitor.Violation;
import io.chaoschapters.run.ChapterEvent;
import io.chaoschapters.run.ChapterResult;
import io.chaoschapters.run.ChapterVerdict;
import io.chaoschapters.session.Detection;
import io.chaoschapters.session.Environment;
import io.chaoschapters.session.EvidenceGatherer;
import io.chaoschapters.session.EvidenceTiming;
import io.chaoschapters.session.ForbiddenPhrasesBuilder;
import io.chaoschapters.session.LiveTools;
import io.chaoschapters.session.LiveView;
import io.chaoschapters.settings.AiSettings;
import io.chaoschapters.subject.Invariant;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One run of one chapter, from its announcement to its result. */
final class ChapterRun {
  private final RunSession show;
  private final ChapterInfo info;
  private final String name;
  private final int number;
  private final Stopwatch stopwatch = new Stopwatch();
  private final Instant scheduled = Instant.now();
  private final ForbiddenPhrasesBuilder forbidden;
  private @Nullable ExperimentRun experiment;
  private boolean begunInVain;
  private boolean judged;
  private @Nullable Watch watch;
  private Runnable listening = () -> {};
  private @Nullable Recovery recovery;
  private @Nullable Laboratory laboratory;
  private @Nullable Double timeToDetect;

  /** What looks on while the chapter's method runs. */
  private record Watch(Monitor monitor, ChapterDiagnostician diagnostician, long beganNanos) {}

  ChapterRun(RunSession show, ChapterPlan plan, ChapterInfo info) {
    this.show = show;
    this.info = info;
    this.name = show.nameOf(plan.type(), info);
    this.number = plan.number(info);
    this.forbidden = new ForbiddenPhrasesBuilder(phrases(plan, info), show.environment().subject());
  }

  /** What a chapter says of itself: its names, its title, its narration and its experiment. */
  static List<String> phrases(ChapterPlan plan, ChapterInfo info) {
    return Stream.of(
            Stream.of(plan.type().getSimpleName(), info.method().getName(), info.chapter().title()),
            ForbiddenPhrasesBuilder.sentences(info.chapter().narration()),
            info.experiment().stream())
        .flatMap(Function.identity())
        .toList();
  }

  ChapterInfo info() {
    return info;
  }

  /** Its name in this run. */
  String name() {
    return name;
  }

  /** Whether the verdict was written; true from the second call on. */
  boolean judgedBefore() {
    boolean before = judged;
    judged = true;
    return before;
  }

  Stopwatch stopwatch() {
    return stopwatch;
  }

  /** Begins to watch ahead of the experiment, for the set-up chapters that are replayed first. */
  void prepare() {
    watchFrom(Instant.now(), Instant.now(), null);
  }

  /** Injects the chapter's experiment and begins to watch. */
  void begin(@Nullable Experiment toInject) {
    if (toInject == null) {
      prepare();
      return;
    }
    begunInVain = true;
    ExperimentRun begun = stopwatch.exclude(() -> show.begin(toInject));
    begunInVain = false;
    experiment = begun;
    watchFrom(begun.injectedAt(), begun.observeUntil(), begun);
  }

  private void watchFrom(Instant from, Instant until, @Nullable ExperimentRun run) {
    Environment environment = show.environment();
    DaemonMonitor monitor =
        new DaemonMonitor(
            environment.monitor(),
            show.journal(),
            from,
            until,
            run == null ? () -> {} : run::requireNotHalted);
    callOff();
    EvidenceGatherer gatherer = new EvidenceGatherer(environment, monitor, run, scheduled);
    ChapterDiagnostician diagnostician =
        new ChapterDiagnostician(
                environment.diagnosers(),
                gatherer::gather,
                forbidden.phrases(),
                show.journal(),
                environment.settings().isOn(AiSettings.TOOLS)
                    ? new LiveTools(environment, scheduled)
                    : null,
                new LiveView(environment, gatherer::gather, scheduled))
            .timedBy(
                evidence ->
                    EvidenceTiming.of(evidence, monitor.awaited().map(Violation::raised), run))
            .measuredBy(environment::measured);
    watch = new Watch(monitor, diagnostician, System.nanoTime());
    if (run != null) {
      alertOf(environment.monitor(), from, diagnostician);
    }
  }

  /** Includes current violations: a fault is often detected before its witness confirms it. */
  private void alertOf(MonitorDaemon daemon, Instant from, ChapterDiagnostician diagnostician) {
    Consumer<Violation> alert =
        violation -> {
          if (violation.invariant().kind() == Invariant.Kind.SYSTEM) {
            diagnostician.alert();
          }
        };
    listening = daemon.whenRaised(alert);
    daemon.violationsSince(from).forEach(alert);
  }

  /** Diagnosers that a violation has woken may work until the chapter's method ends. */
  private void callOff() {
    listening.run();
    listening = () -> {};
    if (watch != null) {
      watch.diagnostician().callOff();
    }
  }

  /** Why the experiment was ended early by a condition of its own; null when it was not. */
  @Nullable ExperimentHaltedException halted() {
    return experiment == null ? null : experiment.halted().orElse(null);
  }

  Monitor monitor() {
    return watching().monitor();
  }

  ChapterDiagnostician diagnostician() {
    return watching().diagnostician();
  }

  Laboratory laboratory() {
    Laboratory made = laboratory == null ? new Laboratory(show) : laboratory;
    laboratory = made;
    return made;
  }

  boolean isWatched() {
    return watch != null;
  }

  private Watch watching() {
    if (watch == null) {
      throw new IllegalStateException("The chapter has not begun yet.");
    }
    return watch;
  }

  /** The chapter's method has ended. */
  void methodEnded() {
    callOff();
    stopwatch.excludeNanos(System.nanoTime() - watching().beganNanos());
    timeToDetect = detect();
  }

  private @Nullable Double detect() {
    return experiment == null || !experiment.experiment().hasFault()
        ? null
        : Detection.seconds(show.environment().monitor(), experiment);
  }

  /** Undoes the experiment; null when there was none. */
  @Nullable Recovery recover() {
    callOff(); // the method may never have been reached
    if (recovery == null && experiment != null) {
      recovery = stopwatch.exclude(experiment::recover);
    }
    if (recovery == null && begunInVain) {
      // It has been undone already; this waits for the steady state and tells whether it is back.
      recovery = stopwatch.exclude(() -> show.recoverLatest().orElse(null));
    }
    return recovery;
  }

  ChapterEvent.Skipped skipped(String reason) {
    return new ChapterEvent.Skipped(
        number, info.chapter().title(), info.experiment().orElse(null), reason);
  }

  ChapterResult result(ChapterVerdict verdict, @Nullable Throwable failure) {
    DiagnosisRejectedError rejected = DiagnosisRejectedError.in(failure).orElse(null);
    Diagnosis answer = judgedOn(rejected);
    return new ChapterResult(
        number,
        name,
        info.chapter().title(),
        info.experiment().orElse(null),
        verdict,
        Verdicts.reason(failure),
        rejected == null ? expected(verdict, answer) : rejected.expected(),
        answer == null ? null : named(answer),
        answer == null
            ? null
            : answer.provenance().diagnoser() + " " + answer.provenance().version(),
        timeToDetect,
        answer == null ? null : answer.provenance().seconds(),
        recovery == null ? null : seconds(recovery.took()),
        recovery == null ? null : recovery.state(),
        stopwatch.totalSeconds(),
        declared(),
        stopwatch.ownSeconds(),
        answer == null ? null : answer.provenance().promptTokens(),
        answer == null ? null : answer.provenance().answerTokens(),
        watch == null ? null : watch.diagnostician().marks().orElse(null));
  }

  /** The answer that the verdict rests on: the rejected one, also when it was not the last. */
  private @Nullable Diagnosis judgedOn(@Nullable DiagnosisRejectedError rejected) {
    Optional<Diagnosis> last = watch == null ? Optional.empty() : watch.diagnostician().verdict();
    return Optional.ofNullable(rejected)
        .flatMap(DiagnosisRejectedError::answer)
        .or(() -> last)
        .orElse(null);
  }

  /**
   * What the experiment expects; null when the chapter has passed with another answer, because then
   * it was not held to that.
   */
  private @Nullable String expected(ChapterVerdict verdict, @Nullable Diagnosis answer) {
    if (experiment == null) {
      return null;
    }
    Expectation expected = experiment.experiment().expected();
    boolean heldToAnother =
        verdict == ChapterVerdict.PASS
            && answer != null
            && !DiagnosisGrader.grade(answer, expected).isRight();
    return heldToAnother ? null : expected.words();
  }

  private double declared() {
    double own = experiment == null ? 0 : seconds(experiment.declared());
    return own + (laboratory == null ? 0 : seconds(laboratory.declared()));
  }

  private static String named(Diagnosis answer) {
    return switch (answer.verdict()) {
      case ANOMALY -> String.join(" and ", answer.terms());
      case NONE -> "none";
      case UNSURE -> "unsure";
      case INVALID -> "invalid";
    };
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }
}
