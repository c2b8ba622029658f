package io.chaoschapters.subjects.tikv;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.subject.ClusterSnapshot;
import io.chaoschapters.subject.ComponentStatus;
import io.chaoschapters.subject.Invariant;
import io.chaoschapters.subject.Measurement;
import io.chaoschapters.subject.Observation;
import io.chaoschapters.subject.Reading;
import io.chaoschapters.subject.Signal;
import io.chaoschapters.text.RootLocale;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * What is observed in each state in which a real PD and real stores were recorded, seconds after
 * each fault, is what a person would say who looked at them.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealTikvReplayTest {
  private static final List<String> SIGNALS =
      List.of(
          TikvSignals.STORES_ANSWERING,
          TikvSignals.STORES_UP,
          TikvSignals.LEADERLESS,
          TikvSignals.WITHOUT_MAJORITY,
          TikvSignals.LEADER_SPREAD,
          TikvSignals.CUT_OFF,
          TikvSignals.COPIES_MISSING,
          TikvSignals.HEARTBEAT_AGE);

  /**
   * In the order in which they were recorded: the state; stores that answer; stores that PD calls
   * Up; regions without a leader; regions without a majority; how many more regions one store leads
   * than another; stores that are cut off; regions that lack a copy; seconds since the oldest
   * heartbeat; and the invariants that do not hold at this look. A question mark is unknown.
   *
   * <p>Before there is a cluster the observer asks about ten regions all the same. Before and right
   * after the split nobody recorded what stores say of their regions.
   */
  private static final String WANTED =
      """
      not-bootstrapped           | 0 | ? | 10 | ?  | ?  | ? | ? | ?  | stores-answer regions-led
      first-store                | 0 | 0 | 10 | 1  | ?  | 0 | ? | ?  | stores-answer regions-led majorities-answer
      before-split               | 3 | 3 | ?  | 0  | ?  | 0 | ? | 1  |
      after-split-plus-0s        | 3 | 3 | ?  | 0  | ?  | 0 | ? | 2  |
      three-up                   | 3 | 3 | 0  | 0  | 1  | 0 | 0 | 2  |
      frozen-plus-01s            | ? | 3 | 3  | 0  | 1  | 0 | ? | 2  | regions-led
      frozen-plus-03s            | 2 | 3 | 3  | 0  | 1  | 0 | ? | 4  | stores-answer regions-led
      frozen-plus-06s            | 2 | 3 | 0  | 0  | 0  | 0 | 0 | 7  | stores-answer
      frozen-plus-10s            | 2 | 3 | 0  | 0  | 0  | 0 | 3 | 11 | stores-answer heartbeats-fresh copies-complete
      frozen-plus-15s            | 2 | 3 | 0  | 0  | 0  | 0 | 3 | 16 | stores-answer heartbeats-fresh copies-complete
      frozen-plus-20s            | 2 | 2 | 0  | 0  | 6  | 0 | 5 | 21 | stores-answer heartbeats-fresh copies-complete
      frozen-plus-30s            | 2 | 2 | 0  | 0  | 10 | 0 | 6 | 31 | stores-answer heartbeats-fresh copies-complete
      thawed-plus-01s            | 3 | 3 | 0  | 0  | 6  | 0 | 0 | 2  | leaders-spread
      thawed-plus-05s            | 3 | 3 | 0  | 0  | 6  | 0 | 0 | 2  | leaders-spread
      thawed-plus-10s            | 3 | 3 | 0  | 0  | 6  | 0 | 0 | 2  | leaders-spread
      thawed-slow-store          | 3 | 3 | 0  | 0  | 6  | 0 | 0 | 2  | leaders-spread
      killed-plus-01s            | 2 | 3 | 4  | 0  | 0  | 0 | ? | 2  | stores-answer regions-led
      killed-plus-03s            | 2 | 3 | 1  | 0  | 1  | 0 | 3 | 3  | stores-answer regions-led copies-complete
      killed-plus-06s            | 2 | 3 | 0  | 0  | 2  | 0 | 4 | 6  | stores-answer copies-complete
      killed-plus-10s            | 2 | 3 | 0  | 0  | 2  | 0 | 4 | 10 | stores-answer copies-complete
      killed-plus-15s            | 2 | 3 | 0  | 0  | 2  | 0 | 4 | 15 | stores-answer heartbeats-fresh copies-complete
      killed-plus-20s            | 2 | 3 | 0  | 0  | 2  | 0 | 4 | 20 | stores-answer heartbeats-fresh copies-complete
      killed-plus-30s            | 2 | 2 | 0  | 0  | 2  | 0 | 4 | 30 | stores-answer heartbeats-fresh copies-complete
      killed-plus-66s            | 2 | 2 | 0  | 0  | 2  | 0 | 4 | 66 | stores-answer heartbeats-fresh copies-complete
      restarted-plus-02s         | 2 | 2 | 0  | 0  | 2  | 0 | 4 | 69 | stores-answer heartbeats-fresh copies-complete
      restarted-plus-05s         | 3 | 2 | 0  | 0  | 6  | 0 | 1 | 72 | leaders-spread heartbeats-fresh copies-complete
      restarted-plus-10s         | 3 | 3 | 0  | 0  | 6  | 0 | 0 | 2  | leaders-spread
      evicted-plus-01s           | 3 | 3 | 0  | 0  | 5  | 0 | 0 | 2  | leaders-spread
      evicted-plus-03s           | 3 | 3 | 0  | 0  | 5  | 0 | 0 | 2  | leaders-spread
      evicted-plus-06s           | 3 | 3 | 0  | 0  | 5  | 0 | 0 | 2  | leaders-spread
      allowed-again-plus-01s     | 3 | 3 | 0  | 0  | 5  | 0 | 0 | 2  | leaders-spread
      allowed-again-plus-06s     | 3 | 3 | 0  | 0  | 1  | 0 | 0 | 2  |
      two-killed-plus-01s        | 1 | 3 | 7  | 10 | ?  | 0 | ? | 3  | stores-answer regions-led majorities-answer
      two-killed-plus-03s        | 1 | 3 | 8  | 10 | ?  | 0 | ? | 5  | stores-answer regions-led majorities-answer
      two-killed-plus-06s        | 1 | 3 | 9  | 10 | ?  | 0 | ? | 8  | stores-answer regions-led majorities-answer
      two-killed-plus-10s        | 1 | 3 | 9  | 10 | ?  | 0 | ? | 12 | stores-answer regions-led majorities-answer heartbeats-fresh
      two-killed-plus-20s        | 1 | 1 | 10 | 10 | ?  | 0 | ? | 22 | stores-answer regions-led majorities-answer heartbeats-fresh
      both-back-plus-02s         | 3 | 1 | 10 | 0  | 0  | 0 | ? | 24 | regions-led heartbeats-fresh
      both-back-plus-05s         | 3 | 3 | 0  | 0  | 1  | 0 | 0 | 0  |
      both-back-plus-10s         | 3 | 3 | 0  | 0  | 1  | 0 | 0 | 1  |
      pd-frozen-plus-05s         | 3 | ? | 0  | ?  | 1  | ? | ? | ?  | pd-answers
      pd-frozen-plus-12s         | 3 | ? | 0  | ?  | 1  | ? | ? | ?  | pd-answers
      pd-killed-plus-01s         | 3 | ? | 0  | ?  | 1  | ? | ? | ?  | pd-answers
      pd-killed-plus-05s         | 3 | ? | 0  | ?  | 1  | ? | ? | ?  | pd-answers
      pd-killed-plus-12s         | 3 | ? | 0  | ?  | 1  | ? | ? | ?  | pd-answers
      pd-frozen-plus-01s         | 3 | ? | 0  | ?  | 1  | ? | ? | ?  | pd-answers
      pd-thawed-plus-00s         | 3 | ? | 0  | 0  | 1  | 0 | 0 | 0  |
      pd-thawed-plus-01s         | 3 | ? | 0  | 0  | 1  | 0 | 0 | 1  |
      pd-thawed-plus-05s         | 3 | 3 | 0  | 0  | 1  | 0 | 0 | 2  |
      pd-back-starting           | 3 | ? | 0  | ?  | 1  | ? | ? | ?  | pd-answers
      pd-back-plus-00s           | 3 | ? | 0  | 0  | 1  | 0 | 0 | 0  |
      pd-back-plus-01s           | 3 | ? | 0  | 0  | 1  | 0 | 0 | 1  |
      pd-back-plus-03s           | 3 | 3 | 0  | 0  | 1  | 0 | 0 | 2  |
      pd-back-plus-06s           | 3 | 3 | 0  | 0  | 1  | 0 | 0 | 1  |
      stopping-in-order-plus-01s | 3 | 3 | 0  | 0  | 1  | 0 | 0 | 1  |
      stopping-in-order-plus-06s | 3 | 3 | 0  | 0  | 1  | 0 | 0 | 2  |
      stopped-in-order-plus-01s  | 2 | 3 | 0  | 0  | 0  | 0 | 3 | 2  | stores-answer copies-complete
      stopped-in-order-plus-06s  | 2 | 3 | 0  | 0  | 0  | 0 | 3 | 7  | stores-answer copies-complete
      """;

  private final Map<String, ClusterSnapshot> seen = new HashMap<>();

  /** One observer looks at all of them, as it would have then. */
  @BeforeAll
  void replay() {
    RecordedTikv tikv = new RecordedTikv();
    rows().forEach(row -> seen.put(row[0], tikv.observe(row[0])));
  }

  private static Stream<String[]> rows() {
    return WANTED
        .lines()
        .map(line -> Arrays.stream(line.split("\\|", -1)).map(String::strip))
        .map(cells -> cells.toArray(String[]::new));
  }

  @TestFactory
  Stream<DynamicTest> everyState() {
    return rows()
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row[0], () -> assertThat(observed(row[0])).isEqualTo(List.of(row))));
  }

  @Test
  void everyRecordedState_isInTheTable() {
    assertThat(rows().map(row -> row[0]))
        .containsExactlyInAnyOrderElementsOf(new Recordings().states());
  }

  private List<String> observed(String state) {
    ClusterSnapshot snapshot = seen.get(state);
    Stream<String> numbers = SIGNALS.stream().map(id -> text(snapshot.facts().get(id)));
    return Stream.concat(Stream.concat(Stream.of(state), numbers), Stream.of(outOfBounds(snapshot)))
        .toList();
  }

  private static String text(Reading reading) {
    return reading.isKnown() ? Long.toString(Math.round(reading.value())) : "?";
  }

  private static String outOfBounds(ClusterSnapshot snapshot) {
    Map<String, Reading> all = new HashMap<>(snapshot.facts());
    TikvSignals.all().stream()
        .map(Signal::id)
        .forEach(id -> all.putIfAbsent(id, Reading.unknown("not recorded")));
    Observation observation = new Observation(Instant.EPOCH, snapshot.components(), all);
    return TikvInvariants.all().stream()
        .filter(invariant -> isOut(invariant.measure().apply(observation)))
        .map(Invariant::id)
        .collect(Collectors.joining(" "));
  }

  private static boolean isOut(Measurement measurement) {
    Double value = measurement.reading().value();
    return value != null && !measurement.bound().contains(value);
  }

  private String said(String state, String component) {
    return seen.get(state).components().stream()
        .filter(status -> status.id().equals(component))
        .map(
            status ->
                RootLocale.format(
                    "%s, %s: %s", component, status.health().words(), status.detail()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void storeThatBeginsTheCluster_isNotCalledDown() {
    assertThat(said("first-store", "tikv-1"))
        .endsWith("has not sent the placement driver a heartbeat yet");
    assertThat(said("before-split", "tikv-1"))
        .endsWith("Up to the placement driver, heard of 1 s ago");
  }

  @Test
  void storeId_isFoundByTheAddress() {
    // It is store 5, and 4 of its 10 regions lead there.
    assertThat(said("both-back-plus-05s", "tikv-2"))
        .isEqualTo(
            "tikv-2, answers: leads 4 of 10 regions, Up to the placement driver, heard of 0 s ago");
  }

  /** The stores' own gauges are set every ten seconds, and are no witness. */
  @Test
  void leadersEvicted_isWitnessedAtOnce() {
    RecordedTikv tikv = new RecordedTikv();

    assertThat(tikv.leaders("evicted-plus-01s", "tikv-3")).isZero();
    assertThat(tikv.gauge("evicted-plus-01s", "tikv-3")).isEqualTo(3);
    assertThat(tikv.leaders("killed-plus-06s", "tikv-2")).isEqualTo(6);
    assertThat(tikv.gauge("killed-plus-06s", "tikv-2")).isEqualTo(3);
  }

  @Test
  void storeKilled_isGoneAtOnceAndElectionsAreFollowed() {
    assertThat(said("killed-plus-01s", "tikv-1"))
        .isEqualTo(
            "tikv-1, refuses connections: does not say what it leads, and the placement driver still takes it for the leader of 4 regions, Up to the placement driver, heard of 0 s ago");
    assertThat(said("killed-plus-03s", "tikv-2")).contains("leads 5 of 10 regions");
    assertThat(said("killed-plus-03s", "tikv-3")).contains("leads 4 of 10 regions");
    assertThat(said("killed-plus-66s", "tikv-1"))
        .isEqualTo(
            "tikv-1, refuses connections: does not say what it leads, Down to the placement driver, heard of 66 s ago");
  }

  @Test
  void storeFrozen_isToldFromOneThatIsDead() {
    assertThat(said("frozen-plus-01s", "tikv-2"))
        .startsWith("tikv-2, accepts connections but does not answer: ");
  }

  /** Nothing is wrong with the network: what could not be delivered was for a store that slept. */
  @Test
  void storeThawed_othersCountersAreNoComplaint() {
    assertThat(said("thawed-plus-01s", "tikv-2")).doesNotContain("cannot deliver");
    assertThat(said("restarted-plus-05s", "tikv-1")).doesNotContain("cannot deliver");
    assertThat(said("both-back-plus-02s", "tikv-1")).doesNotContain("cannot deliver");
  }

  @Test
  void slowStoreLeadsNothing_saysWhy() {
    assertThat(said("thawed-slow-store", "tikv-3"))
        .contains(
            "leads 0 of 10 regions (it calls its disk slow, 100 of 100, and the placement driver keeps leaders off such a store)");
    // As slow, but PD was told to let slow stores lead.
    assertThat(said("killed-plus-10s", "tikv-3")).doesNotContain("slow");
    assertThat(said("restarted-plus-10s", "tikv-1")).contains("leads 0 of 10 regions, Up");
    assertThat(said("evicted-plus-03s", "tikv-3")).contains("leads 0 of 10 regions, Up");
  }

  /** PD itself still takes the dead stores for the leaders of their regions. */
  @Test
  void withoutMajority_theSurvivorsOwnViewCounts() {
    assertThat(said("two-killed-plus-20s", "tikv-3")).contains("leads 0 of 10 regions");
    assertThat(said("two-killed-plus-20s", "tikv-1"))
        .contains("still takes it for the leader of 4 regions, Disconnected");
  }

  @Test
  void placementDriverAway_storesTellWhatTheyLead() {
    assertThat(said("pd-killed-plus-05s", "tikv-1"))
        .isEqualTo("tikv-1, answers: leads 4 of 10 regions, unknown to the placement driver");
    assertThat(said("pd-back-starting", "pd"))
        .startsWith("pd, answers that it is not well: ")
        .contains("server not started");
  }

  /** It repeats what it heard before it went, and calls stores Disconnected that are not. */
  @Test
  void placementDriverBack_itsOldWordsAreNotTakenForNews() {
    for (String state : List.of("pd-thawed-plus-00s", "pd-thawed-plus-01s", "pd-back-plus-00s")) {
      assertThat(said(state, "tikv-3"))
          .contains("not heard of since the placement driver came back");
    }
    assertThat(said("pd-back-plus-01s", "tikv-1")).contains("Up to the placement driver");
    assertThat(said("pd-back-plus-03s", "tikv-3")).contains("Up to the placement driver");
  }

  @Test
  void everyStatus_isOfAComponent() {
    assertThat(seen.values())
        .allSatisfy(
            snapshot ->
                assertThat(snapshot.components())
                    .extracting(ComponentStatus::id)
                    .containsExactly("pd", "tikv-1", "tikv-2", "tikv-3"));
  }
}
