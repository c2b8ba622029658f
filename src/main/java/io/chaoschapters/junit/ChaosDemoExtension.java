package io.chaoschapters.junit;

import io.chaoschapters.chaos.ExperimentHaltedException;
import io.chaoschapters.chaos.Recovery;
import io.chaoschapters.chaos.experiment.Experiment;
import io.chaoschapters.diagnosis.grading.DiagnosisRejectedError;
import io.chaoschapters.library.JUnitVersion;
import io.chaoschapters.run.ChapterEvent;
import io.chaoschapters.run.ChapterResult;
import io.chaoschapters.run.ChapterVerdict;
import io.chaoschapters.run.DiagnosisEvent;
import io.chaoschapters.session.ChapterArtifacts;
import io.chaoschapters.session.Environment;
import io.chaoschapters.session.RunPages;
import io.chaoschapters.subject.Subject;
import io.chaoschapters.subject.installed.Subjects;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestWatcher;

/**
 * Turns a class of chapters into a show.
 *
 * <p>Before a chapter: the presenter's word, the set-up chapters that were not performed yet, the
 * experiment up to its witnessed fault. After its method: the verdict is written and a failure is
 * reviewed while the effects are still there ({@code AfterTestExecution}); only then is everything
 * undone and the chapter's artifacts are published ({@code AfterEach}, which JUnit calls on every
 * path).
 *
 * <p>State lives in the stores only: the show in the root store, so that classes share it (or with
 * the {@link StageHost}, when a presenter holds the stage), the chapter in its method's store.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class ChaosDemoExtension
    implements BeforeAllCallback,
        ExecutionCondition,
        BeforeEachCallback,
        AfterTestExecutionCallback,
        AfterEachCallback,
        ParameterResolver,
        TestWatcher {
  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(ChaosDemoExtension.class);

  private static final String SKIPPED = "skipped";

  /** Keeps the class's store from closing a show that other classes share. */
  private record OnStage(RunSession show) {}

  @Override
  public void beforeAll(ExtensionContext context) {
    requireJUnit();
    ChapterPlan plan = ChapterPlan.of(context.getRequiredTestClass());
    Subject<?> subject = Subjects.find(plan.subject());
    Map<String, Experiment> experiments = plan.check(subject);
    ExtensionContext.Store store = context.getStore(NAMESPACE);
    store.put(ChapterPlan.class, plan);
    store.put("experiments", experiments);
    store.put(OnStage.class, new OnStage(Shows.of(context, subject, plan)));
  }

  private static void requireJUnit() {
    JUnitVersion.problem(ExtensionContext.class)
        .ifPresent(
            problem -> {
              throw new ExtensionConfigurationException(problem);
            });
  }

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    Optional<RunSession> show =
        context.getTestMethod().isEmpty()
            ? Optional.empty()
            : Optional.ofNullable(context.getStore(NAMESPACE).get(OnStage.class, OnStage.class))
                .map(OnStage::show);
    if (show.isEmpty() || !plan(context).holds(context.getRequiredTestMethod())) {
      // What is no chapter is refused before it begins: an error of a condition names the
      // condition.
      return ConditionEvaluationResult.enabled("nothing stands in the way");
    }
    ChapterInfo info = plan(context).chapter(context.getRequiredTestMethod());
    Optional<String> blocked = show.get().blocked();
    Optional<String> impossible =
        blocked.isPresent() ? Optional.empty() : impossible(context, show.get(), info);
    Optional<String> reason = blocked.or(() -> impossible);
    if (reason.isEmpty()) {
      return ConditionEvaluationResult.enabled("nothing stands in the way");
    }
    context.getStore(NAMESPACE).put(SKIPPED, true);
    ChapterRun run = new ChapterRun(show.get(), plan(context), info);
    show.get().skip(run, reason.get(), blocked.isPresent());
    return ConditionEvaluationResult.disabled("Skipped: " + reason.get());
  }

  /** Why the chapter cannot be performed on the runtime that was chosen; empty when it can. */
  private static Optional<String> impossible(
      ExtensionContext context, RunSession show, ChapterInfo info) {
    return Optional.ofNullable(experiments(context).get(info.name())).flatMap(show::obstacle);
  }

  /**
   * Another condition, such as {@code @Disabled}, may come before ours: what it disables is
   * reported all the same.
   */
  @Override
  public void testDisabled(ExtensionContext context, Optional<String> reason) {
    ExtensionContext.Store store = context.getStore(NAMESPACE);
    OnStage on = store.get(OnStage.class, OnStage.class);
    if (on == null
        || store.get(SKIPPED) != null
        || !plan(context).holds(context.getRequiredTestMethod())) {
      return;
    }
    ChapterInfo info = plan(context).chapter(context.getRequiredTestMethod());
    on.show().disabled(plan(context), info, reason.orElse("a condition disables it"));
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    RunSession show = show(context);
    ChapterPlan plan = plan(context);
    ChapterInfo info = plan.chapter(context.getRequiredTestMethod());
    SetUpReplay replay = new SetUpReplay(context, show, plan);
    replay.skipDisabled(info);
    ChapterRun run = new ChapterRun(show, plan, info);
    context.getStore(NAMESPACE).put(ChapterRun.class, run);
    show.announce(plan, info);
    run.prepare();
    run.stopwatch()
        .exclude(
            () -> {
              show.conductor().awaitStart(info);
              replay.before(info);
              return info;
            });
    show.journal().append(new ChapterEvent.Started(info.chapter().title()));
    show.keepSummary();
    run.begin(experiments(context).get(info.name()));
  }

  @Override
  public void afterTestExecution(ExtensionContext context) {
    ChapterRun run = run(context);
    run.methodEnded();
    judge(context, run);
  }

  /** Writes the verdict and has a failure reviewed; once a chapter. */
  private static void judge(ExtensionContext context, ChapterRun run) {
    if (run.judgedBefore()) {
      return;
    }
    RunSession show = show(context);
    Throwable failure = failure(context, run);
    DiagnosisRejectedError.in(failure)
        .map(rejected -> new DiagnosisEvent.Rejected(rejected.expected(), rejected.answered()))
        .ifPresent(show.journal()::append);
    show.journal().append(new ChapterEvent.Judged(Verdicts.of(failure), Verdicts.reason(failure)));
    if (failure != null && Verdicts.of(failure) != ChapterVerdict.SKIPPED) {
      run.stopwatch()
          .exclude(
              () -> {
                show.conductor()
                    .review(new FailedChapter(run.info(), failure, run.diagnostician()));
                return failure;
              });
    }
  }

  @Override
  public void afterEach(ExtensionContext context) {
    ChapterRun run = context.getStore(NAMESPACE).get(ChapterRun.class, ChapterRun.class);
    if (run == null) {
      return; // It was refused before it began.
    }
    try {
      // A chapter whose method was never reached has no verdict yet.
      judge(context, run);
    } finally {
      end(context, run);
    }
  }

  private static void end(ExtensionContext context, ChapterRun run) {
    RunSession show = show(context);
    Throwable failure = failure(context, run);
    Recovery recovery = show.conductor().recovering(run::recover);
    RecoveryFailedException dirty = null;
    if (recovery != null && !recovery.isClean()) {
      dirty = new RecoveryFailedException(recovery);
      show.block(dirty.leaves());
    }
    Throwable told = failure == null ? dirty : failure;
    ChapterVerdict verdict = Verdicts.of(told);
    remember(show, run.info(), verdict);
    publish(show, run, run.result(verdict, told));
    if (verdict != ChapterVerdict.PASS && verdict != ChapterVerdict.SKIPPED) {
      attach(context, show, run.name());
    }
    if (dirty != null) {
      throw dirty; // JUnit tells it beside what the chapter itself failed with.
    }
    ExperimentHaltedException halted = run.halted();
    if (halted != null && !context.getExecutionException().isPresent()) {
      throw halted; // What the method asserted of a fault that was cut short proves nothing.
    }
  }

  /** A chapter whose experiment was halted is neither passed nor failed, whatever it asserts. */
  private static @Nullable Throwable failure(ExtensionContext context, ChapterRun run) {
    ExperimentHaltedException halted = run.halted();
    return halted == null ? context.getExecutionException().orElse(null) : halted;
  }

  private static void remember(RunSession show, ChapterInfo info, ChapterVerdict verdict) {
    if (!info.chapter().setup()) {
      return;
    }
    if (verdict == ChapterVerdict.PASS) {
      show.performed(info);
    } else {
      show.block("set-up chapter '" + info.chapter().title() + "' did not pass");
    }
  }

  /** The result is kept even when the artifacts cannot be. */
  private static void publish(RunSession show, ChapterRun run, ChapterResult result) {
    try {
      if (run.isWatched()) {
        new ChapterArtifacts(show.environment().folder().chapter(result.name()))
            .write(run.diagnostician(), run.monitor().observations());
      }
    } finally {
      announceEnd(show, result);
    }
  }

  /** The report as it is now; it is written again when the run is over. */
  private static void attach(ExtensionContext context, RunSession show, String chapter) {
    Environment environment = show.environment();
    RunPages.report(environment);
    Attachments attachments =
        new Attachments(environment.folder().path(), environment.folder().chapter(chapter));
    attachments.publish(context, environment.journal()::note);
    attachments.name(environment.settings(), System.getenv(), System.out);
  }

  private static void announceEnd(RunSession show, ChapterResult result) {
    show.journal().append(result);
    show.journal().enterChapter(null);
    show.keepSummary();
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return context.getTestMethod().isPresent()
        && Injection.supports(parameter.getParameter().getType(), show(context));
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return Injection.resolve(parameter.getParameter().getType(), show(context), run(context));
  }

  private static RunSession show(ExtensionContext context) {
    return context.getStore(NAMESPACE).get(OnStage.class, OnStage.class).show();
  }

  private static ChapterPlan plan(ExtensionContext context) {
    return context.getStore(NAMESPACE).get(ChapterPlan.class, ChapterPlan.class);
  }

  private static ChapterRun run(ExtensionContext context) {
    return context.getStore(NAMESPACE).get(ChapterRun.class, ChapterRun.class);
  }

  @SuppressWarnings("unchecked") // put there by beforeAll, under a key that no other code uses
  private static Map<String, Experiment> experiments(ExtensionContext context) {
    return (Map<String, Experiment>) context.getStore(NAMESPACE).get("experiments", Map.class);
  }
}
