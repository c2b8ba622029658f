package io.chaoschapters.presenter.live;

import io.chaoschapters.junit.ChapterInfo;
import io.chaoschapters.junit.ChapterPlan;
import io.chaoschapters.junit.RunSession;
import io.chaoschapters.junit.Shows;
import io.chaoschapters.junit.StageHost;
import io.chaoschapters.stage.PresenterCommand;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The real cluster, and the real chapters. */
final class LiveBackstage implements Backstage {
  private final ChapterPlan plan;
  private final StageHost host;
  private final ChapterLauncher launcher;
  private final ShowController controller;
  private final Consumer<String> messages;
  private final AtomicReference<@Nullable ClusterStart> start = new AtomicReference<>();

  LiveBackstage(
      ChapterPlan plan,
      StageHost host,
      ChapterLauncher launcher,
      ShowController controller,
      Consumer<String> messages) {
    this.plan = plan;
    this.host = host;
    this.launcher = launcher;
    this.controller = controller;
    this.messages = messages;
  }

  @Override
  public @Nullable PresenterCommand open() throws InterruptedException {
    if (show().isPresent()) {
      return null;
    }
    ClusterStart starting = new ClusterStart(() -> Shows.open(host, plan));
    start.set(starting);
    try {
      return starting.await(controller);
    } finally {
      start.set(null);
    }
  }

  /** Ends a start that is under way, when the program ends. */
  void cancelStart() throws InterruptedException {
    ClusterStart starting = start.get();
    if (starting != null) {
      starting.cancel();
    }
  }

  private Optional<RunSession> show() {
    return host.shows().of(plan.subject());
  }

  @Override
  public void announce(ChapterInfo info) {
    show().ifPresent(on -> on.announce(plan, info));
  }

  @Override
  public void pausing(Pause pause) {
    show().ifPresent(on -> on.journal().append(pause.waiting()));
  }

  @Override
  public Optional<String> blocked() {
    return show().flatMap(RunSession::blocked);
  }

  @Override
  public void forgive() {
    show().ifPresent(RunSession::unblock);
  }

  @Override
  public void message(String line) {
    messages.accept(line);
  }

  @Override
  public void play(ChapterInfo info) {
    launcher.play(plan, info);
  }

  @Override
  public void end() {
    host.end(plan.subject());
  }
}
