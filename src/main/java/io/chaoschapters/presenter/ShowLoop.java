package io.chaoschapters.presenter;

import io.chaoschapters.journal.EventType;
import io.chaoschapters.junit.ChapterInfo;
import io.chaoschapters.junit.ChapterPlan;
import io.chaoschapters.junit.Show;
import io.chaoschapters.junit.ShowOpening;
import io.chaoschapters.junit.StageHost;
import io.chaoschapters.stage.PresenterCommand;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The show from its first chapter to the presenter's last word. */
final class ShowLoop {
  private final ChapterPlan plan;
  private final StageHost host;
  private final ChapterLauncher launcher;
  private final CommandDesk desk;
  private final Pacing pacing;

  ShowLoop(
      ChapterPlan plan, StageHost host, ChapterLauncher launcher, CommandDesk desk, Pacing pacing) {
    this.plan = plan;
    this.host = host;
    this.launcher = launcher;
    this.desk = desk;
    this.pacing = pacing;
  }

  /** Plays from a chapter on; returns when the presenter has left, or nothing is left to play. */
  void run(int first) throws InterruptedException {
    int index = first;
    while (index < plan.chapters().size()) {
      ChapterInfo info = plan.chapters().get(index);
      Show show = ShowOpening.open(host, plan);
      show.announce(plan, info);
      @Nullable PresenterCommand wish = awaitStart(show, info, index == first);
      if (wish == null) {
        wish = desk.play(() -> launcher.play(plan, info));
        index = wish == null ? index + 1 : index;
      }
      if (isLeaving(wish)) {
        return;
      }
      index = follow(wish, index);
    }
    pacing.afterLast(host.show(plan.subject()), desk);
  }

  /**
   * Null when the chapter may start, else what the presenter wants in its place; the audience is
   * let in before the first.
   */
  private @Nullable PresenterCommand awaitStart(Show show, ChapterInfo info, boolean opening)
      throws InterruptedException {
    boolean held = opening;
    while (true) {
      Pacing.Wait wait = pacing.before(info, held);
      if (wait.seconds() == null || wait.seconds() > 0) {
        show.journal().append(EventType.WAITING, words(wait));
      }
      PresenterCommand command = wait.seconds() == null ? desk.take() : desk.poll(wait.duration());
      if (command == null || command instanceof PresenterCommand.Next) {
        return null;
      }
      if (command instanceof PresenterCommand.HoldAutoAdvance) {
        held = !held;
      } else if (isLeaving(command) || leadsElsewhere(command)) {
        return command;
      }
    }
  }

  private static Map<String, Object> words(Pacing.Wait wait) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("what", wait.what());
    data.put("kind", wait.seconds() == null ? "key" : "countdown");
    if (wait.seconds() != null) {
      data.put("atMost", wait.seconds());
    }
    return data;
  }

  private static boolean isLeaving(@Nullable PresenterCommand command) {
    return command instanceof PresenterCommand.Quit || command instanceof PresenterCommand.QuitNow;
  }

  private static boolean leadsElsewhere(PresenterCommand command) {
    return command instanceof PresenterCommand.Jump
        || command instanceof PresenterCommand.ResetSubject;
  }

  private int follow(@Nullable PresenterCommand wish, int index) {
    if (wish instanceof PresenterCommand.Jump jump) {
      return indexOf(plan.chapters(), jump.chapter(), index);
    }
    if (wish instanceof PresenterCommand.ResetSubject) {
      host.end(plan.subject());
    }
    return index;
  }

  /** A number that no chapter has leaves the show where it is. */
  private static int indexOf(List<ChapterInfo> chapters, int number, int otherwise) {
    return number >= 1 && number <= chapters.size() ? number - 1 : otherwise;
  }
}
