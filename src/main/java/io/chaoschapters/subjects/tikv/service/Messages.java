package io.chaoschapters.subjects.tikv.service;

import java.time.Instant;
import java.util.List;

/** What stores and placement driver of the stand-in tell each other, as JSON. */
final class Messages {
  private Messages() {}

  /**
   * A store reports for duty.
   *
   * @param name unique among the stores
   * @param address where its Raft server listens
   * @param statusAddress where its HTTP port listens
   */
  record Registration(String name, String address, String statusAddress) {}

  /**
   * What a store is told once all stores have reported.
   *
   * @param id the store's own id
   * @param stores all stores, itself included
   * @param regions all regions; each has a copy on every store
   */
  record Assignment(long id, List<StoreEntry> stores, List<RegionEntry> regions) {}

  /** One store of the cluster. */
  record StoreEntry(long id, String name, String address, String statusAddress) {}

  /** One region: keys from {@code startKey} to before {@code endKey}, which is empty for no end. */
  record RegionEntry(long id, String startKey, String endKey) {}

  /** A sign of life of a store. */
  record StoreHeartbeat(
      long id, long capacity, long available, long used, int regions, int leaders, Instant start) {}

  /** What a store leads at the moment; told to the placement driver by leaders only. */
  record RegionHeartbeat(long storeId, List<LedRegion> regions) {}

  /**
   * A region as its leader sees it.
   *
   * @param silent stores whose copy has not answered the leader, and for how long
   */
  record LedRegion(long id, long term, long bytes, long keys, List<SilentPeer> silent) {}

  /** A copy that has not answered its leader for some seconds. */
  record SilentPeer(long storeId, long seconds) {}

  /** The answer to a region heartbeat. */
  record Orders(List<Transfer> transfers) {}

  /** The leader of a region is to hand it over. */
  record Transfer(long regionId, long toStore) {}
}
