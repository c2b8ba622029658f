package io.chaoschapters.presenter.live;

import io.chaoschapters.junit.ChapterInfo;
import io.chaoschapters.run.PresenterAction;
import io.chaoschapters.stage.PresenterCommand;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The show from its first chapter to the presenter's last word. */
final class ShowLoop {
  private final List<ChapterInfo> chapters;
  private final Backstage backstage;
  private final ShowController controller;
  private final Pacing pacing;

  ShowLoop(
      List<ChapterInfo> chapters, Backstage backstage, ShowController controller, Pacing pacing) {
    this.chapters = List.copyOf(chapters);
    this.backstage = backstage;
    this.controller = controller;
    this.pacing = pacing;
  }

  /**
   * Plays from a chapter on.
   *
   * @return how the presenter left; null when nothing was left to play
   */
  @Nullable PresenterCommand run(int first) throws InterruptedException {
    int index = first;
    // Nothing begins by itself before the audience is in, nor where the presenter has led it.
    boolean cue = true;
    while (true) {
      PresenterCommand wish = backstage.open();
      if (wish == null) {
        wish = index < chapters.size() ? perform(chapters.get(index), cue) : atEnd();
      }
      if (wish != null && wish.is(PresenterAction.QUIT)) {
        return wish;
      }
      if (wish == null && index >= chapters.size()) {
        return null;
      }
      index = follow(wish, index);
      cue = wish != null;
    }
  }

  private @Nullable PresenterCommand perform(ChapterInfo info, boolean cue)
      throws InterruptedException {
    backstage.announce(info);
    PresenterCommand wish = pause(() -> before(info, cue), false);
    if (wish != null) {
      return wish;
    }
    wish = controller.play(() -> backstage.play(info));
    if (wish != null && info.chapter().setup()) {
      backstage.forgive();
    }
    return wish == null ? pause(() -> pacing.after(info, controller.isHeld()), true) : wish;
  }

  private Pause before(ChapterInfo info, boolean cue) {
    Pause pause =
        pacing.before(info, cue || controller.isHeld() || backstage.blocked().isPresent());
    return pause.isUntilCue() && backstage.blocked().isPresent()
        ? Pause.untilCue("the cue to skip this; R brings a fresh cluster")
        : pause;
  }

  private @Nullable PresenterCommand atEnd() throws InterruptedException {
    return pause(pacing::atEnd, true);
  }

  /**
   * Null when the show continues, else what the presenter wants instead.
   *
   * @param played whether there is a chapter to be played again
   */
  private @Nullable PresenterCommand pause(Supplier<Pause> pauses, boolean played)
      throws InterruptedException {
    while (true) {
      Pause pause = pauses.get();
      if (pause.isNone()) {
        return null;
      }
      backstage.pausing(pause);
      PresenterCommand command =
          pause.isUntilCue() ? controller.take() : controller.poll(pause.duration());
      if (command == null || command.is(PresenterAction.NEXT)) {
        return null;
      }
      boolean again = command.is(PresenterAction.RETRY_CHAPTER);
      if (command.action().leaves() && (played || !again)) {
        return command;
      }
      if (again) {
        backstage.message("not played yet: space plays it; g goes to another");
      }
    }
  }

  private int follow(@Nullable PresenterCommand wish, int index) {
    if (wish == null) {
      return index + 1;
    }
    if (wish.is(PresenterAction.JUMP)) {
      return wish.chapter() - 1;
    }
    if (wish.is(PresenterAction.RESET_SUBJECT)) {
      backstage.end();
    }
    return Math.min(index, chapters.size() - 1);
  }
}
