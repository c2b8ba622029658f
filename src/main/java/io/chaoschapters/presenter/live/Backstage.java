package io.chaoschapters.presenter.live;

import io.chaoschapters.junit.ChapterInfo;
import io.chaoschapters.stage.PresenterCommand;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the show's loop has done for it. */
interface Backstage {
  /**
   * Has the cluster serve; returns at once when it does already.
   *
   * @return what the presenter wanted while it started, or null
   */
  @Nullable PresenterCommand open() throws InterruptedException;

  /** Tells the stage which chapter is next. */
  void announce(ChapterInfo info);

  /** Tells the stage what the show rests for. */
  void pausing(Pause pause);

  /** Why no chapter may run until the cluster is a fresh one. */
  Optional<String> blocked();

  /** A set-up chapter was cut short by the presenter; it is performed anew when it is needed. */
  void forgive();

  /** Shows the presenter one line. */
  void message(String line);

  /** Plays a chapter to its end. */
  void play(ChapterInfo info);

  /** Ends the cluster, so that the next chapter has a fresh one. */
  void end();
}
