package io.chaoschapters.presenter;

import io.chaoschapters.journal.EventType;
import io.chaoschapters.junit.ChapterInfo;
import io.chaoschapters.junit.Show;
import io.chaoschapters.stage.PresenterCommand;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How long the show rests before a chapter and after the last. */
interface Pacing {
  /**
   * A rest.
   *
   * @param what for the stage
   * @param seconds how long, or null until the presenter says so
   */
  record Wait(String what, @Nullable Double seconds) {
    private static final double MILLIS = 1000;

    Duration duration() {
      return seconds == null ? Duration.ZERO : Duration.ofMillis(Math.round(seconds * MILLIS));
    }
  }

  /**
   * The rest before a chapter.
   *
   * @param held whether nothing may go on by itself: it is the first chapter, or the presenter has
   *     stopped the countdown
   */
  Wait before(ChapterInfo info, boolean held);

  /** The rest after the last chapter. */
  void afterLast(@Nullable Show show, CommandDesk desk) throws InterruptedException;

  /** A presenter turns the pages; chapters that go on by themselves count down. */
  static Pacing live() {
    return new Pacing() {
      private static final double COUNTDOWN_SECONDS = 5;

      @Override
      public Wait before(ChapterInfo info, boolean held) {
        return info.chapter().autoAdvance() && !held
            ? new Wait("the next chapter", COUNTDOWN_SECONDS)
            : new Wait("space to begin", null);
      }

      @Override
      public void afterLast(@Nullable Show show, CommandDesk desk) throws InterruptedException {
        if (show == null) {
          return;
        }
        show.journal()
            .append(EventType.WAITING, Map.of("kind", "key", "what", "space to leave the stage"));
        PresenterCommand command = desk.take();
        while (command instanceof PresenterCommand.HoldAutoAdvance) {
          command = desk.take();
        }
      }
    };
  }

  /** With a presenter, or without one and then without any rest. */
  static Pacing of(boolean attended) {
    return attended ? live() : unattended();
  }

  /** Nobody is there and nobody watches. */
  static Pacing unattended() {
    return new Pacing() {
      @Override
      public Wait before(ChapterInfo info, boolean held) {
        return new Wait("nobody", 0.0);
      }

      @Override
      public void afterLast(@Nullable Show show, CommandDesk desk) {
        // Nobody is there to see the last frame.
      }
    };
  }

  /** Nobody is there: the show rests for as long as the narration takes to be read out. */
  static Pacing rehearsal() {
    return new Pacing() {
      private static final double WORDS_PER_SECOND = 2.5;
      private static final double LEAST_SECONDS = 2;

      @Override
      public Wait before(ChapterInfo info, boolean held) {
        int words = info.chapter().narration().split("\\s+").length;
        return new Wait("the narration", Math.max(LEAST_SECONDS, words / WORDS_PER_SECOND));
      }

      @Override
      public void afterLast(@Nullable Show show, CommandDesk desk) {
        // A rehearsal ends with its last chapter.
      }
    };
  }
}
