package io.chaoschapters.presenter.live;

import io.chaoschapters.junit.ChapterInfo;
import io.chaoschapters.run.PresenterAction;
import io.chaoschapters.stage.PresenterCommand;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A show without a cluster; the presenter's keys are pressed when it rests or plays. */
final class FakeBackstage implements Backstage {
  final List<String> done = new ArrayList<>();
  final ShowController desk = new ShowController(new NotedControls(new ArrayList<>()));

  {
    desk.expect(3);
  }

  final Deque<PresenterCommand> atRests = new ArrayDeque<>();
  final Deque<PresenterCommand> inChapters = new ArrayDeque<>();
  final Deque<PresenterCommand> atStart = new ArrayDeque<>();
  @Nullable String blocked;
  private boolean open;

  @Override
  public @Nullable PresenterCommand open() {
    if (open) {
      return null;
    }
    open = true;
    done.add("open");
    return atStart.poll();
  }

  @Override
  public void announce(ChapterInfo info) {
    done.add("announce " + info.chapter().order());
  }

  @Override
  public void pausing(Pause pause) {
    done.add((pause.isUntilCue() ? "cue: " : "countdown: ") + pause.what());
    PresenterCommand command = atRests.poll();
    if (command == null && pause.isUntilCue()) {
      command = PresenterCommand.of(PresenterAction.QUIT);
    }
    if (command != null) {
      desk.accept(command);
    }
  }

  @Override
  public Optional<String> blocked() {
    return Optional.ofNullable(blocked);
  }

  @Override
  public void forgive() {
    done.add("forgive");
  }

  @Override
  public void message(String line) {
    done.add(line);
  }

  @Override
  public void play(ChapterInfo info) {
    done.add("play " + info.chapter().order());
    PresenterCommand command = inChapters.poll();
    if (command != null) {
      desk.accept(command);
    }
  }

  @Override
  public void end() {
    done.add("end");
    open = false;
    blocked = null;
  }
}
