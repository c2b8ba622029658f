package io.chaoschapters.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chaoschapters.monitor.BrokenMeasurementException;
import io.chaoschapters.run.RunEvent;
import io.chaoschapters.subject.Bound;
import io.chaoschapters.subject.ClusterSnapshot;
import io.chaoschapters.subject.Invariant;
import io.chaoschapters.subject.Measurement;
import io.chaoschapters.subject.Reading;
import io.chaoschapters.toy.ToyCluster;
import io.chaoschapters.toy.ToySubject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user's own code throws where the steady state is looked for is told, not waited out. */
class BrokenChecksTest {
  private static final String PLACE = BrokenChecksTest.class.getSimpleName() + ".java:";

  @TempDir private Path folder;

  private static final class Wrong extends ToySubject {
    @Override
    public List<Invariant> invariants() {
      List<Invariant> all = new ArrayList<>(super.invariants());
      all.add(
          Invariant.ofSystem(
              "orders-flow",
              "orders are worked off",
              "",
              seen ->
                  Measurement.of(
                      Reading.of(Integer.parseInt(seen.components().get(0).role())),
                      Bound.atMost(1))));
      return all;
    }
  }

  /** A toy that cannot be observed for a while. */
  private static final class Failing extends ToyCluster {
    private final AtomicInteger looks = new AtomicInteger();
    private final int times;
    private final RuntimeException failure;

    Failing(int times, RuntimeException failure) {
      this.times = times;
      this.failure = failure;
    }

    @Override
    public ClusterSnapshot observe() {
      if (looks.incrementAndGet() <= times) {
        throw failure;
      }
      return super.observe();
    }
  }

  @Test
  void invariantThrows_experimentIsNotBegunAndSaysWhichAndWhere() {
    try (ChaosHarness chaos = new ChaosHarness(folder, new Wrong(), new ToyCluster())) {
      assertThatThrownBy(() -> chaos.begin("long-flood"))
          .isInstanceOf(BrokenMeasurementException.class)
          .hasMessageStartingWith("Experiment 'long-flood' was not begun. ")
          .hasMessageContainingAll(
              "The measure of invariant 'orders-flow' throws NumberFormatException: ", PLACE);
      Recovery recovery = chaos.runner.recover().orElseThrow();

      assertThat(recovery.isClean()).isFalse();
      assertThat(recovery.sentence()).contains("'orders-flow'").doesNotContain("not reached in");
      assertThat(chaos.cluster.calls()).doesNotContain("inject");
      assertThat(chaos.all(RunEvent.Note.class))
          .filteredOn(note -> note.text().contains("'orders-flow'"))
          .as("told once, at the first look")
          .hasSize(1);
    }
  }

  @Test
  void observationThrows_isGivenUpAtTheThirdTime() {
    Failing cluster = new Failing(1_000, new IllegalStateException("the list is empty"));
    try (ChaosHarness chaos = new ChaosHarness(folder, new ToySubject(), cluster)) {
      assertThatThrownBy(() -> chaos.begin("long-flood"))
          .isInstanceOf(BrokenMeasurementException.class)
          .hasMessageContainingAll(
              "observe() of " + Failing.class.getName(),
              "IllegalStateException: the list is empty",
              PLACE,
              "3 times in a row");

      assertThat(cluster.looks).hasValue(3);
      assertThat(chaos.all(RunEvent.Note.class))
          .filteredOn(note -> note.text().contains("the list is empty"))
          .hasSize(1);
    }
  }

  @Test
  void observationThrowsTwice_isTriedAgain() {
    Failing cluster = new Failing(2, new IllegalStateException("the list is empty"));
    try (ChaosHarness chaos = new ChaosHarness(folder, new ToySubject(), cluster)) {
      assertThat(chaos.begin("control").recover().isClean()).isTrue();
    }
  }

  @Test
  void whatCannotBeReachedYet_isWaitedFor() {
    Failing cluster = new Failing(5, new UncheckedIOException(new IOException("refused")));
    try (ChaosHarness chaos = new ChaosHarness(folder, new ToySubject(), cluster)) {
      assertThat(chaos.begin("control").recover().isClean()).isTrue();
    }
  }
}
