package io.chaoschapters.subjects.tikv.service.store;

import io.chaoschapters.subjects.tikv.service.ServerLog;
import io.chaoschapters.text.RootLocale;
import io.chaoschapters.waiting.Progress;
import io.chaoschapters.waiting.Wait;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;
import org.apache.ratis.thirdparty.io.grpc.StatusRuntimeException;
import org.tikv.kvproto.Metapb.Peer;
import org.tikv.kvproto.Metapb.Region;
import org.tikv.kvproto.Metapb.RegionEpoch;
import org.tikv.kvproto.Metapb.Store;

/** Takes a store into the cluster; the first one begins it, with one region. */
final class Bootstrap {
  /** Without a placement driver TiKV tries for ever. */
  private static final Duration FOR_EVER = Duration.ofDays(365);

  private static final Duration ASK_EVERY = Duration.ofMillis(100);
  private static final ServerLog LOG = new ServerLog();

  private final PdSession pd;
  private final Path folder;

  Bootstrap(PdSession pd, Path folder) {
    this.pd = pd;
    this.folder = folder;
  }

  /** Waits for a placement driver, and returns the id of its cluster. */
  long connect(String endpoint) {
    AtomicLong cluster = new AtomicLong();
    LOG.info("util.rs", "connecting to PD endpoint", "endpoints", endpoint);
    new Wait("a placement driver at " + endpoint, FOR_EVER, ASK_EVERY)
        .until(
            () -> {
              try {
                cluster.set(pd.connect());
                return Progress.reached();
              } catch (StatusRuntimeException e) {
                LOG.warn("util.rs", "PD failed to respond", "endpoints", endpoint, "err", e);
                return Progress.notYet(e.toString());
              }
            });
    LOG.info("util.rs", "all PD endpoints are consistent", "endpoints", endpoint);
    LOG.info("common.rs", "connect to PD cluster", "cluster_id", cluster.get());
    return cluster.get();
  }

  /** The store's id: the one it had, or a new one. */
  long identify(long clusterId) throws IOException {
    Optional<StoreIdentity> known = StoreIdentity.load(folder);
    if (known.isEmpty()) {
      StoreIdentity self = new StoreIdentity(clusterId, pd.allocate());
      self.save(folder);
      return self.storeId();
    }
    if (known.get().clusterId() != clusterId) {
      throw new FatalException(
          "node.rs",
          RootLocale.format(
              "cluster ID mismatch, local %d != remote %d, you are trying to connect to another cluster",
              known.get().clusterId(), clusterId));
    }
    return known.get().storeId();
  }

  /**
   * Begins the cluster, unless another store has.
   *
   * @param self what the store says of itself, by its id
   * @return the region that the cluster begins with, or empty
   */
  Optional<Region> begin(long storeId, LongFunction<Store> self) {
    if (!pd.stores().isEmpty()) {
      return Optional.empty();
    }
    Region first =
        Region.newBuilder()
            .setId(pd.allocate())
            .setRegionEpoch(RegionEpoch.newBuilder().setConfVer(1).setVersion(1))
            .addPeers(Peer.newBuilder().setId(pd.allocate()).setStoreId(storeId))
            .build();
    LOG.info(
        "node.rs", "trying to bootstrap cluster", "store_id", storeId, "region", first.getId());
    if (!pd.bootstrap(self.apply(storeId), first)) {
      LOG.info("node.rs", "cluster is already bootstrapped", "store_id", storeId);
      return Optional.empty();
    }
    LOG.info("node.rs", "bootstrap cluster ok", "store_id", storeId);
    return Optional.of(first);
  }
}
