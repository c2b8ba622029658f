package io.chaoschapters.subjects.tikv.service;

import io.chaoschapters.subjects.tikv.service.Messages.Assignment;
import io.chaoschapters.subjects.tikv.service.Messages.LedRegion;
import io.chaoschapters.subjects.tikv.service.Messages.Orders;
import io.chaoschapters.subjects.tikv.service.Messages.RegionEntry;
import io.chaoschapters.subjects.tikv.service.Messages.RegionHeartbeat;
import io.chaoschapters.subjects.tikv.service.Messages.Registration;
import io.chaoschapters.subjects.tikv.service.Messages.StoreEntry;
import io.chaoschapters.subjects.tikv.service.Messages.StoreHeartbeat;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the placement driver knows: only what heartbeats told it. All methods may be called from any
 * thread.
 */
final class PdState {
  private final Clock clock;
  private final int storesWanted;
  private final int regionsWanted;
  private final LeaderSchedule schedule = new LeaderSchedule();
  private final Map<String, Registration> registered = new TreeMap<>();
  private final Map<Long, StoreHeartbeat> storeHeartbeats = new HashMap<>();
  private final Map<Long, Instant> heardAt = new HashMap<>();
  private final Map<Long, RegionView> regions = new TreeMap<>();
  private final Map<Long, StoreEntry> stores = new TreeMap<>();
  private @Nullable Instant bootstrappedAt;

  /**
   * @param storesWanted the cluster begins when so many stores have reported
   * @param regionsWanted into how many regions the keys are divided
   */
  PdState(Clock clock, int storesWanted, int regionsWanted) {
    this.clock = clock;
    this.storesWanted = storesWanted;
    this.regionsWanted = regionsWanted;
  }

  /**
   * What is known of a store.
   *
   * @param heartbeat the last one, or null before the first
   * @param heardAt when it came, or null before the first
   */
  record StoreView(
      StoreEntry entry, @Nullable StoreHeartbeat heartbeat, @Nullable Instant heardAt) {}

  /**
   * What is known of a region.
   *
   * @param leader the store whose copy said last that it leads, or null
   * @param last what that leader told, or null
   */
  record RegionView(RegionEntry entry, @Nullable Long leader, @Nullable LedRegion last) {}

  /** Takes a store in; what it is told is empty until all stores have reported. */
  synchronized Optional<Assignment> register(Registration registration) {
    registered.put(registration.name(), registration);
    if (bootstrappedAt == null && registered.size() >= storesWanted) {
      bootstrap();
    }
    return stores.values().stream()
        .filter(store -> store.name().equals(registration.name()))
        .findFirst()
        .map(
            store ->
                new Assignment(
                    store.id(),
                    List.copyOf(stores.values()),
                    regions.values().stream().map(RegionView::entry).toList()));
  }

  private void bootstrap() {
    bootstrappedAt = clock.instant();
    long id = 0;
    for (Registration store : registered.values()) {
      id++;
      stores.put(id, new StoreEntry(id, store.name(), store.address(), store.statusAddress()));
    }
    KeyRanges.divide(id + 1, regionsWanted)
        .forEach(region -> regions.put(region.id(), new RegionView(region, null, null)));
  }

  /** False when the store is not known: it must register first. */
  synchronized boolean heard(StoreHeartbeat heartbeat) {
    if (!isKnown(heartbeat.id())) {
      return false;
    }
    storeHeartbeats.put(heartbeat.id(), heartbeat);
    heardAt.put(heartbeat.id(), clock.instant());
    return true;
  }

  /** Notes who leads; a leader of an older term has not noticed yet that it is none. */
  synchronized Orders heard(RegionHeartbeat heartbeat) {
    for (LedRegion led : heartbeat.regions()) {
      RegionView known = regions.get(led.id());
      if (known != null && (known.last() == null || known.last().term() <= led.term())) {
        regions.put(led.id(), new RegionView(known.entry(), heartbeat.storeId(), led));
      }
    }
    return new Orders(
        schedule.orders(heartbeat.storeId(), regions.values(), heardAt, clock.instant()));
  }

  synchronized List<StoreView> stores() {
    List<StoreView> views = new ArrayList<>();
    for (StoreEntry store : stores.values()) {
      views.add(new StoreView(store, storeHeartbeats.get(store.id()), heardAt.get(store.id())));
    }
    return views;
  }

  synchronized Collection<RegionView> regions() {
    return List.copyOf(regions.values());
  }

  /** When all stores had reported, or null before. */
  synchronized @Nullable Instant bootstrappedAt() {
    return bootstrappedAt;
  }

  /** The region's leader is to hand it to a store when it next reports. */
  synchronized void orderLeader(long regionId, long toStore) {
    schedule.order(regionId, toStore);
  }

  synchronized boolean evict(long storeId) {
    return schedule.evict(storeId);
  }

  synchronized boolean stopEvicting(long storeId) {
    return schedule.stopEvicting(storeId);
  }

  synchronized List<String> schedulers() {
    return schedule.names();
  }

  synchronized boolean isKnown(long storeId) {
    return stores.containsKey(storeId);
  }
}
