package io.chaoschapters.subjects.tikv.service.store;

import io.chaoschapters.subjects.tikv.service.ConfigFile;
import io.chaoschapters.text.RootLocale;
import java.time.Duration;

/**
 * Those of TiKV's settings that the stand-in obeys, with TiKV's defaults.
 *
 * @param tick elections begin after 10 to 20 of these without a word of the leader
 * @param lease for how long a leader answers reads without asking the others
 * @param storeHeartbeat how often the store tells PD that it lives
 * @param regionHeartbeat how often leaders tell PD of their regions
 * @param hibernates whether quiet regions sleep until a connection breaks
 * @param keepAlive how long a connection between stores is quiet before it is tried
 * @param keepAliveTimeout how long such a try may take
 * @param clientMaxBackoff how often a store that cannot be reached is given up on
 * @param kvFiles files that TiKV's store of keys may have open, and that it may need for blobs
 * @param raftFiles files that its store of Raft logs may have open
 * @param unpersistedLogLimit 0 switches off a feature of which one gauge tells
 * @param inspectInterval a write that takes longer makes the store a slow one
 */
record StoreConfig(
    Duration tick,
    Duration lease,
    Duration storeHeartbeat,
    Duration regionHeartbeat,
    boolean hibernates,
    Duration keepAlive,
    Duration keepAliveTimeout,
    Duration clientMaxBackoff,
    long kvFiles,
    long raftFiles,
    long unpersistedLogLimit,
    Duration inspectInterval) {
  private static final int ELECTION_TICKS = 10;

  StoreConfig {
    if (lease.compareTo(tick.multipliedBy(ELECTION_TICKS)) >= 0) {
      throw new IllegalArgumentException(
          RootLocale.format(
              "election timeout %d ms is less than lease %d ms",
              tick.multipliedBy(ELECTION_TICKS).toMillis(), lease.toMillis()));
    }
  }

  static StoreConfig of(ConfigFile file) {
    return new StoreConfig(
        file.duration("raftstore.raft-base-tick-interval", Duration.ofSeconds(1)),
        file.duration("raftstore.raft-store-max-leader-lease", Duration.ofSeconds(9)),
        file.duration("raftstore.pd-store-heartbeat-tick-interval", Duration.ofSeconds(10)),
        file.duration("raftstore.pd-heartbeat-tick-interval", Duration.ofMinutes(1)),
        file.flag("raftstore.hibernate-regions", true),
        file.duration("server.grpc-keepalive-time", Duration.ofSeconds(10)),
        file.duration("server.grpc-keepalive-timeout", Duration.ofSeconds(3)),
        file.duration("server.raft-client-max-backoff", Duration.ofSeconds(5)),
        (long) file.number("rocksdb.max-open-files", 40_960),
        (long) file.number("raftdb.max-open-files", 40_960),
        (long) file.number("raftstore.max-apply-unpersisted-log-limit", 1_024),
        file.duration("raftstore.inspect-interval", Duration.ofMillis(100)));
  }

  /** The shortest time without a word of the leader after which an election begins. */
  Duration electionMin() {
    return hibernates ? wakesAfter().plus(tick.multipliedBy(7)) : tick.multipliedBy(ELECTION_TICKS);
  }

  /** The longest. */
  Duration electionMax() {
    return hibernates
        ? wakesAfter().plus(tick.multipliedBy(12))
        : tick.multipliedBy(2 * ELECTION_TICKS);
  }

  /** A region that sleeps is woken when the connection to its leader is found to be broken. */
  private Duration wakesAfter() {
    return keepAlive.plus(keepAliveTimeout);
  }
}
