package io.chaoschapters.subjects.tikv.service.store;

import io.chaoschapters.subjects.tikv.service.ServerLog;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tikv.kvproto.Metapb.Region;
import org.tikv.kvproto.RaftCmdpb.AdminCmdType;
import org.tikv.kvproto.RaftCmdpb.AdminRequest;
import org.tikv.kvproto.RaftCmdpb.CmdType;
import org.tikv.kvproto.RaftCmdpb.CommitMergeRequest;
import org.tikv.kvproto.RaftCmdpb.PutRequest;
import org.tikv.kvproto.RaftCmdpb.RaftCmdRequest;
import org.tikv.kvproto.RaftCmdpb.Request;

/**
 * Regions that take no more writes and wait to become a part of another one. Every store has a copy
 * of both; whichever leads the other one brings what is in the first into its Raft log.
 */
final class Mergers {
  private static final ServerLog LOG = new ServerLog();

  private final Map<Long, Merger> waiting = new ConcurrentHashMap<>();
  private final RaftStore store;

  private record Merger(Region source, long target) {}

  Mergers(RaftStore store) {
    this.store = store;
  }

  void begin(Region source, Region target) {
    waiting.put(source.getId(), new Merger(source, target.getId()));
  }

  void end(long source) {
    waiting.remove(source);
  }

  /** Whether another region waits to become a part of this one. */
  boolean isTarget(long region) {
    return waiting.values().stream().anyMatch(merger -> merger.target() == region);
  }

  /** Goes on with those whose target is led from here. */
  void run() {
    // One that became a part of the other one while it was noted here waits for nothing.
    waiting.keySet().removeIf(source -> !store.isHere(source));
    for (Merger merger : waiting.values()) {
      boolean leads = store.replica(merger.target()).map(RegionReplica::leads).orElse(false);
      if (leads) {
        store.replica(merger.source().getId()).ifPresent(source -> commit(merger, source));
      }
    }
  }

  private void commit(Merger merger, RegionReplica source) {
    RaftCmdRequest.Builder command =
        RaftCmdRequest.newBuilder()
            .setAdminRequest(
                AdminRequest.newBuilder()
                    .setCmdType(AdminCmdType.CommitMerge)
                    .setCommitMerge(CommitMergeRequest.newBuilder().setSource(merger.source())));
    source
        .machine()
        .state()
        .values()
        .forEach(
            (key, value) ->
                command.addRequests(
                    Request.newBuilder()
                        .setCmdType(CmdType.Put)
                        .setPut(PutRequest.newBuilder().setKey(key).setValue(value))));
    store
        .write(merger.target(), command.build())
        .whenComplete(
            (reply, failure) -> {
              if (failure != null || !reply.isSuccess()) {
                LOG.warn("fsm.rs", "commit merge failed", "region_id", merger.target());
              }
            });
  }
}
