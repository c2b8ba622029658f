package io.chaoschapters.subjects.tikv.service.store;

import io.chaoschapters.text.RootLocale;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.ratis.protocol.RaftPeer;
import org.tikv.kvproto.Metapb.Peer;
import org.tikv.kvproto.Metapb.Store;

/** Where the stores of the cluster are. */
final class StoreDirectory {
  private final Map<Long, Store> known = new ConcurrentHashMap<>();
  private final Supplier<List<Store>> source;

  /**
   * Knows no store yet.
   *
   * @param source asks the placement driver for all of them
   */
  StoreDirectory(Supplier<List<Store>> source) {
    this.source = source;
  }

  /** Asks for those that are new, or have moved. */
  void refresh() {
    source.get().forEach(store -> known.put(store.getId(), store));
  }

  Map<Long, Store> known() {
    return Map.copyOf(known);
  }

  private Store store(long id) {
    if (!known.containsKey(id)) {
      refresh();
    }
    Store store = known.get(id);
    if (store == null) {
      throw new IllegalStateException(
          RootLocale.format("The placement driver knows no store %d.", id));
    }
    return store;
  }

  String address(long id) {
    return store(id).getAddress();
  }

  RaftPeer raftPeer(Peer peer) {
    return StandInGroups.peer(Long.toString(peer.getStoreId()), address(peer.getStoreId()));
  }
}
