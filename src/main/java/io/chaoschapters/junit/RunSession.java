package io.chaoschapters.junit;

import io.chaoschapters.chaos.ChaosRunner;
import io.chaoschapters.chaos.ExperimentRun;
import io.chaoschapters.chaos.Recovery;
import io.chaoschapters.chaos.experiment.Experiment;
import io.chaoschapters.run.ChapterEvent;
import io.chaoschapters.run.ChapterResult;
import io.chaoschapters.run.ChapterVerdict;
import io.chaoschapters.run.RunEvent;
import io.chaoschapters.run.RunVerdict;
import io.chaoschapters.run.file.Journal;
import io.chaoschapters.session.Closing;
import io.chaoschapters.session.Environment;
import io.chaoschapters.session.RunPages;
import io.chaoschapters.session.RunningSummary;
import io.chaoschapters.text.RootLocale;
import io.chaoschapters.waiting.ExitHook;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * One subject's run: its cluster and everything that watches it, shared by all chapters.
 *
 * <p>It keeps what must outlive a chapter: which set-up chapters were performed, why the rest is
 * skipped, and the results.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class RunSession implements AutoCloseable {
  private final Environment environment;
  private final Conductor conductor;
  private final ChaosRunner runner = new ChaosRunner();
  private final Set<String> performed = new HashSet<>();
  private final Set<String> disabled = new HashSet<>();
  private final Set<String> prevented = new HashSet<>();
  private final RunningSummary summary;
  private final ExitHook exitHook = new ExitHook("chapters-show-exit", () -> close(true));
  private final Map<String, String> names = new LinkedHashMap<>();
  private @Nullable String blocked;
  private boolean closed;

  private RunSession(Environment environment, Conductor conductor) {
    this.environment = environment;
    this.conductor = conductor;
    this.summary = new RunningSummary(environment);
  }

  static RunSession open(Environment environment, Conductor conductor) {
    RunSession show = new RunSession(environment, conductor);
    show.summary.keep();
    show.exitHook.set();
    return show;
  }

  Environment environment() {
    return environment;
  }

  Conductor conductor() {
    return conductor;
  }

  /** The run's journal. */
  public Journal journal() {
    return environment.journal();
  }

  /** The fault that is under way or was the last; for the presenter's abort. */
  public Optional<ExperimentRun> experimentRun() {
    return runner.latest();
  }

  ExperimentRun begin(Experiment experiment) {
    return runner.begin(experiment, environment.experimentContext(conductor.keepsFaults()));
  }

  /** Recovers from an experiment that could not even begin; empty when there was none. */
  Optional<Recovery> recoverLatest() {
    return runner.recover();
  }

  /** Tells the stage which chapter is next. */
  public void announce(ChapterPlan plan, ChapterInfo info) {
    journal().enterChapter(nameOf(plan.type(), info));
    journal()
        .append(
            new ChapterEvent.Scheduled(
                plan.number(info),
                plan.chapters().size(),
                info.chapter().title(),
                info.chapter().narration(),
                info.chapter().notes(),
                info.experiment().orElse(null)));
  }

  /** Why no further chapter runs; empty when one may. */
  public Optional<String> blocked() {
    return environment.reserve().isSpent()
        ? Optional.of("the disk is full; free some space and begin again")
        : Optional.ofNullable(blocked);
  }

  /** No further chapter runs, for a reason that the audience reads. */
  void block(String reason) {
    blocked = reason;
  }

  /** The presenter put the subject in order, so chapters may run again. */
  public void unblock() {
    blocked = null;
  }

  /** Whether a set-up chapter was performed, or is not to be. */
  boolean isDone(ChapterInfo setup) {
    return performed.contains(key(setup)) || disabled.contains(key(setup));
  }

  void performed(ChapterInfo setup) {
    performed.add(key(setup));
  }

  private static String key(ChapterInfo setup) {
    return setup.method().toString();
  }

  /** A chapter's name in this run; one of another class that is called the same has its own. */
  String nameOf(Class<?> type, ChapterInfo info) {
    String owner = type.getName() + "#" + info.method().getName();
    boolean own = names.computeIfAbsent(info.name(), name -> owner).equals(owner);
    return own ? info.name() : info.name() + "-" + ChapterInfo.hyphenated(type.getSimpleName());
  }

  /** A chapter has begun or ended: the summary on the disk says so. */
  void keepSummary() {
    environment.noteMetrics();
    summary.keep();
  }

  /** A chapter is disabled by an annotation: it is not performed, nor is it for a later one. */
  void disabled(ChapterPlan plan, ChapterInfo info, String reason) {
    disabled.add(key(info));
    skip(new ChapterRun(this, plan, info), reason, false);
  }

  /**
   * A chapter is not performed.
   *
   * @param byEarlier because of what happened before it: the run is not whole without it
   */
  void skip(ChapterRun run, String reason, boolean byEarlier) {
    journal().enterChapter(run.name());
    journal().append(run.skipped(reason));
    journal().enterChapter(null);
    if (byEarlier) {
      prevented.add(run.name());
    }
    keepSummary();
  }

  /** Says on which runtime an experiment is not possible, and why; empty when it is. */
  Optional<String> obstacle(Experiment experiment) {
    return experiment
        .obstacle(environment.cluster())
        .map(
            why ->
                RootLocale.format("not possible on runtime %s (%s)", environment.runtimeId(), why));
  }

  /** Ends the run: the verdict first, then everything that was started. */
  @Override
  public void close() {
    close(false);
  }

  /** A run that is closed because the JVM ends was cut off. */
  private synchronized void close(boolean cutOff) {
    if (closed) {
      return;
    }
    closed = true;
    boolean exiting = cutOff || !exitHook.remove();
    // Every chapter has recovered by itself; the runner is for one that could not. The monitor
    // stops before the last word, so that nothing is observed after it.
    Closing.reverse(
        List.of(
            environment,
            () -> RunPages.recording(environment, exiting),
            () -> RunPages.stepSummary(environment),
            () -> RunPages.report(environment),
            () -> summary.end(exiting),
            () -> journal().append(ending(exiting)),
            environment::noteMetrics,
            environment.monitor(),
            runner));
  }

  private RunEvent.Ended ending(boolean cutOff) {
    List<ChapterResult> results = environment.view().results();
    Map<ChapterVerdict, Integer> counts = new EnumMap<>(ChapterVerdict.class);
    results.forEach(result -> counts.merge(result.verdict(), 1, Integer::sum));
    boolean passed =
        counts.containsKey(ChapterVerdict.PASS) && results.stream().allMatch(this::isPassed);
    RunVerdict whole = passed ? RunVerdict.PASS : RunVerdict.NOT_PASSED;
    return new RunEvent.Ended(cutOff ? RunVerdict.CUT_OFF : whole, counts);
  }

  private boolean isPassed(ChapterResult result) {
    return result.verdict() == ChapterVerdict.PASS
        || result.verdict() == ChapterVerdict.SKIPPED && !prevented.contains(result.name());
  }
}
