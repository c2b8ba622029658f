package io.chaoschapters.subjects.tikv.service.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.subjects.tikv.service.Keys;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tikv.kvproto.Metapb.Peer;
import org.tikv.kvproto.Metapb.Region;
import org.tikv.kvproto.Metapb.RegionEpoch;
import org.tikv.kvproto.RaftCmdpb.AdminCmdType;
import org.tikv.kvproto.RaftCmdpb.AdminRequest;
import org.tikv.kvproto.RaftCmdpb.BatchSplitRequest;
import org.tikv.kvproto.RaftCmdpb.ChangePeerRequest;
import org.tikv.kvproto.RaftCmdpb.CmdType;
import org.tikv.kvproto.RaftCmdpb.CommitMergeRequest;
import org.tikv.kvproto.RaftCmdpb.PrepareMergeRequest;
import org.tikv.kvproto.RaftCmdpb.PutRequest;
import org.tikv.kvproto.RaftCmdpb.RaftCmdRequest;
import org.tikv.kvproto.RaftCmdpb.RaftCmdResponse;
import org.tikv.kvproto.RaftCmdpb.RaftRequestHeader;
import org.tikv.kvproto.RaftCmdpb.Request;
import org.tikv.kvproto.RaftCmdpb.SplitRequest;
import org.tikv.shade.com.google.protobuf.ByteString;

class RegionStateTest implements RegionEffects {
  /** Bytes that are no text in any Unicode encoding. */
  private static final ByteString BOUND = Keys.ofHex("7200000000000000FB");

  private final List<Part> parts = new ArrayList<>();
  private final List<Region> merging = new ArrayList<>();
  private final List<Region> absorbed = new ArrayList<>();

  @Override
  public void split(List<Part> more) {
    parts.addAll(more);
  }

  @Override
  public void merging(Region source, Region target) {
    merging.add(source);
  }

  @Override
  public void absorbed(Region source) {
    absorbed.add(source);
  }

  private static ByteString key(String text) {
    return ByteString.copyFromUtf8(text);
  }

  private RegionState region(long id, ByteString start, ByteString end) {
    return new RegionState(
        Region.newBuilder()
            .setId(id)
            .setStartKey(start)
            .setEndKey(end)
            .setRegionEpoch(RegionEpoch.newBuilder().setConfVer(1).setVersion(1))
            .addPeers(Peer.newBuilder().setId(3).setStoreId(1))
            .addPeers(Peer.newBuilder().setId(18).setStoreId(4))
            .build(),
        new TreeMap<>(Keys.ORDER),
        this);
  }

  private static Request put(ByteString key, String value) {
    return Request.newBuilder()
        .setCmdType(CmdType.Put)
        .setPut(PutRequest.newBuilder().setKey(key).setValue(key(value)))
        .build();
  }

  private static RaftCmdResponse write(RegionState region, ByteString key, String value) {
    return region.apply(RaftCmdRequest.newBuilder().addRequests(put(key, value)).build());
  }

  private static RaftCmdResponse admin(RegionState region, AdminRequest.Builder admin) {
    return region.apply(
        RaftCmdRequest.newBuilder()
            .setHeader(
                RaftRequestHeader.newBuilder().setRegionEpoch(region.region().getRegionEpoch()))
            .setAdminRequest(admin)
            .build());
  }

  private static AdminRequest.Builder splitAt(ByteString... keys) {
    BatchSplitRequest.Builder splits = BatchSplitRequest.newBuilder().setRightDerive(true);
    for (int i = 0; i < keys.length; i++) {
      splits.addRequests(
          SplitRequest.newBuilder()
              .setSplitKey(keys[i])
              .setNewRegionId(20 + i)
              .addNewPeerIds(30 + 2 * i)
              .addNewPeerIds(31 + 2 * i));
    }
    return AdminRequest.newBuilder().setCmdType(AdminCmdType.BatchSplit).setSplits(splits);
  }

  @Test
  void keys_areBytesInTheirUnsignedOrder() {
    RegionState region = region(2, BOUND, ByteString.EMPTY);

    assertThat(write(region, BOUND.concat(key("/a")), "1").getHeader().hasError()).isFalse();
    assertThat(write(region, Keys.ofHex("FF"), "2").getHeader().hasError()).isFalse();
    RaftCmdResponse outside = write(region, Keys.ofHex("7200000000000000FA"), "3");
    assertThat(outside.getHeader().getError().getEpochNotMatch().getCurrentRegionsList())
        .containsExactly(region.region());
    assertThat(region.values()).hasSize(2);
  }

  @Test
  void split_newRegionsTakeTheLeftPartsAndWhatIsInThem() {
    RegionState region = region(2, ByteString.EMPTY, ByteString.EMPTY);
    write(region, key("a"), "1");
    write(region, key("b"), "2");
    write(region, Keys.ofHex("FF"), "3");
    long bytes = region.bytes();

    admin(region, splitAt(key("b"), BOUND));

    assertThat(region.region().getStartKey()).isEqualTo(BOUND);
    assertThat(region.region().getRegionEpoch().getVersion()).isEqualTo(3);
    assertThat(region.values()).containsOnlyKeys(Keys.ofHex("FF"));
    assertThat(region.bytes()).isEqualTo(bytes - 4);
    assertThat(parts).extracting(part -> part.region().getId()).containsExactly(20L, 21L);
    assertThat(parts.get(0).region().getEndKey()).isEqualTo(key("b"));
    assertThat(parts.get(0).values()).containsOnlyKeys(key("a"));
    assertThat(parts.get(1).values()).containsOnlyKeys(key("b"));
    assertThat(parts.get(1).region().getPeersList())
        .extracting(Peer::getId, Peer::getStoreId)
        .containsExactly(Tuple.tuple(32L, 1L), Tuple.tuple(33L, 4L));
  }

  @Test
  void splitOfAnOldEpoch_changesNothing() {
    RegionState region = region(2, ByteString.EMPTY, ByteString.EMPTY);
    RaftCmdRequest late =
        RaftCmdRequest.newBuilder()
            .setHeader(
                RaftRequestHeader.newBuilder().setRegionEpoch(region.region().getRegionEpoch()))
            .setAdminRequest(splitAt(key("b")))
            .build();
    region.apply(late);

    assertThat(region.apply(late).getHeader().getError().hasEpochNotMatch()).isTrue();
    assertThat(parts).hasSize(1);
  }

  @Test
  void peerAdded_countsAsTwoChangesAndOnlyOnce() {
    RegionState region = region(2, ByteString.EMPTY, ByteString.EMPTY);
    AdminRequest.Builder add =
        AdminRequest.newBuilder()
            .setCmdType(AdminCmdType.ChangePeer)
            .setChangePeer(
                ChangePeerRequest.newBuilder().setPeer(Peer.newBuilder().setId(24).setStoreId(5)));
    admin(region, add);
    admin(region, add);

    assertThat(region.region().getPeersList()).hasSize(3);
    assertThat(region.region().getRegionEpoch().getConfVer()).isEqualTo(3);
  }

  @Test
  void merge_sourceTakesNoMoreWritesAndTargetHasAllOfIt() {
    RegionState source = region(2, ByteString.EMPTY, key("b"));
    RegionState target = region(4, key("b"), key("c"));
    write(source, key("a"), "1");
    admin(
        source,
        AdminRequest.newBuilder()
            .setCmdType(AdminCmdType.PrepareMerge)
            .setPrepareMerge(PrepareMergeRequest.newBuilder().setTarget(target.region())));

    assertThat(write(source, key("a"), "2").getHeader().getError().hasProposalInMergingMode())
        .isTrue();
    RaftCmdRequest commit =
        RaftCmdRequest.newBuilder()
            .addRequests(put(key("a"), "1"))
            .setAdminRequest(
                AdminRequest.newBuilder()
                    .setCmdType(AdminCmdType.CommitMerge)
                    .setCommitMerge(CommitMergeRequest.newBuilder().setSource(merging.get(0))))
            .build();
    target.apply(commit);
    assertThat(target.apply(commit).getHeader().hasError()).as("once is enough").isTrue();

    assertThat(target.region().getStartKey()).isEqualTo(ByteString.EMPTY);
    assertThat(target.region().getRegionEpoch().getVersion()).isEqualTo(3);
    assertThat(target.values()).containsEntry(key("a"), key("1"));
    assertThat(absorbed).containsExactly(merging.get(0));
  }

  @Test
  void beginning_isTheSameAfterARestartAndNeverAgainOnceItWasMerged(@TempDir Path folder)
      throws IOException {
    Region region = region(2, BOUND, key("s")).region();
    TreeMap<ByteString, ByteString> values = new TreeMap<>(Keys.ORDER);
    values.put(BOUND, key("value"));
    new RegionFiles(folder).begin(region, values);

    RegionFiles later = new RegionFiles(folder);
    assertThat(later.load(2))
        .hasValueSatisfying(
            beginning -> {
              assertThat(beginning.region()).isEqualTo(region);
              assertThat(beginning.values()).isEqualTo(values);
            });
    assertThat(later.all()).hasSize(1);
    later.bury(region);
    assertThat(later.load(2)).isEmpty();
    assertThat(later.knows(2)).isTrue();
  }
}
