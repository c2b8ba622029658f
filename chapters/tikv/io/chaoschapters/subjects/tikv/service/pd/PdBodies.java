package io.chaoschapters.subjects.tikv.service.pd;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The shapes of PD's answers. As Go does, it leaves out what is empty where PD says so. */
final class PdBodies {
  static final String VERSION = "v8.5.0-stand-in";

  private PdBodies() {}

  record Stores(int count, List<Store> stores) {}

  record Store(StoreMeta store, StoreStatus status) {}

  record StoreMeta(
      long id,
      String address,
      String version,
      String peerAddress,
      String statusAddress,
      String gitHash,
      long startTimestamp,
      String deployPath,
      @JsonInclude(Include.NON_DEFAULT) long lastHeartbeat,
      @JsonInclude(Include.NON_DEFAULT) int nodeState,
      String stateName) {}

  record StoreStatus(
      String capacity,
      String available,
      String usedSize,
      int leaderCount,
      int leaderWeight,
      int leaderScore,
      int leaderSize,
      int regionCount,
      int regionWeight,
      int regionScore,
      int regionSize,
      @JsonInclude(Include.NON_DEFAULT) int pendingPeerCount,
      @JsonInclude(Include.NON_DEFAULT) int slowScore,
      @JsonInclude(Include.NON_NULL) @Nullable SlowTrend slowTrend,
      String startTs,
      String lastHeartbeatTs,
      @JsonInclude(Include.NON_NULL) @Nullable String uptime) {}

  record SlowTrend(int causeValue, int causeRate, int resultValue, int resultRate) {}

  record Regions(int count, List<Region> regions) {}

  record Region(
      long id,
      String startKey,
      String endKey,
      Epoch epoch,
      List<Peer> peers,
      Peer leader,
      @JsonInclude(Include.NON_NULL) @Nullable List<Peer> pendingPeers,
      long cpuUsage,
      long writtenBytes,
      long readBytes,
      long writtenKeys,
      long readKeys,
      long approximateSize,
      long approximateKeys) {}

  record Epoch(long confVer, long version) {}

  /** A region without a leader has one without an id. */
  record Peer(
      String roleName,
      @JsonInclude(Include.NON_DEFAULT) long id,
      @JsonInclude(Include.NON_DEFAULT) long storeId) {}

  record Member(
      String name,
      BigInteger memberId,
      List<String> peerUrls,
      List<String> clientUrls,
      String deployPath,
      String binaryVersion,
      String gitHash) {}

  record Header(long clusterId) {}

  record Members(Header header, List<Member> members, Member leader, Member etcdLeader) {}

  record Health(String name, BigInteger memberId, List<String> clientUrls, boolean health) {}

  record ClusterStatus(String raftBootstrapTime, boolean isInitialized, String replicationStatus) {}

  record Status(String buildTs, String version, String gitHash, long startTimestamp) {}

  record Version(String version, String buildTime, String hash, String branch) {}

  record Replication(
      @JsonProperty("max-replicas") int maxReplicas,
      @JsonProperty("location-labels") String locationLabels,
      @JsonProperty("strictly-match-label") String strictlyMatchLabel,
      @JsonProperty("enable-placement-rules") String enablePlacementRules,
      @JsonProperty("enable-placement-rules-cache") String enablePlacementRulesCache,
      @JsonProperty("isolation-level") String isolationLevel) {}

  record HotStores(
      @JsonProperty("bytes-write-rate") Map<Long, Number> bytesWrite,
      @JsonProperty("bytes-read-rate") Map<Long, Number> bytesRead,
      @JsonProperty("keys-write-rate") Map<Long, Number> keysWrite,
      @JsonProperty("keys-read-rate") Map<Long, Number> keysRead,
      @JsonProperty("query-write-rate") Map<Long, Number> queriesWrite,
      @JsonProperty("query-read-rate") Map<Long, Number> queriesRead) {}

  record RegionStats(
      int count,
      int emptyCount,
      long storageSize,
      long userStorageSize,
      long storageKeys,
      Map<Long, Integer> storeLeaderCount,
      Map<Long, Integer> storePeerCount,
      Map<Long, Integer> storeLeaderSize,
      Map<Long, Integer> storeLeaderKeys,
      Map<Long, Integer> storePeerSize,
      Map<Long, Integer> storePeerKeys) {}

  record SplitResult(
      @JsonProperty("processed-percentage") int processedPercentage,
      @JsonProperty("regions-id") List<Long> regionsId) {}
}
