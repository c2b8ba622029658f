package io.chaoschapters.presenter.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chaoschapters.presenter.mode.ShowFailedException;
import io.chaoschapters.run.PresenterAction;
import io.chaoschapters.stage.PresenterCommand;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ClusterStartTest {
  private final ShowController desk = new ShowController(new NotedControls(new ArrayList<>()));

  @Test
  void quitMeanwhile_endsTheStartAndWaitsForItsEnd() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    AtomicBoolean ended = new AtomicBoolean();
    PresenterCommand quit = PresenterCommand.of(PresenterAction.QUIT);
    ClusterStart start =
        new ClusterStart(
            () -> {
              begun.countDown();
              assertThatThrownBy(() -> new CountDownLatch(1).await(50, TimeUnit.SECONDS))
                  .isInstanceOf(InterruptedException.class);
              ended.set(true);
              throw new IllegalStateException("interrupted");
            });
    Thread presenter =
        new Thread(
            () -> {
              awaitQuietly(begun);
              desk.accept(quit);
            });
    presenter.start();

    assertThat(start.await(desk)).isEqualTo(quit);
    assertThat(ended).isTrue();
    presenter.join();
  }

  @Test
  void clusterThatDoesNotStart_isOneSentence() {
    ClusterStart start =
        new ClusterStart(
            () -> {
              throw new IllegalStateException("node-1 ended with 1;\n  its log is empty");
            });

    assertThatThrownBy(() -> start.await(desk))
        .isInstanceOf(ShowFailedException.class)
        .hasMessage("The cluster did not start: node-1 ended with 1; its log is empty");
  }

  @Test
  void clusterThatStarts_letsTheShowGoOn() throws InterruptedException {
    assertThat(new ClusterStart(() -> {}).await(desk)).isNull();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
