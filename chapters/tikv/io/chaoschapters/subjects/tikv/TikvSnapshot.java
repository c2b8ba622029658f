package io.chaoschapters.subjects.tikv;

import io.chaoschapters.runtime.Component;
import io.chaoschapters.subject.ClusterSnapshot;
import io.chaoschapters.subject.ComponentStatus;
import io.chaoschapters.subject.Health;
import io.chaoschapters.subject.Reading;
import io.chaoschapters.subjects.tikv.pd.PdRegion;
import io.chaoschapters.subjects.tikv.pd.PdStore;
import io.chaoschapters.subjects.tikv.pd.StoreState;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Turns what stores and placement driver answered at one moment into states and facts. */
final class TikvSnapshot {
  private static final double MILLIS = 1000.0;
  private static final String NOT_PROBED = "a store could not be probed";

  private final PdPresence.Moment moment;
  private final WriteLedger ledger;
  private final PdView pd;
  private final List<Component> stores;
  private final List<StoreReading> readings;
  private final RegionLeaders leaders;
  private final Undelivered undelivered;

  /**
   * Nothing is asked here.
   *
   * @param regions all that stores were asked about
   * @param readings of all stores, in their order
   */
  TikvSnapshot(
      PdPresence.Moment moment,
      WriteLedger ledger,
      PdView pd,
      List<Component> stores,
      Set<BigInteger> regions,
      List<StoreReading> readings,
      Undelivered undelivered) {
    this.moment = moment;
    this.ledger = ledger;
    this.pd = pd;
    this.stores = stores;
    this.readings = readings;
    this.leaders = new RegionLeaders(regions, readings);
    this.undelivered = undelivered;
  }

  ClusterSnapshot describe(Component pdComponent) {
    List<ComponentStatus> components = new ArrayList<>();
    components.add(
        ComponentStatus.of(pdComponent.id(), pdComponent.role(), pd.health(), pd.trouble()));
    StoreDetail detail = new StoreDetail(moment, pd, leaders, undelivered);
    for (int i = 0; i < stores.size(); i++) {
      Component store = stores.get(i);
      components.add(
          ComponentStatus.of(
              store.id(), store.role(), readings.get(i).health(), detail.of(i, address(store))));
    }
    return new ClusterSnapshot(components, facts());
  }

  private static String address(Component store) {
    return store.internalEndpoint(TikvComponents.CLIENT).toString();
  }

  private Map<String, Reading> facts() {
    Map<String, Reading> facts = new HashMap<>();
    facts.put(
        TikvSignals.WRITE_WAIT, Reading.of(ledger.waiting(System.nanoTime()).toMillis() / MILLIS));
    facts.put(TikvSignals.UNACKNOWLEDGED, Reading.of(ledger.unansweredCount()));
    facts.put(TikvSignals.STORES_ANSWERING, storesAnswering());
    facts.put(TikvSignals.STORES_UP, told(pd.stores(), this::countUp));
    facts.put(TikvSignals.HEARTBEAT_AGE, told(pd.stores(), this::oldestHeartbeat));
    facts.put(TikvSignals.LEADERLESS, leaders.leaderless());
    facts.put(TikvSignals.WITHOUT_MAJORITY, told(pd.regions(), this::withoutMajority));
    facts.put(TikvSignals.LEADER_SPREAD, leaderSpread());
    facts.put(TikvSignals.CUT_OFF, told(pd.stores(), this::cutOff));
    facts.put(TikvSignals.ANSWER_LAG, answerLag());
    facts.put(
        TikvSignals.COPIES_MISSING,
        told(pd.missPeer(), missing -> told(pd.regions(), all -> copiesMissing(missing, all))));
    facts.put(TikvSignals.FREE_SPACE, told(pd.stores(), TikvSnapshot::freeSpace));
    facts.put(
        TikvSignals.PD_ANSWERS,
        pd.health() == Health.UNKNOWN
            ? Reading.unknown(pd.trouble())
            : Reading.of(pd.members() != null && pd.members().leader() != null ? 1 : 0));
    return facts;
  }

  /** A store that could not be probed may answer others. */
  private boolean isAnyUnknown() {
    return !readings.stream().allMatch(StoreReading::isKnown);
  }

  private Reading storesAnswering() {
    if (isAnyUnknown()) {
      return Reading.unknown(NOT_PROBED);
    }
    return IntStream.range(0, readings.size()).anyMatch(this::isOnlyLate)
        ? Reading.unknown("a store did not answer in time, which may be no more than a busy moment")
        : Reading.of(readings.stream().filter(StoreReading::serves).count());
  }

  /** One that served at the look before and is silent at this one; a refusal leaves no doubt. */
  private boolean isOnlyLate(int store) {
    return readings.get(store).health() == Health.SILENT && undelivered.servedBefore(store);
  }

  private <T> Reading told(@Nullable T answer, Function<T, Reading> reading) {
    return answer == null ? Reading.unknown(pd.trouble()) : reading.apply(answer);
  }

  private Reading countUp(List<PdStore> known) {
    if (known.stream().anyMatch(moment::isStale)) {
      return Reading.unknown(
          "the placement driver came back a moment ago and has not heard of every store since");
    }
    return Reading.of(known.stream().filter(store -> store.state() == StoreState.UP).count());
  }

  private Reading oldestHeartbeat(List<PdStore> known) {
    OptionalDouble oldest =
        known.stream()
            .flatMap(store -> moment.age(store).stream())
            .mapToDouble(Duration::toMillis)
            .max();
    return oldest.isPresent()
        ? Reading.of(oldest.getAsDouble() / MILLIS)
        : Reading.unknown("no store has sent a heartbeat yet");
  }

  /** A copy that is gone is told by the leaders of its regions, each in its own way. */
  private Reading copiesMissing(List<PdRegion> missing, List<PdRegion> all) {
    Set<BigInteger> regions = new HashSet<>();
    missing.forEach(region -> regions.add(region.id()));
    all.stream().filter(region -> !region.isWhole()).forEach(region -> regions.add(region.id()));
    Double leaderless = leaders.leaderless().value();
    return regions.isEmpty() && (leaderless == null || leaderless > 0)
        ? Reading.unknown("regions without a leader tell nothing of their copies")
        : Reading.of(regions.size());
  }

  private Reading withoutMajority(List<PdRegion> regions) {
    if (isAnyUnknown()) {
      return Reading.unknown(NOT_PROBED);
    }
    if (pd.stores() == null) {
      return Reading.unknown(pd.trouble());
    }
    Set<BigInteger> answering = new HashSet<>();
    for (int i = 0; i < stores.size(); i++) {
      String address = address(stores.get(i));
      if (readings.get(i).serves()) {
        pd.stores().stream()
            .filter(store -> store.address().equals(address))
            .forEach(store -> answering.add(store.id()));
      }
    }
    return Reading.of(
        regions.stream()
            .filter(
                region ->
                    region.peerStores().stream().filter(answering::contains).count() * 2
                        <= region.peerStores().size())
            .count());
  }

  private Reading cutOff(List<PdStore> known) {
    return isAnyUnknown()
        ? Reading.unknown(NOT_PROBED)
        : Reading.of(IntStream.range(0, stores.size()).filter(i -> isCutOff(i, known)).count());
  }

  /**
   * It answers from here, and there are others, none of which can deliver to it, and it has lost
   * the leader of some region: a connection that only broke for a moment costs it none.
   */
  private boolean isCutOff(int store, List<PdStore> known) {
    long others = readings.stream().filter(StoreReading::serves).count() - 1;
    String address = address(stores.get(store));
    return readings.get(store).serves()
        && others > 0
        && !readings.get(store).roles().isInTouch()
        && known.stream()
            .filter(one -> one.address().equals(address))
            .anyMatch(one -> undelivered.reportedBy(store, one.id().toString()) >= others);
  }

  /** With one store that greets, none is slower than another. */
  private Reading answerLag() {
    LongSummaryStatistics millis =
        readings.stream()
            .flatMap(reading -> reading.greeted().stream())
            .mapToLong(Duration::toMillis)
            .summaryStatistics();
    return millis.getCount() == 0
        ? Reading.unknown("no store greets a client")
        : Reading.of((millis.getMax() - millis.getMin()) / MILLIS);
  }

  /** A store that nobody can deliver to cannot lead, as one that does not answer. */
  private Reading leaderSpread() {
    List<PdStore> known = pd.stores() == null ? List.of() : pd.stores();
    IntSummaryStatistics counts =
        IntStream.range(0, stores.size())
            .filter(i -> readings.get(i).serves() && !isCutOff(i, known))
            .flatMap(i -> leaders.ledBy(i).stream())
            .summaryStatistics();
    return counts.getCount() < 2
        ? Reading.unknown("fewer than two stores tell what they lead")
        : Reading.of(counts.getMax() - counts.getMin());
  }

  private static Reading freeSpace(List<PdStore> known) {
    OptionalDouble least =
        known.stream()
            .filter(store -> store.capacityBytes().orElse(0) > 0)
            .filter(store -> store.availableBytes().isPresent())
            .mapToDouble(
                store ->
                    100.0 * store.availableBytes().getAsLong() / store.capacityBytes().getAsLong())
            .min();
    return least.isPresent()
        ? Reading.of(least.getAsDouble())
        : Reading.unknown("no store has told the size of its disk");
  }
}
