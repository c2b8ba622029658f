package io.chaoschapters.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.run.FaultEvent;
import io.chaoschapters.run.LoadEvent;
import io.chaoschapters.runtime.ComponentState;
import io.chaoschapters.waiting.Progress;
import io.chaoschapters.waiting.Wait;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A presenter who reviews a chapter keeps its fault and its load beyond their time. */
class KeptFaultTest {
  private static final Duration LONG = Duration.ofHours(1);

  @TempDir private Path folder;
  private ChaosHarness chaos;

  @BeforeEach
  void open() {
    chaos = new ChaosHarness(folder);
  }

  @AfterEach
  void close() {
    chaos.close();
  }

  @Test
  void kept_lastsBeyondItsTimeUntilTheRecovery() {
    ExperimentRun run = chaos.beginWithReview("review-freeze", LONG);
    assertThat(run.keep()).isTrue();
    assertThat(chaos.event(FaultEvent.Kept.class))
        .isEqualTo(new FaultEvent.Kept("freeze", LONG.toSeconds() + 3.0));

    Instant wouldBeOver = run.injectedAt().plus(run.experiment().duration());
    Wait.atMost("the end of the fault's own time", Duration.ofSeconds(30))
        .until(() -> new Progress(Instant.now().isAfter(wouldBeOver.plusSeconds(1)), "it lasts"));
    assertThat(state()).isEqualTo(ComponentState.FROZEN);
    assertThat(chaos.all(FaultEvent.Ended.class)).isEmpty();
    assertThat(chaos.all(LoadEvent.Ended.class)).isEmpty();

    assertThat(run.recover().isClean()).isTrue();
    assertThat(state()).isEqualTo(ComponentState.RUNNING);
    assertThat(chaos.event(FaultEvent.Ended.class).seconds()).isGreaterThan(3);
    assertThat(chaos.all(LoadEvent.Ended.class)).hasSize(1);
  }

  @Test
  void keptForAsLongAsIsAllowed_endsByItself() {
    ExperimentRun run = chaos.beginWithReview("review-freeze", Duration.ofMillis(300));
    assertThat(run.keep()).isTrue();

    chaos.awaitEvent(FaultEvent.Ended.class);
    assertThat(chaos.event(FaultEvent.Ended.class).seconds()).isGreaterThan(3.2);
    assertThat(state()).isEqualTo(ComponentState.RUNNING);
    assertThat(run.keep()).isFalse();
  }

  /** A guard that ended it when its own time is over would end the review. */
  @Test
  void guardsOutsideWaitAsLong() {
    chaos.beginWithReview("long-flood", LONG);
    assertThat(chaos.watched).containsExactly(LONG.multipliedBy(2).plusSeconds(2 * 51));
  }

  @Test
  void faultThatEndsByItself_isNotKept() {
    ExperimentRun run = chaos.beginWithReview("short-flood", LONG);
    assertThat(run.keep()).isFalse();
    assertThat(chaos.all(FaultEvent.Kept.class)).isEmpty();
  }

  @Test
  void noPresenterReviews_nothingIsKept() {
    ExperimentRun run = chaos.begin("review-freeze");
    assertThat(run.keep()).isFalse();
    chaos.awaitEvent(FaultEvent.Ended.class);
  }

  @Test
  void faultThatWasAborted_isNotKept() {
    ExperimentRun run = chaos.beginWithReview("review-freeze", LONG);
    run.abort();
    assertThat(run.keep()).isFalse();
  }

  private ComponentState state() {
    return chaos.cluster.component("node-1").state();
  }
}
