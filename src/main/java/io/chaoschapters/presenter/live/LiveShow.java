package io.chaoschapters.presenter.live;

import io.chaoschapters.junit.ChapterPlan;
import io.chaoschapters.junit.OpenShows;
import io.chaoschapters.junit.StageHost;
import io.chaoschapters.presenter.mode.ShowFailedException;
import io.chaoschapters.run.ChapterResult;
import io.chaoschapters.run.ChapterVerdict;
import io.chaoschapters.run.view.RunListener;
import io.chaoschapters.run.view.RunProjection;
import io.chaoschapters.settings.KnownSettings;
import io.chaoschapters.settings.Settings;
import io.chaoschapters.stage.PresenterCommand;
import io.chaoschapters.text.RootLocale;
import io.chaoschapters.waiting.ExitHook;
import java.io.PrintStream;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** A show on the stage, with a presenter's hand on the space bar, or a rehearsal without one. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class LiveShow {
  private final Settings settings;
  private final PrintStream out;
  private final long beganNanos;

  /**
   * A show.
   *
   * @param beganNanos when the program began, by {@code System.nanoTime()}
   */
  public LiveShow(Settings settings, PrintStream out, long beganNanos) {
    this.settings = settings;
    this.out = out;
    this.beganNanos = beganNanos;
  }

  /**
   * Runs it to its end.
   *
   * @throws ShowFailedException when it did not reach its end, or nobody was there to see that a
   *     chapter did not pass
   */
  public void run() throws InterruptedException {
    boolean rehearsal = settings.text(KnownSettings.MODE).equals("rehearse");
    Preflight preflight = new Preflight(settings);
    preflight.checkChoices();
    OpenShows shows = new OpenShows();
    ShowController controller = new ShowController(new LiveControls(shows));
    controller.starting(true);
    PresenterCommand left;
    // Before the chapters are looked for: that takes longer than an audience should see nothing.
    StageOutput stage = StageOutput.open(settings, out, controller::accept, beganNanos);
    boolean attended = stage.isAttended() && !rehearsal;
    try (StageOutput output = stage) {
      ChapterPlan plan = preflight.plan();
      int first = preflight.first(plan);
      preflight.checkDiagnosers();
      controller.expect(plan.chapters().size());
      output.begin();
      RunListener all =
          (entry, after) -> {
            output.on(entry, after);
            controller.on(entry, after);
          };
      StageHost host =
          new StageHost(
              new LiveConductor(
                  controller,
                  shows,
                  output::message,
                  attended,
                  settings.milliseconds(KnownSettings.KEEP_FAULT)),
              new RunProjection(all),
              shows);
      left = play(plan, first, controller, host, pacing(rehearsal, attended), output);
    }
    if (rehearsal) {
      TimingTable.lines(stage.run()).forEach(out::println);
    }
    judge(left, attended, stage);
  }

  private static Pacing pacing(boolean rehearsal, boolean attended) {
    Pacing present = attended ? Pacing.live() : Pacing.unattended();
    return rehearsal ? Pacing.rehearsal() : present;
  }

  private static @Nullable PresenterCommand play(
      ChapterPlan plan,
      int first,
      ShowController controller,
      StageHost host,
      Pacing pacing,
      StageOutput output)
      throws InterruptedException {
    try (ChapterLauncher launcher = new ChapterLauncher(host)) {
      LiveBackstage backstage =
          new LiveBackstage(plan, host, launcher, controller, output::message);
      // A signal runs no finally: what is still in place then is ended here.
      ExitHook hook =
          new ExitHook(
                  "chapters-live-exit",
                  () -> {
                    backstage.cancelStart();
                    host.close();
                    output.close();
                  })
              .set();
      try {
        return new ShowLoop(plan.chapters(), backstage, controller, pacing).run(first);
      } finally {
        host.close();
        hook.remove();
      }
    }
  }

  private static void judge(@Nullable PresenterCommand left, boolean attended, StageOutput stage) {
    if (left != null && left.trouble().isPresent()) {
      throw new ShowFailedException("The show ended early: " + left.trouble().get() + ".");
    }
    List<ChapterResult> results = stage.run().results();
    long others = results.stream().filter(LiveShow::isBad).count();
    if (!attended && others > 0) {
      throw new ShowFailedException(
          RootLocale.format("%d of %d chapters did not pass.", others, results.size()));
    }
  }

  /** As in a build, a chapter that is not possible on this runtime takes nothing from the rest. */
  static boolean isBad(ChapterResult result) {
    return result.verdict() != ChapterVerdict.PASS && result.verdict() != ChapterVerdict.SKIPPED;
  }
}
