package io.chaoschapters.junit;

import io.chaoschapters.journal.EventType;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Performs the set-up chapters that a chapter builds on and that were not performed yet, as when
 * one chapter is run on its own.
 */
final class SetUpReplay {
  private final ExtensionContext context;
  private final Show show;
  private final ChapterPlan plan;

  SetUpReplay(ExtensionContext context, Show show, ChapterPlan plan) {
    this.context = context;
    this.show = show;
    this.plan = plan;
  }

  void before(ChapterInfo info) {
    for (ChapterInfo earlier : plan.chapters()) {
      boolean precedes = earlier.chapter().order() < info.chapter().order();
      if (precedes && earlier.chapter().setup() && !show.isPerformed(earlier)) {
        perform(earlier, info);
      }
    }
  }

  private void perform(ChapterInfo setup, ChapterInfo wanted) {
    show.journal()
        .append(
            EventType.NOTE,
            Map.of("text", "replaying set-up chapter '" + setup.chapter().title() + "'"));
    try {
      context.getExecutableInvoker().invoke(setup.method(), context.getRequiredTestInstance());
      show.performed(setup);
    } catch (RuntimeException | AssertionError e) {
      show.block("set-up chapter '" + setup.chapter().title() + "' failed");
      throw new IllegalStateException(
          "Set-up chapter '%s' failed while preparing '%s': %s"
              .formatted(setup.chapter().title(), wanted.chapter().title(), e.getMessage()),
          e);
    }
  }
}
