package io.chaoschapters.presenter.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.ChaosDemo;
import io.chaoschapters.Chapter;
import io.chaoschapters.junit.ChapterInfo;
import io.chaoschapters.junit.ChapterPlan;
import io.chaoschapters.run.PresenterAction;
import io.chaoschapters.stage.PresenterCommand;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ShowLoopTest {
  private static final PresenterCommand NEXT = PresenterCommand.of(PresenterAction.NEXT);
  private static final PresenterCommand QUIT = PresenterCommand.of(PresenterAction.QUIT);

  private final FakeBackstage backstage = new FakeBackstage();

  /** Never run by itself: the engine is told of it by nobody. */
  @ChaosDemo(subject = "toy")
  static final class ThreeActs {
    @Chapter(order = 1, title = "One", setup = true, autoAdvance = true)
    void one() {}

    @Chapter(order = 2, title = "Two")
    void two() {}

    @Chapter(order = 3, title = "Three")
    void three() {}
  }

  @Test
  void spaceAtEachRest_playsEveryChapterOnce() throws InterruptedException {
    backstage.atRests.addAll(List.of(NEXT, NEXT, NEXT, NEXT, NEXT, NEXT, NEXT));

    assertThat(run(Pacing.live(), 0)).isNull();
    assertThat(backstage.done)
        .containsExactly(
            "open",
            "announce 1",
            "cue: the cue to begin",
            "play 1",
            "countdown: the next chapter",
            "announce 2",
            "cue: the cue to begin",
            "play 2",
            "cue: the cue to go on",
            "announce 3",
            "cue: the cue to begin",
            "play 3",
            "cue: the cue to go on",
            "cue: the cue to leave the stage");
  }

  @Test
  void nobodyThere_playsEveryChapterWithoutRest() throws InterruptedException {
    assertThat(run(Pacing.unattended(), 1)).isNull();
    assertThat(backstage.done)
        .containsExactly("open", "announce 2", "play 2", "announce 3", "play 3");
  }

  @Test
  void quitAtARest_endsTheShow() throws InterruptedException {
    backstage.atRests.add(QUIT);

    assertThat(run(Pacing.live(), 0)).isEqualTo(QUIT);
    assertThat(backstage.done).doesNotContain("play 1");
  }

  @Test
  void quitWhileTheClusterStarts_playsNothing() throws InterruptedException {
    backstage.atStart.add(QUIT);

    assertThat(run(Pacing.live(), 0)).isEqualTo(QUIT);
    assertThat(backstage.done).containsExactly("open");
  }

  @Test
  void jumpWhileTheClusterStarts_beginsThere() throws InterruptedException {
    backstage.atStart.add(PresenterCommand.jump(3));

    run(Pacing.live(), 0);
    assertThat(backstage.done).startsWith("open", "announce 3");
  }

  @Test
  void jumpInAChapter_goesThereAndWaitsForTheCue() throws InterruptedException {
    backstage.atRests.add(NEXT);
    backstage.inChapters.add(PresenterCommand.jump(1));

    run(Pacing.live(), 2);
    assertThat(backstage.done)
        .containsExactly(
            "open",
            "announce 3",
            "cue: the cue to begin",
            "play 3",
            "announce 1",
            "cue: the cue to begin");
  }

  @Test
  void retryAfterAChapter_playsItAgain() throws InterruptedException {
    backstage.atRests.addAll(
        List.of(NEXT, PresenterCommand.of(PresenterAction.RETRY_CHAPTER), NEXT));

    run(Pacing.live(), 1);
    assertThat(backstage.done).filteredOn("play 2"::equals).hasSize(2);
  }

  @Test
  void retryBeforeAChapterWasPlayed_isAnsweredAndWaitsOn() throws InterruptedException {
    backstage.atRests.add(PresenterCommand.of(PresenterAction.RETRY_CHAPTER));

    run(Pacing.live(), 1);
    assertThat(backstage.done)
        .contains("not played yet: space plays it; g goes to another")
        .doesNotContain("play 2");
  }

  @Test
  void retryAfterTheLastChapter_playsTheLastAgain() throws InterruptedException {
    backstage.atRests.addAll(
        List.of(NEXT, NEXT, PresenterCommand.of(PresenterAction.RETRY_CHAPTER), NEXT));

    run(Pacing.live(), 2);
    assertThat(backstage.done).filteredOn("play 3"::equals).hasSize(2);
  }

  @Test
  void reset_endsTheClusterAndOpensAFreshOne() throws InterruptedException {
    backstage.atRests.add(PresenterCommand.of(PresenterAction.RESET_SUBJECT));

    run(Pacing.live(), 1);
    assertThat(backstage.done)
        .containsExactly(
            "open",
            "announce 2",
            "cue: the cue to begin",
            "end",
            "open",
            "announce 2",
            "cue: the cue to begin");
  }

  @Test
  void blockedShow_offersAFreshCluster() throws InterruptedException {
    backstage.blocked = "the cluster was left dirty";

    run(Pacing.live(), 0);
    assertThat(backstage.done).contains("cue: the cue to skip this; R brings a fresh cluster");
  }

  @Test
  void setUpChapterCutShort_blocksNothing() throws InterruptedException {
    backstage.atRests.add(NEXT);
    backstage.inChapters.add(PresenterCommand.jump(2));

    run(Pacing.live(), 0);
    assertThat(backstage.done).contains("forgive");
  }

  @Test
  void holdAtACountdown_waitsForTheCue() throws InterruptedException {
    backstage.atRests.addAll(List.of(NEXT, PresenterCommand.of(PresenterAction.HOLD_AUTO_ADVANCE)));

    run(Pacing.live(), 0);
    assertThat(backstage.done)
        .containsSequence("play 1", "countdown: the next chapter", "cue: the cue to go on");
  }

  private PresenterCommand run(Pacing pacing, int first) throws InterruptedException {
    List<ChapterInfo> chapters = ChapterPlan.of(ThreeActs.class).chapters();
    return new ShowLoop(chapters, backstage, backstage.desk, pacing).run(first);
  }
}
