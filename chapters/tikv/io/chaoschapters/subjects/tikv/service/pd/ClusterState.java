package io.chaoschapters.subjects.tikv.service.pd;

import io.chaoschapters.subjects.tikv.service.Keys;
import io.chaoschapters.subjects.tikv.service.pd.PdData.SavedStore;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tikv.kvproto.Metapb.Region;
import org.tikv.kvproto.Metapb.Store;
import org.tikv.kvproto.Pdpb.RegionHeartbeatRequest;
import org.tikv.kvproto.Pdpb.StoreStats;
import org.tikv.shade.com.google.protobuf.ByteString;
import org.tikv.shade.com.google.protobuf.InvalidProtocolBufferException;

/**
 * What PD knows of stores and regions: what heartbeats told it, and after a restart what is on its
 * disk. All methods may be called from any thread.
 */
final class ClusterState {
  /** PD takes ids from its disk by the thousand, so that a restart leaves a gap. */
  private static final long IDS_AT_ONCE = 1_000;

  private static final Duration HEARTBEAT_SAVED_EVERY = Duration.ofMinutes(5);
  private static final Duration DISCONNECTED_AFTER = Duration.ofSeconds(20);

  private final Clock clock;
  private final PdConfig config;
  private final PdDisk disk;
  private final Schedulers schedulers;
  private final TreeMap<Long, StoreInfo> stores = new TreeMap<>();
  private final TreeMap<Long, RegionInfo> regions = new TreeMap<>();
  private final long clusterId;
  private final long memberId;
  private long nextId;
  private long idLimit;
  private @Nullable Instant bootstrappedAt;

  ClusterState(Clock clock, PdConfig config, PdDisk disk) throws IOException {
    this.clock = clock;
    this.config = config;
    this.disk = disk;
    Optional<PdData> saved = disk.load();
    SecureRandom random = new SecureRandom();
    this.clusterId = saved.map(PdData::clusterId).orElseGet(() -> random.nextLong() >>> 1);
    this.memberId = saved.map(PdData::memberId).orElseGet(() -> random.nextLong() | Long.MIN_VALUE);
    this.idLimit = saved.map(PdData::idLimit).orElse(0L);
    this.nextId = idLimit + 1;
    this.schedulers =
        new Schedulers(
            saved.map(PdData::schedulers).orElse(null),
            saved.map(PdData::evicted).orElse(List.of()),
            this::save);
    if (saved.isPresent()) {
      load(saved.get());
    }
  }

  private void load(PdData saved) throws InvalidProtocolBufferException {
    bootstrappedAt = saved.bootstrappedAt() == null ? null : Instant.parse(saved.bootstrappedAt());
    for (SavedStore store : saved.stores()) {
      Store meta = Store.parseFrom(store.store());
      stores.put(meta.getId(), new StoreInfo(meta, store.heartbeat(), store.heartbeat(), null));
    }
    for (byte[] region : saved.regions()) {
      Region meta = Region.parseFrom(region);
      regions.put(meta.getId(), RegionInfo.unheard(meta));
    }
  }

  private synchronized void save() {
    List<SavedStore> savedStores =
        stores.values().stream()
            .map(s -> new SavedStore(s.meta().toByteArray(), SavedStore.nanos(s.savedAt())))
            .toList();
    disk.save(
        new PdData(
            clusterId,
            memberId,
            idLimit,
            bootstrappedAt == null ? null : bootstrappedAt.toString(),
            savedStores,
            regions.values().stream().map(region -> region.meta().toByteArray()).toList(),
            schedulers.saved(),
            schedulers.evicted()));
  }

  long clusterId() {
    return clusterId;
  }

  long memberId() {
    return memberId;
  }

  Schedulers schedulers() {
    return schedulers;
  }

  /** When the first store began the cluster, or null before. */
  synchronized @Nullable Instant bootstrappedAt() {
    return bootstrappedAt;
  }

  synchronized boolean isBootstrapped() {
    return bootstrappedAt != null;
  }

  /** An id for a store, a region or a copy, in the order in which they are asked for. */
  synchronized long allocate() {
    if (nextId > idLimit) {
      idLimit += IDS_AT_ONCE;
      save();
    }
    return nextId++;
  }

  /** False when another store was first. */
  synchronized boolean bootstrap(Store store, Region region) {
    if (bootstrappedAt != null) {
      return false;
    }
    bootstrappedAt = clock.instant();
    regions.put(region.getId(), RegionInfo.unheard(region));
    put(store);
    return true;
  }

  /** A store says where it is; it is Down until its first heartbeat. */
  synchronized void put(Store store) {
    StoreInfo known = stores.get(store.getId());
    stores.put(
        store.getId(),
        known == null
            ? new StoreInfo(store, Instant.EPOCH, Instant.EPOCH, null)
            : new StoreInfo(store, known.heardAt(), known.savedAt(), known.stats()));
    save();
  }

  /** False when the store is not known. */
  synchronized boolean heard(StoreStats stats) {
    StoreInfo known = stores.get(stats.getStoreId());
    if (known == null) {
      return false;
    }
    Instant now = clock.instant();
    boolean saves = Duration.between(known.savedAt(), now).compareTo(HEARTBEAT_SAVED_EVERY) > 0;
    stores.put(known.id(), new StoreInfo(known.meta(), now, saves ? now : known.savedAt(), stats));
    if (saves) {
      save();
    }
    return true;
  }

  /** Notes what a leader tells of its region, unless a later one has told already. */
  synchronized void heard(RegionHeartbeatRequest heartbeat) {
    Region told = heartbeat.getRegion();
    RegionInfo known = regions.get(told.getId());
    if (known != null && isStale(heartbeat, known)) {
      return;
    }
    if (known == null && regions.values().stream().anyMatch(other -> isNewer(other, told))) {
      return; // It was merged into another one.
    }
    replace(told, RegionInfo.of(heartbeat));
    schedulers.begin();
  }

  private static boolean isStale(RegionHeartbeatRequest heartbeat, RegionInfo known) {
    var told = heartbeat.getRegion().getRegionEpoch();
    var kept = known.meta().getRegionEpoch();
    return told.getVersion() < kept.getVersion()
        || told.getConfVer() < kept.getConfVer()
        || heartbeat.getTerm() < known.term();
  }

  private static boolean isNewer(RegionInfo other, Region told) {
    return overlap(other.meta(), told)
        && other.meta().getRegionEpoch().getVersion() > told.getRegionEpoch().getVersion();
  }

  private static boolean overlap(Region one, Region other) {
    return startsBeforeEnd(one, other) && startsBeforeEnd(other, one);
  }

  private static boolean startsBeforeEnd(Region one, Region other) {
    return other.getEndKey().isEmpty()
        || Keys.ORDER.compare(one.getStartKey(), other.getEndKey()) < 0;
  }

  /** Regions that it overlaps are older: they were merged into it. */
  private void replace(Region told, RegionInfo info) {
    RegionInfo before = regions.get(told.getId());
    regions.values().removeIf(other -> other.id() != told.getId() && overlap(other.meta(), told));
    regions.put(told.getId(), info);
    if (before == null || !before.meta().equals(told)) {
      save();
    }
  }

  /** A region was split into these. */
  synchronized void split(List<Region> parts) {
    for (Region part : parts) {
      RegionInfo known = regions.get(part.getId());
      if (known == null) {
        regions.put(part.getId(), RegionInfo.unheard(part));
      } else if (known.meta().getRegionEpoch().getVersion() < part.getRegionEpoch().getVersion()) {
        regions.put(
            part.getId(),
            new RegionInfo(part, known.leader(), known.term(), known.pending(), 1, 0, 0));
      }
    }
    save();
  }

  /** In no order that means anything. */
  synchronized List<StoreInfo> stores() {
    return new ArrayList<>(stores.values());
  }

  synchronized Optional<StoreInfo> store(long id) {
    return Optional.ofNullable(stores.get(id));
  }

  synchronized Collection<RegionInfo> regions() {
    return new ArrayList<>(regions.values());
  }

  synchronized Optional<RegionInfo> region(long id) {
    return Optional.ofNullable(regions.get(id));
  }

  /** The region that holds a key. */
  synchronized Optional<RegionInfo> holding(ByteString key) {
    return regions.values().stream().filter(r -> Keys.holds(r.meta(), key)).findFirst();
  }

  /** PD was elected anew: of heartbeats it knows those on its disk, until the next ones come. */
  synchronized void forgetHeartbeats() {
    stores.replaceAll((id, s) -> new StoreInfo(s.meta(), s.savedAt(), s.savedAt(), s.stats()));
  }

  /** PD's rule: by the age of the last heartbeat, and nothing else. */
  String stateName(StoreInfo store) {
    Duration age = Duration.between(store.heardAt(), clock.instant());
    if (age.compareTo(config.maxStoreDownTime()) > 0) {
      return "Down";
    }
    return age.compareTo(DISCONNECTED_AFTER) > 0 ? "Disconnected" : "Up";
  }

  boolean isUp(StoreInfo store) {
    return stateName(store).equals("Up");
  }
}
