package io.chaoschapters.junit;

import org.apiguardian.api.API;

/** Leads the show: nobody when headless, the presenter when live. */
@API(status = API.Status.INTERNAL, since = "0.1")
public interface Conductor {
  /** Returns when a chapter may begin. */
  void awaitStart(ChapterInfo chapter);

  /**
   * Is told of a chapter that did not pass, before anything is torn down; returns when the show may
   * go on.
   */
  void review(FailedChapter failed);

  /** Nobody leads: everything begins at once, and nothing is reviewed. */
  static Conductor none() {
    return new Conductor() {
      @Override
      public void awaitStart(ChapterInfo chapter) {
        // A headless run waits for nobody.
      }

      @Override
      public void review(FailedChapter failed) {
        // A headless run never pauses; the artefacts hold what a presenter would have looked at.
      }
    };
  }
}
