package io.chaoschapters.trials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chaoschapters.chaos.experiment.ExperimentFile;
import io.chaoschapters.report.trials.TrialOutcome;
import io.chaoschapters.report.trials.TrialResult;
import io.chaoschapters.toy.ToySubject;
import io.chaoschapters.waiting.DaemonThreads;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class TrialQueueTest {
  private final ExecutorService lane =
      Executors.newSingleThreadExecutor(DaemonThreads.named("test-lane"));

  private final TrialPlan plan =
      TrialPlan.of(
          ExperimentFile.load(new ToySubject()).experiments().stream()
              .filter(e -> Set.of("flood", "control").contains(e.name()))
              .toList(),
          3,
          1,
          "chaos/toy.yaml");

  @AfterEach
  void end() {
    lane.shutdownNow();
  }

  private static TrialResult made(Trial trial) {
    return new TrialResult(
        trial.number(),
        trial.experiment().name(),
        TrialOutcome.MEASURED,
        "",
        Instant.EPOCH,
        1,
        null,
        List.of(),
        null);
  }

  @Test
  void trialsWithoutAStop_areHandedOutAtOnce() throws Exception {
    TrialQueue queue = new TrialQueue(plan, List.of(), false, results -> true);

    List<Trial> all = new ArrayList<>();
    for (Optional<Trial> next = queue.next(); next.isPresent(); next = queue.next()) {
      all.add(next.get());
    }

    assertThat(all).isEqualTo(plan.trials());
    assertThat(queue.left()).isZero();
  }

  /** Which of two is ready first must not decide whether there is another round. */
  @Test
  void roundsEnd_isDecidedWithAllOfItsTrials() throws Exception {
    List<List<TrialResult>> asked = new ArrayList<>();
    TrialQueue queue =
        new TrialQueue(
            plan,
            List.of(),
            true,
            results -> {
              asked.add(results);
              return true;
            });
    int round = plan.rounds().get(0).end();
    List<Trial> first = new ArrayList<>();
    for (int i = 0; i < round; i++) {
      first.add(queue.next().orElseThrow());
    }
    Future<Optional<Trial>> waiting = lane.submit(queue::next);
    for (int i = round - 1; i > 0; i--) {
      queue.made(made(first.get(i)));
    }
    await().during(java.time.Duration.ofMillis(100)).until(() -> !waiting.isDone());
    assertThat(asked).isEmpty();

    queue.made(made(first.get(0)));

    assertThat(waiting.get(10, TimeUnit.SECONDS)).isEmpty();
    assertThat(asked).hasSize(1);
    assertThat(asked.get(0)).extracting(TrialResult::number).isSorted().hasSize(round);
    assertThat(queue.left()).isZero();
  }

  @Test
  void undecidedRound_isFollowedByTheNext() throws Exception {
    TrialQueue queue = new TrialQueue(plan, List.of(), true, results -> false);
    for (Trial expected : plan.trials()) {
      assertThat(queue.next()).contains(expected);
      queue.made(made(expected));
    }

    assertThat(queue.next()).isEmpty();
  }

  @Test
  void failureOfOneCluster_endsTheOthersAfterTheirTrial() throws Exception {
    TrialQueue queue = new TrialQueue(plan, List.of(), true, results -> false);
    for (int i = 0; i < plan.rounds().get(0).end(); i++) {
      queue.next();
    }
    Future<Optional<Trial>> waiting = lane.submit(queue::next);

    queue.failed(new IllegalStateException("no cluster"));
    queue.failed(new IllegalStateException("neither"));

    assertThat(waiting.get(10, TimeUnit.SECONDS)).isEmpty();
    assertThat(queue.failure().orElseThrow()).hasMessage("no cluster");
  }

  @Test
  void trialsThatWereMadeEarlier_areNotMadeAgain() throws Exception {
    Trial second = plan.trials().get(1);
    TrialQueue queue = new TrialQueue(plan, List.of(made(second)), true, results -> false);

    assertThat(queue.left()).isEqualTo(plan.trials().size() - 1);
    assertThat(queue.next()).contains(plan.trials().get(0));
    assertThat(queue.results()).extracting(TrialResult::number).containsExactly(2);
  }
}
