package io.chaoschapters.subjects.tikv.service.pd;

import io.chaoschapters.subjects.tikv.service.GoJson;
import io.chaoschapters.subjects.tikv.service.HttpService;
import io.chaoschapters.subjects.tikv.service.HttpService.Answer;
import io.chaoschapters.subjects.tikv.service.Keys;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.tikv.kvproto.Metapb;
import org.tikv.shade.com.google.protobuf.ByteString;

/** Where PD tells of regions, and splits them. */
final class RegionEndpoints {
  private final ClusterState state;

  private final SplitRequests splits;
  private final Map<String, Predicate<RegionInfo>> checks;

  RegionEndpoints(ClusterState state, SplitRequests splits, int replicas) {
    this.state = state;
    this.splits = splits;
    // Leaders tell of a copy that is down after ten minutes, which no run here lasts. With three
    // stores and three copies a copy on a lost store is neither missing nor replaced.
    this.checks =
        Map.of(
            "miss-peer", region -> region.meta().getPeersCount() < replicas,
            "pending-peer", region -> !region.pending().isEmpty(),
            "down-peer", region -> false,
            "extra-peer", region -> false,
            "offline-peer", region -> false,
            "learner-peer", region -> false,
            "empty-region", region -> region.leader() != null && region.sizeMib() <= 1);
  }

  HttpService addTo(HttpService http) {
    return http.route("GET", PdAnswers.API + "/regions", (argument, body) -> those(all -> true))
        .route("GET", PdAnswers.API + "/regions/check/*", (kind, body) -> check(kind))
        .route("POST", PdAnswers.API + "/regions/split", (argument, body) -> split(body));
  }

  private Answer check(String kind) {
    Predicate<RegionInfo> wanting = checks.get(kind);
    return wanting == null ? PdAnswers.pathNotFound() : those(wanting);
  }

  private Answer those(Predicate<RegionInfo> wanted) {
    if (!state.isBootstrapped()) {
      return PdAnswers.notBootstrapped();
    }
    List<PdBodies.Region> regions = new ArrayList<>();
    state.regions().stream().filter(wanted).forEach(region -> regions.add(body(region)));
    Collections.shuffle(regions);
    return PdAnswers.regions(new PdBodies.Regions(regions.size(), regions));
  }

  /** The body of {@code POST /regions/split}. */
  record SplitBody(List<String> splitKeys, int retryLimit) {}

  private Answer split(byte[] body) throws IOException {
    if (!state.isBootstrapped()) {
      return PdAnswers.notBootstrapped();
    }
    SplitBody request = GoJson.read(body, SplitBody.class);
    if (request.splitKeys() == null || request.splitKeys().isEmpty()) {
      return Answer.json(400, "split_keys should be provided.");
    }
    List<ByteString> keys;
    try {
      keys = request.splitKeys().stream().map(Keys::ofHex).toList();
    } catch (IllegalArgumentException e) {
      return Answer.json(500, "encoding/hex: " + e.getMessage());
    }
    return Answer.json(200, splits.split(keys, request.retryLimit()));
  }

  private static PdBodies.Region body(RegionInfo region) {
    Metapb.Region meta = region.meta();
    return new PdBodies.Region(
        meta.getId(),
        Keys.hex(meta.getStartKey()),
        Keys.hex(meta.getEndKey()),
        new PdBodies.Epoch(meta.getRegionEpoch().getConfVer(), meta.getRegionEpoch().getVersion()),
        meta.getPeersList().stream().map(RegionEndpoints::body).toList(),
        region.leader() == null ? new PdBodies.Peer("", 0, 0) : body(region.leader()),
        region.pending().isEmpty()
            ? null
            : region.pending().stream().map(RegionEndpoints::body).toList(),
        0,
        region.writtenBytes(),
        0,
        region.writtenKeys(),
        0,
        region.sizeMib(),
        0);
  }

  private static PdBodies.Peer body(Metapb.Peer peer) {
    return new PdBodies.Peer("Voter", peer.getId(), peer.getStoreId());
  }
}
