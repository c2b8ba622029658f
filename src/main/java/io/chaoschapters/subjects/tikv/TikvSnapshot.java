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
import java.time.Instant;
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

  private final Instant now;
  private final WriteLedger ledger;
  private final PdView pd;
  private final List<Component> stores;
  private final List<StoreReading> readings;
  private final Undelivered undelivered;

  TikvSnapshot(
      Instant now,
      WriteLedger ledger,
      PdView pd,
      List<Component> stores,
      List<StoreReading> readings,
      Undelivered undelivered) {
    this.now = now;
    this.ledger = ledger;
    this.pd = pd;
    this.stores = stores;
    this.readings = readings;
    this.undelivered = undelivered;
  }

  ClusterSnapshot describe(Component pdComponent) {
    List<ComponentStatus> components = new ArrayList<>();
    components.add(
        ComponentStatus.of(pdComponent.id(), pdComponent.role(), pd.health(), pd.trouble()));
    StoreDetail detail = new StoreDetail(now, pd, undelivered);
    for (int i = 0; i < stores.size(); i++) {
      Component store = stores.get(i);
      components.add(
          ComponentStatus.of(
              store.id(),
              store.role(),
              readings.get(i).health(),
              detail.of(address(store), readings.get(i))));
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
    facts.put(TikvSignals.STORES_UP, told(pd.stores(), TikvSnapshot::countUp));
    facts.put(TikvSignals.HEARTBEAT_AGE, told(pd.stores(), this::oldestHeartbeat));
    facts.put(TikvSignals.LEADERLESS, told(pd.regions(), this::leaderless));
    facts.put(TikvSignals.WITHOUT_MAJORITY, told(pd.regions(), this::withoutMajority));
    facts.put(TikvSignals.LEADER_SPREAD, leaderSpread());
    facts.put(TikvSignals.CUT_OFF, told(pd.stores(), this::cutOff));
    facts.put(TikvSignals.ANSWER_LAG, answerLag());
    facts.put(
        TikvSignals.COPIES_MISSING, told(pd.missPeer(), missing -> Reading.of(missing.size())));
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
    return isAnyUnknown()
        ? Reading.unknown(NOT_PROBED)
        : Reading.of(readings.stream().filter(StoreReading::serves).count());
  }

  private <T> Reading told(@Nullable T answer, Function<T, Reading> reading) {
    return answer == null ? Reading.unknown(pd.trouble()) : reading.apply(answer);
  }

  private static Reading countUp(List<PdStore> known) {
    return Reading.of(known.stream().filter(store -> store.state() == StoreState.UP).count());
  }

  private Reading oldestHeartbeat(List<PdStore> known) {
    OptionalDouble oldest =
        known.stream()
            .flatMap(store -> store.age(now).stream())
            .mapToDouble(Duration::toMillis)
            .max();
    return oldest.isPresent()
        ? Reading.of(Math.max(0, oldest.getAsDouble()) / MILLIS)
        : Reading.unknown("no store has sent a heartbeat yet");
  }

  /** A leader that does not answer serves nobody, so only those that answer count. */
  private Reading leaderless(List<PdRegion> regions) {
    if (isAnyUnknown()) {
      return Reading.unknown(NOT_PROBED);
    }
    if (readings.stream().anyMatch(r -> r.serves() && r.leaders().isEmpty())) {
      return Reading.unknown("a store does not tell what it leads");
    }
    int led = readings.stream().mapToInt(reading -> reading.leaders().orElse(0)).sum();
    return Reading.of(Math.max(0, regions.size() - led));
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

  /** It answers from here, and there are others, none of which can deliver to it. */
  private boolean isCutOff(int store, List<PdStore> known) {
    long others = readings.stream().filter(StoreReading::serves).count() - 1;
    String address = address(stores.get(store));
    return readings.get(store).serves()
        && others > 0
        && known.stream()
            .filter(one -> one.address().equals(address))
            .anyMatch(one -> undelivered.reportedBy(one.id().toString()) >= others);
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
    IntSummaryStatistics leaders =
        IntStream.range(0, stores.size())
            .filter(i -> readings.get(i).serves() && !isCutOff(i, known))
            .flatMap(i -> readings.get(i).leaders().stream())
            .summaryStatistics();
    return leaders.getCount() < 2
        ? Reading.unknown("fewer than two stores tell what they lead")
        : Reading.of(leaders.getMax() - leaders.getMin());
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
