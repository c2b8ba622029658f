package io.chaoschapters.presenter.live;

import io.chaoschapters.junit.ChapterInfo;

/** How long the show rests before a chapter, after it, and after the last. */
interface Pacing {
  /**
   * The pause before a chapter.
   *
   * @param held whether nothing may go on by itself
   */
  Pause before(ChapterInfo info, boolean held);

  /**
   * The pause after a chapter, for its result to be read.
   *
   * @param held whether nothing may go on by itself
   */
  Pause after(ChapterInfo info, boolean held);

  /** The pause after the last chapter. */
  Pause atEnd();

  /** A presenter turns the pages; chapters that go on by themselves count down. */
  static Pacing live() {
    return new Pacing() {
      private static final double COUNTDOWN_SECONDS = 5;

      @Override
      public Pause before(ChapterInfo info, boolean held) {
        return info.chapter().autoAdvance() && !held
            ? Pause.of("the chapter", COUNTDOWN_SECONDS)
            : Pause.untilCue("the cue to begin");
      }

      @Override
      public Pause after(ChapterInfo info, boolean held) {
        return info.chapter().autoAdvance() && !held
            ? Pause.of("the next chapter", COUNTDOWN_SECONDS)
            : Pause.untilCue("the cue to go on");
      }

      @Override
      public Pause atEnd() {
        return Pause.atEnd("the cue to leave the stage");
      }
    };
  }

  /** No presenter and no audience. */
  static Pacing unattended() {
    return new Pacing() {
      @Override
      public Pause before(ChapterInfo info, boolean held) {
        return Pause.none();
      }

      @Override
      public Pause after(ChapterInfo info, boolean held) {
        return Pause.none();
      }

      @Override
      public Pause atEnd() {
        return Pause.none();
      }
    };
  }

  /**
   * Without a presenter: the show pauses for as long as it takes to read the narration aloud, and
   * for a look at each result.
   */
  static Pacing rehearsal() {
    return new Pacing() {
      private static final double WORDS_PER_SECOND = 2.5;
      private static final double LEAST_SECONDS = 2;
      private static final double LOOK_SECONDS = 3;

      @Override
      public Pause before(ChapterInfo info, boolean held) {
        int words = info.chapter().narration().strip().split("\\s+").length;
        return Pause.of(
            "the end of the narration", Math.max(LEAST_SECONDS, words / WORDS_PER_SECOND));
      }

      @Override
      public Pause after(ChapterInfo info, boolean held) {
        return Pause.of("the next chapter", LOOK_SECONDS);
      }

      @Override
      public Pause atEnd() {
        return Pause.none();
      }
    };
  }
}
