package io.chaoschapters.junit;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Leads the show: the presenter when live, none when headless. */
@API(status = API.Status.INTERNAL, since = "0.1")
public interface Conductor {
  /** Returns when a chapter may begin. */
  void awaitStart(ChapterInfo chapter);

  /**
   * Called after a chapter that did not pass, before anything is torn down; returns when the show
   * may go on.
   */
  void review(FailedChapter failed);

  /**
   * Undoes a chapter's experiment; a presenter who has cut the chapter short must not cut this
   * short too.
   */
  default <T extends @Nullable Object> T recovering(Supplier<T> recovery) {
    return recovery.get();
  }

  /**
   * Returns when what the run has not started may be hit; only a presenter is asked, because who
   * starts a build names it by a setting.
   *
   * @param preview lines that name each target
   * @throws io.chaoschapters.runtime.RuntimeFailureException when it may not
   */
  default void confirm(List<String> preview) {
    // The preview is in the journal.
  }

  /**
   * How long a fault and its load may be kept beyond their time while a chapter is reviewed; zero
   * where nothing is.
   */
  default Duration keepsFaults() {
    return Duration.ZERO;
  }

  /** No presenter: everything begins at once, and nothing is reviewed. */
  static Conductor none() {
    return new Conductor() {
      @Override
      public void awaitStart(ChapterInfo chapter) {
        // A headless run does not wait.
      }

      @Override
      public void review(FailedChapter failed) {
        // A headless run never pauses; the artifacts hold what a presenter would have looked at.
      }
    };
  }
}
