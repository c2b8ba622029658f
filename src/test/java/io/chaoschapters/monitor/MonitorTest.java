package io.chaoschapters.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.chaoschapters.metrics.MetricsUnavailableException;
import io.chaoschapters.run.Observed;
import io.chaoschapters.run.RunEvent;
import io.chaoschapters.run.Standing;
import io.chaoschapters.run.ViolationEvent;
import io.chaoschapters.run.Waiting;
import io.chaoschapters.run.file.Journal;
import io.chaoschapters.subject.Bound;
import io.chaoschapters.subject.ClusterSnapshot;
import io.chaoschapters.subject.ComponentStatus;
import io.chaoschapters.subject.Invariant;
import io.chaoschapters.subject.Measurement;
import io.chaoschapters.subject.Observation;
import io.chaoschapters.subject.Reading;
import io.chaoschapters.toy.ToyCluster;
import io.chaoschapters.toy.ToySubject;
import io.chaoschapters.waiting.WaitTimeoutException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a chapter sees of the monitor, and what the monitor sees of a cluster. */
class MonitorTest {
  private static final Duration PERIOD = Duration.ofMillis(20);

  @TempDir Path folder;
  private final CountDownLatch busy = new CountDownLatch(1);
  private volatile Duration observationTakes = Duration.ZERO;
  private final ToyCluster cluster =
      new ToyCluster() {
        @Override
        public ClusterSnapshot observe() {
          takeTime();
          return super.observe();
        }
      };
  private final List<RunEvent> events = new CopyOnWriteArrayList<>();
  private Journal journal;
  private MonitorDaemon daemon;

  /** The toy, and an invariant that holds only while the measurement is sound. */
  private static final class Measured extends ToySubject {
    @Override
    public List<Invariant> invariants() {
      List<Invariant> all = new ArrayList<>(super.invariants());
      all.add(
          new Invariant(
              "clients-alive",
              "the clients that measure are there",
              "",
              Invariant.Kind.MEASUREMENT,
              1,
              1,
              Duration.ZERO,
              seen -> Measurement.of(seen.signal("backlog"), Bound.atMost(1000))));
      return all;
    }
  }

  @BeforeEach
  void start() {
    journal = Journal.create(folder.resolve("journal.jsonl"), Clock.systemUTC());
    journal.listen(entry -> events.add(entry.event()));
    daemon =
        new MonitorDaemon(
            new Measured(),
            cluster,
            query -> {
              throw new MetricsUnavailableException("the toy has no metrics");
            },
            PERIOD,
            journal,
            Clock.systemUTC());
  }

  @AfterEach
  void stop() {
    daemon.close();
    journal.close();
  }

  /** Nothing ever counts the latch down. */
  private void takeTime() {
    try {
      if (!observationTakes.isZero()) {
        busy.await(observationTakes.toMillis(), TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Monitor watching(Duration time) {
    daemon.start();
    return new DaemonMonitor(daemon, journal, Instant.now(), Instant.now().plus(time), () -> {});
  }

  @Test
  void invariantLeavesItsBounds_waitReturnsTheViolation() {
    cluster.backlog(30);
    Violation violation = watching(Duration.ofSeconds(10)).awaitViolation("backlog-small");
    assertThat(violation.measured()).isEqualTo(30);
    assertThat(events)
        .hasAtLeastOneElementOfType(Waiting.class)
        .hasAtLeastOneElementOfType(ViolationEvent.Raised.class);
  }

  @Test
  void invariantStaysInBounds_waitNamesItsBoundAndTheLastValue() {
    Monitor monitor = watching(Duration.ofMillis(100));
    assertThatThrownBy(() -> monitor.awaitViolation("backlog-small"))
        .isInstanceOf(WaitTimeoutException.class)
        .hasMessageContainingAll("violation of 'backlog-small'", "0.0 (at most 10)");
  }

  @Test
  void readingIsUnknownAtTheEnd_isNeitherPassNorFail() {
    cluster.backlog(Double.NaN);
    Monitor monitor = watching(Duration.ofMillis(100));
    assertThatThrownBy(() -> monitor.awaitViolation("backlog-small"))
        .isInstanceOf(UnknownReadingException.class)
        .hasMessageContaining("unknown: the queue did not answer");
  }

  @Test
  void measurementBreaks_waitEndsAtOnce() {
    cluster.backlog(5000);
    Monitor monitor = watching(Duration.ofHours(1));
    assertThatThrownBy(() -> monitor.awaitViolation("nodes-answer"))
        .isInstanceOf(BrokenMeasurementException.class)
        .hasMessageContainingAll("The measurement is broken", "clients that measure");
    assertThatThrownBy(monitor::violations).isInstanceOf(BrokenMeasurementException.class);
  }

  @Test
  void unknownInvariant_listsTheKnownAtOnce() {
    Monitor monitor = watching(Duration.ofHours(1));
    assertThatThrownBy(() -> monitor.awaitViolation("backlog"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("No invariant 'backlog' (known: backlog-small, nodes-answer, clients-alive).");
  }

  @Test
  void violationOfAnEarlierChapter_isNotSeen() {
    cluster.backlog(30);
    daemon.observeNow();
    cluster.backlog(0);
    daemon.observeNow();
    daemon.observeNow();
    Monitor later = new DaemonMonitor(daemon, journal, Instant.now(), Instant.now(), () -> {});
    daemon.observeNow();
    assertThat(later.violations()).isEmpty();
    assertThat(later.observations()).hasSize(1);
    assertThat(daemon.violationsSince(Instant.MIN)).hasSize(1);
  }

  @Test
  void violationThatIsOver_failsTheAssertionAllTheSame() {
    Monitor monitor = new DaemonMonitor(daemon, journal, Instant.now(), Instant.now(), () -> {});
    cluster.backlog(30);
    daemon.observeNow();
    cluster.backlog(0);
    daemon.observeNow();
    daemon.observeNow();
    assertThatThrownBy(() -> new MonitorAssert(monitor).staysWithinBounds())
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("few items wait in the queue does not hold: measured 30");
    assertThatThrownBy(() -> new MonitorAssert(monitor).keeps("backlog-small"))
        .isInstanceOf(AssertionError.class);
    new MonitorAssert(monitor).keeps("nodes-answer");
  }

  @Test
  void unknownInTheEnd_doesNotCountAsKept() {
    cluster.backlog(Double.NaN);
    Monitor monitor = new DaemonMonitor(daemon, journal, Instant.now(), Instant.now(), () -> {});
    daemon.observeNow();
    assertThatThrownBy(() -> new MonitorAssert(monitor).keeps("backlog-small"))
        .hasMessageContainingAll("UNKNOWN", "the queue did not answer");
  }

  @Test
  void readingGetsUnknown_itsAgeIsKnownAndItsValueIsNot() {
    Observation known = daemon.observeNow();
    cluster.backlog(Double.NaN);
    cluster.components().get(0).kill();
    Observation unknown = daemon.observeNow();
    Reading backlog = unknown.signal("backlog");
    assertThat(backlog.isKnown()).isFalse();
    assertThat(backlog.asDouble()).isEmpty();
    assertThat(backlog.why()).isEqualTo("the queue did not answer");
    assertThat(backlog.lastKnown()).isEqualTo(known.signal("backlog").lastKnown()).isNotNull();
    ComponentStatus killed = unknown.components().get(0);
    assertThat(killed.lastServing()).isEqualTo(known.components().get(0).lastServing());
    assertThat(unknown.components().get(1).lastServing()).isAfterOrEqualTo(killed.lastServing());
  }

  @Test
  void readingNeverKnown_hasNoAge() {
    cluster.backlog(Double.NaN);
    assertThat(daemon.observeNow().signal("backlog").lastKnown()).isNull();
  }

  @Test
  void invariantNotMeasured_isUnknownInTheJournalToo() {
    cluster.backlog(Double.NaN);
    daemon.observeNow();
    Observed observed = (Observed) events.get(0);
    assertThat(observed.unknown()).containsEntry("backlog", "the queue did not answer");
    assertThat(observed.signals()).doesNotContainKey("backlog");
    assertThat(observed.invariants().get(0))
        .returns(Standing.UNKNOWN, Observed.Check::state)
        .returns(null, Observed.Check::measured)
        .returns("the queue did not answer", Observed.Check::why);
  }

  /** As with a subject whose own probes all time out. */
  @Test
  void observationsTakeLongerThanThePeriod_whoAsksIsNext() {
    observationTakes = PERIOD.multipliedBy(10);
    Monitor monitor = watching(Duration.ofHours(1));
    await().until(() -> monitor.latest().isPresent());

    for (int asked = 0; asked < 5; asked++) {
      int before = daemon.since(Instant.EPOCH).size();
      monitor.observeNow();
      // The one that was under way, the one that was asked for, and one that may have followed.
      assertThat(daemon.since(Instant.EPOCH).size() - before).isBetween(1, 3);
    }
  }

  @Test
  void observationsTakeLongerThanThePeriod_isSaidOnceAndTheyAreAPeriodApart() {
    observationTakes = PERIOD.multipliedBy(3);
    watching(Duration.ofHours(1));
    await().until(() -> daemon.since(Instant.EPOCH).size() >= 4);
    assertThat(notes().filter(note -> note.contains("longer than the period of 0.0 s"))).hasSize(1);
    List<Observation> slow = daemon.since(Instant.EPOCH).subList(0, 4);
    observationTakes = Duration.ZERO;
    await().until(() -> notes().anyMatch(note -> note.contains("steady pace again")));
    for (int i = 1; i < slow.size(); i++) {
      assertThat(Duration.between(slow.get(i - 1).at(), slow.get(i).at()))
          .isGreaterThanOrEqualTo(PERIOD.multipliedBy(4).minusMillis(1));
    }
  }

  private Stream<String> notes() {
    return events.stream()
        .filter(RunEvent.Note.class::isInstance)
        .map(event -> ((RunEvent.Note) event).text());
  }
}
