package io.chaoschapters.subjects.tikv.service.store;

import io.chaoschapters.subjects.tikv.service.store.RegionFiles.Beginning;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.apache.ratis.proto.RaftProtos.RaftPeerRole;
import org.apache.ratis.protocol.Message;
import org.apache.ratis.protocol.RaftClientRequest;
import org.apache.ratis.protocol.RaftGroupMemberId;
import org.apache.ratis.protocol.RaftPeerId;
import org.apache.ratis.server.protocol.TermIndex;
import org.apache.ratis.statemachine.TransactionContext;
import org.apache.ratis.statemachine.impl.BaseStateMachine;
import org.apache.ratis.thirdparty.com.google.protobuf.ByteString;
import org.apache.ratis.thirdparty.com.google.protobuf.UnsafeByteOperations;
import org.tikv.kvproto.Kvrpcpb.KvPair;
import org.tikv.kvproto.Kvrpcpb.RawBatchGetRequest;
import org.tikv.kvproto.Kvrpcpb.RawBatchGetResponse;
import org.tikv.kvproto.RaftCmdpb.RaftCmdRequest;
import org.tikv.shade.com.google.protobuf.InvalidProtocolBufferException;
import org.tikv.shade.com.google.protobuf.MessageLite;

/** Leads what Raft has agreed on to one region; after a restart that is its whole log. */
final class RegionMachine extends BaseStateMachine {
  private final RegionState state;
  private final Runnable leaderChanged;
  private volatile long leadsSinceNanos;

  RegionMachine(Beginning beginning, RegionEffects effects, Runnable leaderChanged) {
    this.state = new RegionState(beginning.region(), beginning.values(), effects);
    this.leaderChanged = leaderChanged;
  }

  RegionState state() {
    return state;
  }

  /** How long this copy has led, if it leads at all. */
  long leadsForNanos() {
    return System.nanoTime() - leadsSinceNanos;
  }

  static Message message(MessageLite content) {
    return Message.valueOf(UnsafeByteOperations.unsafeWrap(content.toByteArray()));
  }

  @Override
  public void notifyLeaderChanged(RaftGroupMemberId member, RaftPeerId leader) {
    leadsSinceNanos = System.nanoTime();
    leaderChanged.run();
  }

  /** A new leader counts once it has what was agreed on before it. */
  @Override
  public void notifyLeaderReady() {
    leaderChanged.run();
  }

  @Override
  public TransactionContext startTransaction(RaftClientRequest request) throws IOException {
    return TransactionContext.newBuilder()
        .setStateMachine(this)
        .setClientRequest(request)
        .setServerRole(RaftPeerRole.LEADER)
        .build();
  }

  @Override
  public CompletableFuture<Message> applyTransaction(TransactionContext transaction) {
    ByteString data = transaction.getStateMachineLogEntry().getLogData();
    try {
      Message answer = message(state.apply(RaftCmdRequest.parseFrom(data.toByteArray())));
      updateLastAppliedTermIndex(TermIndex.valueOf(transaction.getLogEntry()));
      return CompletableFuture.completedFuture(answer);
    } catch (InvalidProtocolBufferException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  /** Reads keys; those that are not there are not in the answer. */
  @Override
  public CompletableFuture<Message> query(Message request) {
    try {
      RawBatchGetResponse.Builder found = RawBatchGetResponse.newBuilder();
      RawBatchGetRequest question =
          RawBatchGetRequest.parseFrom(request.getContent().toByteArray());
      for (var key : question.getKeysList()) {
        var value = state.values().get(key);
        if (value != null) {
          found.addPairs(KvPair.newBuilder().setKey(key).setValue(value));
        }
      }
      return CompletableFuture.completedFuture(message(found.build()));
    } catch (InvalidProtocolBufferException e) {
      return CompletableFuture.failedFuture(e);
    }
  }
}
