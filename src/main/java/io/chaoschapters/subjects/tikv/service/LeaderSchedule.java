package io.chaoschapters.subjects.tikv.service;

import io.chaoschapters.subjects.tikv.service.Messages.LedRegion;
import io.chaoschapters.subjects.tikv.service.Messages.SilentPeer;
import io.chaoschapters.subjects.tikv.service.Messages.Transfer;
import io.chaoschapters.subjects.tikv.service.PdState.RegionView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Decides which leaders move, as PD's balance-leader and evict-leader schedulers do: the store with
 * most leaders gives to the one with fewest while they differ by two or more. Guarded by its owner.
 */
final class LeaderSchedule {
  static final String BALANCE = "balance-leader-scheduler";
  static final String EVICT = "evict-leader-scheduler";

  /** Real PD asks for less than 20 s; a store that has missed a heartbeat would only cost time. */
  private static final Duration FRESH = Duration.ofMillis(4_500);

  /** How long a transfer may take before it is ordered again. */
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final TreeSet<Long> evicted = new TreeSet<>();
  private final Map<Long, Move> underWay = new HashMap<>();
  private final Map<Long, Long> asked = new HashMap<>();

  /** A transfer that was ordered and has not been seen to be done. */
  private record Move(long toStore, Instant since) {}

  boolean evict(long storeId) {
    return evicted.add(storeId);
  }

  boolean stopEvicting(long storeId) {
    return evicted.remove(storeId);
  }

  void order(long regionId, long toStore) {
    asked.put(regionId, toStore);
  }

  List<String> names() {
    List<String> names = new ArrayList<>(List.of(BALANCE));
    if (!evicted.isEmpty()) {
      names.add(EVICT);
    }
    return names;
  }

  /** What a store that has just told what it leads is to hand over. */
  List<Transfer> orders(
      long store, Collection<RegionView> regions, Map<Long, Instant> heardAt, Instant now) {
    forget(regions, now);
    Map<Long, Integer> leaders = leaders(regions, heardAt, now);
    List<Transfer> transfers = new ArrayList<>();
    for (RegionView region : regions) {
      long id = region.entry().id();
      if (region.leader() != null && region.leader() == store && !underWay.containsKey(id)) {
        target(region, leaders)
            .ifPresent(
                to -> {
                  transfers.add(new Transfer(id, to));
                  underWay.put(id, new Move(to, now));
                  leaders.merge(store, -1, Integer::sum);
                  leaders.merge(to, 1, Integer::sum);
                });
      }
    }
    return transfers;
  }

  /** Done, or given up on. */
  private void forget(Collection<RegionView> regions, Instant now) {
    underWay.values().removeIf(m -> Duration.between(m.since(), now).compareTo(PATIENCE) > 0);
    for (RegionView region : regions) {
      Move move = underWay.get(region.entry().id());
      if (move != null && region.leader() != null && region.leader() == move.toStore()) {
        underWay.remove(region.entry().id());
      }
    }
  }

  /** A copy that its leader has not heard of lately cannot take over. */
  private Optional<Long> target(RegionView region, Map<Long, Integer> leaders) {
    long from = Objects.requireNonNull(region.leader());
    Set<Long> silent = silent(region);
    Long wanted = asked.remove(region.entry().id());
    if (wanted != null
        && wanted != from
        && leaders.containsKey(wanted)
        && !silent.contains(wanted)) {
      return Optional.of(wanted);
    }
    Optional<Long> fewest =
        leaders.entrySet().stream()
            .filter(entry -> entry.getKey() != from)
            .filter(entry -> !evicted.contains(entry.getKey()) && !silent.contains(entry.getKey()))
            .min(Comparator.comparingInt(Map.Entry::getValue))
            .map(Map.Entry::getKey);
    boolean moves =
        evicted.contains(from)
            || fewest.map(to -> leaders.getOrDefault(from, 0) - leaders.get(to) >= 2).orElse(false);
    return moves ? fewest : Optional.empty();
  }

  private static Set<Long> silent(RegionView region) {
    LedRegion last = region.last();
    return last == null
        ? Set.of()
        : last.silent().stream().map(SilentPeer::storeId).collect(Collectors.toSet());
  }

  /** Leaders that each store heard of lately has, once what is under way is done. */
  private Map<Long, Integer> leaders(
      Collection<RegionView> regions, Map<Long, Instant> heardAt, Instant now) {
    Map<Long, Integer> leaders = new HashMap<>();
    heardAt.forEach(
        (store, at) -> {
          if (Duration.between(at, now).compareTo(FRESH) <= 0) {
            leaders.put(store, 0);
          }
        });
    for (RegionView region : regions) {
      Move move = underWay.get(region.entry().id());
      Long leader = move == null ? region.leader() : Long.valueOf(move.toStore());
      if (leader != null) {
        leaders.computeIfPresent(leader, (store, count) -> count + 1);
      }
    }
    return leaders;
  }
}
