package io.chaoschapters.junit;

import io.chaoschapters.text.RootLocale;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.TestAbortedException;

/**
 * Performs the set-up chapters that a chapter builds on and that were not performed yet, as when
 * one chapter is run on its own.
 */
final class SetUpReplay {
  private final ExtensionContext context;
  private final RunSession show;
  private final ChapterPlan plan;

  SetUpReplay(ExtensionContext context, RunSession show, ChapterPlan plan) {
    this.context = context;
    this.show = show;
    this.plan = plan;
  }

  /** What JUnit would not run is not replayed; it is reported as skipped, ahead of the chapter. */
  void skipDisabled(ChapterInfo info) {
    Conditions conditions = new Conditions(context);
    for (ChapterInfo earlier : missing(info)) {
      conditions
          .against(earlier.method())
          .ifPresent(reason -> show.disabled(plan, earlier, reason));
    }
  }

  void before(ChapterInfo info) {
    missing(info).forEach(earlier -> perform(earlier, info));
  }

  private List<ChapterInfo> missing(ChapterInfo info) {
    return plan.chapters().stream()
        .filter(earlier -> earlier.chapter().order() < info.chapter().order())
        .filter(earlier -> earlier.chapter().setup() && !show.isDone(earlier))
        .toList();
  }

  private void perform(ChapterInfo setup, ChapterInfo wanted) {
    show.journal().note("replaying set-up chapter '" + setup.chapter().title() + "'");
    try {
      context.getExecutableInvoker().invoke(setup.method(), context.getRequiredTestInstance());
      show.performed(setup);
    } catch (Exception | AssertionError e) {
      // JUnit's invoker throws whatever the method threw, checked exceptions included.
      show.block("set-up chapter '" + setup.chapter().title() + "' did not pass");
      throw failure(setup, wanted, e);
    }
  }

  private static RuntimeException failure(ChapterInfo setup, ChapterInfo wanted, Throwable cause) {
    boolean aborted = cause instanceof TestAbortedException;
    String message =
        RootLocale.format(
            "Set-up chapter '%s' %s while preparing '%s': %s",
            setup.chapter().title(),
            aborted ? "was aborted" : "failed",
            wanted.chapter().title(),
            Verdicts.reason(cause));
    return aborted
        ? new TestAbortedException(message, cause)
        : new IllegalStateException(message, cause);
  }
}
