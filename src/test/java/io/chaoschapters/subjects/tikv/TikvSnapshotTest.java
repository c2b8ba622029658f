package io.chaoschapters.subjects.tikv;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.runtime.Component;
import io.chaoschapters.subject.ClusterSnapshot;
import io.chaoschapters.subject.Health;
import io.chaoschapters.subject.Reading;
import io.chaoschapters.subjects.tikv.pd.Build;
import io.chaoschapters.subjects.tikv.pd.PdRegion;
import io.chaoschapters.subjects.tikv.pd.PdStore;
import io.chaoschapters.toy.ToyComponent;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TikvSnapshotTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final List<Component> STORES =
      List.of(
          new FixedStore("tikv-1", "one:20160"),
          new FixedStore("tikv-2", "two:20160"),
          new FixedStore("tikv-3", "three:20160"));

  private static final PdView GONE =
      new PdView(Health.REFUSING, null, null, null, null, null, "pd refuses connections");

  private static final Build NO_BUILD = new Build("", "");

  private static PdView wholePd() {
    List<PdStore> known =
        List.of(pdStore(1, "one:20160"), pdStore(2, "two:20160"), pdStore(3, "three:20160"));
    PdRegion region =
        new PdRegion(
            BigInteger.TEN,
            "",
            "",
            List.of(BigInteger.ONE, BigInteger.TWO, BigInteger.valueOf(3)),
            BigInteger.ONE,
            List.of(),
            List.of());
    return new PdView(Health.SERVING, null, known, List.of(region), List.of(), List.of(), "");
  }

  private static PdStore pdStore(long id, String address) {
    return new PdStore(
        BigInteger.valueOf(id), address, "Up", "2GiB", "1GiB", 2, 6, NOW, NO_BUILD, 1);
  }

  /** What a store says of the messages that it could not deliver to stores 1, 2 and 3. */
  private static StoreReading reading(RegionRoles roles, int greetMillis, double... undelivered) {
    return new StoreReading(
        Health.SERVING,
        roles,
        Optional.of(Map.of("1", undelivered[0], "2", undelivered[1], "3", undelivered[2])),
        Optional.of(Duration.ofMillis(greetMillis)));
  }

  /** Of six regions, as many as it leads from a number on; it follows in the others. */
  private static RegionRoles leads(int from, int count) {
    return roles(region -> new RegionRole(from <= region && region < from + count, true, 5));
  }

  private static RegionRoles roles(LongFunction<RegionRole> role) {
    return new RegionRoles(
        LongStream.rangeClosed(1, 6)
            .boxed()
            .collect(Collectors.toMap(BigInteger::valueOf, role::apply)),
        Set.of());
  }

  private static final RegionRoles LOST = roles(region -> new RegionRole(false, false, 6));

  private static final List<StoreReading> BEFORE =
      List.of(
          reading(leads(1, 2), 2, 0, 0, 0),
          reading(leads(3, 2), 2, 0, 0, 0),
          reading(leads(5, 2), 2, 0, 0, 0));

  private static Map<String, Reading> facts(PdView pd, List<StoreReading> now) {
    return look(pd, now).facts();
  }

  private static ClusterSnapshot look(PdView pd, List<StoreReading> now) {
    return new TikvSnapshot(
            new PdPresence.Moment(NOW, Instant.EPOCH),
            new WriteLedger("test"),
            pd,
            STORES,
            leads(1, 6).told().keySet(),
            now,
            new Undelivered(
                List.of(
                    new RecentReadings.Look(NOW.minusSeconds(4), BEFORE),
                    new RecentReadings.Look(NOW, now))))
        .describe(new ToyComponent("pd"));
  }

  @Test
  void placementDriverGone_whatItToldIsUnknownAndWhatStoresTellIsNot() {
    ClusterSnapshot seen = look(GONE, BEFORE);

    assertThat(seen.components().get(0).health()).isEqualTo(Health.REFUSING);
    for (String told :
        List.of(
            TikvSignals.STORES_UP,
            TikvSignals.HEARTBEAT_AGE,
            TikvSignals.WITHOUT_MAJORITY,
            TikvSignals.COPIES_MISSING,
            TikvSignals.CUT_OFF,
            TikvSignals.FREE_SPACE)) {
      assertThat(seen.facts().get(told).isKnown()).as(told).isFalse();
      assertThat(seen.facts().get(told).why()).as(told).isEqualTo("pd refuses connections");
    }
    assertThat(seen.facts().get(TikvSignals.PD_ANSWERS).value()).isZero();
    assertThat(seen.facts().get(TikvSignals.STORES_ANSWERING).value()).isEqualTo(3);
    assertThat(seen.facts().get(TikvSignals.LEADERLESS).value()).isZero();
  }

  @Test
  void oneThatNobodyDeliversTo_isCutOffAndDoesNotCountAsIdle() {
    Map<String, Reading> facts =
        facts(
            wholePd(),
            List.of(
                reading(leads(1, 3), 2, 0, 5, 0),
                reading(LOST, 2, 4, 0, 4),
                reading(leads(4, 3), 2, 0, 5, 0)));

    assertThat(facts.get(TikvSignals.CUT_OFF).value()).isEqualTo(1);
    assertThat(facts.get(TikvSignals.LEADER_SPREAD).value()).isZero();
  }

  @Test
  void oneThatOnlyOneDoesNotReach_isNotCutOff() {
    Map<String, Reading> facts =
        facts(
            wholePd(),
            List.of(
                reading(leads(1, 3), 2, 0, 5, 0),
                reading(LOST, 2, 0, 0, 0),
                reading(leads(4, 3), 2, 0, 0, 0)));

    assertThat(facts.get(TikvSignals.CUT_OFF).value()).isZero();
  }

  @Test
  void oneThatGreetsLate_isBehindTheFastest() {
    Map<String, Reading> facts =
        facts(
            wholePd(),
            List.of(
                reading(leads(1, 2), 3, 0, 0, 0),
                reading(leads(3, 2), 303, 0, 0, 0),
                reading(leads(5, 2), 8, 0, 0, 0)));

    assertThat(facts.get(TikvSignals.ANSWER_LAG).value()).isEqualTo(0.3);
  }

  @Test
  void twoGone_theLastIsNeitherCutOffNorBehind() {
    Map<String, Reading> facts =
        facts(
            wholePd(),
            List.of(
                reading(LOST, 3, 0, 5, 5),
                StoreReading.without(Health.REFUSING),
                StoreReading.without(Health.SILENT)));

    assertThat(facts.get(TikvSignals.CUT_OFF).value()).isZero();
    assertThat(facts.get(TikvSignals.ANSWER_LAG).value()).isZero();
    assertThat(facts.get(TikvSignals.WITHOUT_MAJORITY).value()).isEqualTo(1);
  }

  @Test
  void connectionBrokeForAMoment_storeThatLostNoLeaderIsNotCutOff() {
    Map<String, Reading> facts =
        facts(
            wholePd(),
            List.of(
                reading(leads(1, 2), 2, 0, 1, 0),
                reading(leads(3, 2), 2, 0, 0, 0),
                reading(leads(5, 2), 2, 0, 1, 0)));

    assertThat(facts.get(TikvSignals.CUT_OFF).value()).isZero();
  }

  @Test
  void oldLeaderDoesNotKnowYet_regionIsCountedOnce() {
    RegionRoles old = roles(region -> new RegionRole(region <= 2, true, 5));
    RegionRoles later = roles(region -> new RegionRole(region <= 4, true, 6));

    Map<String, Reading> facts =
        facts(
            wholePd(),
            List.of(
                reading(old, 2, 0, 0, 0),
                reading(later, 2, 0, 0, 0),
                reading(leads(5, 2), 2, 0, 0, 0)));

    assertThat(facts.get(TikvSignals.LEADERLESS).value()).isZero();
    assertThat(facts.get(TikvSignals.LEADER_SPREAD).value()).isEqualTo(4);
  }

  @Test
  void storeDoesNotTellOfARegion_whetherItIsLedIsUnknown() {
    RegionRoles silent = new RegionRoles(Map.of(), leads(1, 6).told().keySet());

    Map<String, Reading> facts =
        facts(
            wholePd(),
            List.of(
                reading(silent, 2, 0, 0, 0),
                reading(leads(3, 2), 2, 0, 0, 0),
                reading(leads(5, 2), 2, 0, 0, 0)));

    assertThat(facts.get(TikvSignals.LEADERLESS).why())
        .isEqualTo("a store does not tell what it leads");
  }

  /** On a busy machine an answer may come late once; a store that is gone refuses. */
  @Test
  void oneLateAnswer_isNoOutageYet() {
    StoreReading silent = StoreReading.without(Health.SILENT);
    StoreReading refused = StoreReading.without(Health.REFUSING);

    assertThat(
            facts(wholePd(), List.of(BEFORE.get(0), silent, BEFORE.get(2)))
                .get(TikvSignals.STORES_ANSWERING)
                .why())
        .contains("busy moment");
    assertThat(
            facts(wholePd(), List.of(BEFORE.get(0), refused, BEFORE.get(2)))
                .get(TikvSignals.STORES_ANSWERING)
                .value())
        .isEqualTo(2);
  }
}
