package io.chaoschapters.subjects.tikv.service;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.chaoschapters.subjects.tikv.service.Messages.LedRegion;
import io.chaoschapters.subjects.tikv.service.Messages.SilentPeer;
import io.chaoschapters.subjects.tikv.service.Messages.StoreHeartbeat;
import io.chaoschapters.subjects.tikv.service.PdState.RegionView;
import io.chaoschapters.subjects.tikv.service.PdState.StoreView;
import io.chaoschapters.text.RootLocale;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers in the shapes of PD v8.5. */
final class PdBodies {
  static final String VERSION = "v8.5.0-stand-in";

  private PdBodies() {}

  record Stores(int count, List<Store> stores) {}

  record Store(StoreMeta store, StoreStatus status) {}

  /** There is no {@code state} here: it is 0 for a store that serves, and PD leaves zeros out. */
  record StoreMeta(
      long id,
      String address,
      String statusAddress,
      String version,
      long lastHeartbeat,
      int nodeState,
      String stateName) {}

  record StoreStatus(
      String capacity,
      String available,
      String usedSize,
      int leaderCount,
      int leaderWeight,
      int leaderScore,
      int regionCount,
      int regionWeight,
      Instant startTs,
      Instant lastHeartbeatTs,
      String uptime) {}

  record Regions(int count, List<Region> regions) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Region(
      long id,
      String startKey,
      String endKey,
      Epoch epoch,
      List<Peer> peers,
      @Nullable Peer leader,
      @Nullable List<DownPeer> downPeers,
      long approximateSize,
      long approximateKeys) {}

  record Epoch(int confVer, int version) {}

  record Peer(String roleName, long id, long storeId) {}

  record DownPeer(Peer peer, long downSeconds) {}

  record Member(String name, BigInteger memberId, List<String> clientUrls) {}

  record Health(String name, BigInteger memberId, List<String> clientUrls, boolean health) {}

  record Members(List<Member> members, Member leader, Member etcdLeader) {}

  record ClusterStatus(
      Instant raftBootstrapTime, boolean isInitialized, String replicationStatus) {}

  static Store store(StoreView view, Instant now, String state) {
    StoreHeartbeat last = view.heartbeat();
    Instant heard = view.heardAt() == null ? Instant.EPOCH : view.heardAt();
    StoreMeta meta =
        new StoreMeta(
            view.entry().id(),
            view.entry().address(),
            view.entry().statusAddress(),
            VERSION,
            heard.getEpochSecond() * 1_000_000_000L + heard.getNano(),
            1,
            state);
    StoreStatus status =
        last == null
            ? new StoreStatus("0B", "0B", "0B", 0, 1, 0, 0, 1, Instant.EPOCH, heard, "0s")
            : new StoreStatus(
                size(last.capacity()),
                size(last.available()),
                size(last.used()),
                last.leaders(),
                1,
                last.leaders(),
                last.regions(),
                1,
                last.start(),
                heard,
                goDuration(Duration.between(last.start(), heard)));
    return new Store(meta, status);
  }

  static Region region(RegionView view, List<Long> stores, Duration downAfter) {
    long id = view.entry().id();
    LedRegion last = view.last();
    List<DownPeer> down =
        last == null
            ? List.of()
            : last.silent().stream()
                .filter(silent -> silent.seconds() >= downAfter.toSeconds())
                .map(silent -> down(id, silent))
                .toList();
    return new Region(
        id,
        hex(view.entry().startKey()),
        hex(view.entry().endKey()),
        new Epoch(1, 1),
        stores.stream().map(store -> peer(id, store)).toList(),
        view.leader() == null ? null : peer(id, view.leader()),
        down.isEmpty() ? null : down,
        last == null ? 0 : last.bytes() >> 20,
        last == null ? 0 : last.keys());
  }

  private static DownPeer down(long regionId, SilentPeer silent) {
    return new DownPeer(peer(regionId, silent.storeId()), silent.seconds());
  }

  private static Peer peer(long regionId, long storeId) {
    return new Peer("Voter", regionId * 100 + storeId, storeId);
  }

  private static String hex(String key) {
    return HexFormat.of().withUpperCase().formatHex(key.getBytes(StandardCharsets.UTF_8));
  }

  /** As Go's units package writes it: four significant digits and a binary unit. */
  static String size(long bytes) {
    String[] units = {"B", "KiB", "MiB", "GiB", "TiB", "PiB"};
    double value = bytes;
    int unit = 0;
    while (value >= 1024 && unit < units.length - 1) {
      value /= 1024;
      unit++;
    }
    String number = RootLocale.format(value >= 1000 ? "%.0f" : "%.4g", value);
    return (number.contains(".") ? number.replaceAll("0+$", "").replaceAll("\\.$", "") : number)
        + units[unit];
  }

  static String goDuration(Duration duration) {
    return RootLocale.format(
        "%dh%dm%d.%09ds",
        duration.toHours(),
        duration.toMinutesPart(),
        duration.toSecondsPart(),
        duration.toNanosPart());
  }
}
