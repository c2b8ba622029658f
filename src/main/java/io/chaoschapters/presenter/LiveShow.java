package io.chaoschapters.presenter;

import io.chaoschapters.junit.ChapterPlan;
import io.chaoschapters.junit.Show;
import io.chaoschapters.junit.StageHost;
import io.chaoschapters.settings.KnownSettings;
import io.chaoschapters.settings.Settings;
import io.chaoschapters.subject.Subjects;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A show on the stage, with a presenter's hand on the space bar, or a rehearsal without one. */
final class LiveShow {
  private final Settings settings;
  private final PrintStream out;
  private final AtomicReference<@Nullable StageHost> host = new AtomicReference<>();

  LiveShow(Settings settings, PrintStream out) {
    this.settings = settings;
    this.out = out;
  }

  void run() throws InterruptedException {
    boolean rehearsal = settings.text(KnownSettings.MODE).equals("rehearse");
    ChapterPlan plan = plan();
    int first = first(plan);
    CommandDesk desk = new CommandDesk(() -> show(plan));
    try (Platform platform = Platform.open(settings, out, plan, desk)) {
      boolean attended = platform.isAttended() && !rehearsal;
      StageHost stageHost =
          new StageHost(
              new LiveConductor(desk, () -> show(plan), platform::message, attended), platform);
      host.set(stageHost);
      Pacing pacing = rehearsal ? Pacing.rehearsal() : Pacing.of(attended);
      play(plan, first, desk, stageHost, pacing);
    }
  }

  private static void play(
      ChapterPlan plan, int first, CommandDesk desk, StageHost stageHost, Pacing pacing)
      throws InterruptedException {
    // A signal runs no finally: whatever is still in place then is undone here.
    Thread hook = new Thread(stageHost::close, "chapters-live-exit");
    java.lang.Runtime.getRuntime().addShutdownHook(hook);
    try (ChapterLauncher launcher = new ChapterLauncher(stageHost)) {
      new ShowLoop(plan, stageHost, launcher, desk, pacing).run(first);
    } finally {
      stageHost.close();
      unhook(hook);
    }
  }

  /** When the JVM is on its way out already, the hook is the one that has to do it. */
  private static void unhook(Thread hook) {
    try {
      java.lang.Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      org.slf4j.LoggerFactory.getLogger(LiveShow.class).debug("The JVM ends already", e);
    }
  }

  private Optional<Show> show(ChapterPlan plan) {
    StageHost on = host.get();
    return on == null ? Optional.empty() : Optional.ofNullable(on.show(plan.subject()));
  }

  private ChapterPlan plan() {
    String wanted = settings.text(KnownSettings.SUBJECT);
    if (!wanted.isEmpty()) {
      Subjects.find(wanted);
    }
    List<ChapterPlan> found =
        ChapterClasses.all().stream()
            .filter(plan -> wanted.isEmpty() || plan.subject().equals(wanted))
            .toList();
    if (found.isEmpty()) {
      throw new ShowFailedException(
          "No chapters%s: there is no class whose name ends in Chapters with @ChaosDemo on the class path."
              .formatted(wanted.isEmpty() ? "" : " of subject '" + wanted + "'"));
    }
    return found.get(0);
  }

  private int first(ChapterPlan plan) {
    String number = settings.text(KnownSettings.CHAPTER);
    for (int i = 0; i < plan.chapters().size(); i++) {
      if (number.equals(Integer.toString(i + 1))) {
        return i;
      }
    }
    throw new ShowFailedException(
        "No chapter '%s'. Use -Dchapter=<1 to %d>; -Dmode=list shows them."
            .formatted(number, plan.chapters().size()));
  }
}
