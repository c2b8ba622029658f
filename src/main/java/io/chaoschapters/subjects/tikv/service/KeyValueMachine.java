package io.chaoschapters.subjects.tikv.service;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.ratis.proto.RaftProtos.RaftPeerRole;
import org.apache.ratis.protocol.Message;
import org.apache.ratis.protocol.RaftClientRequest;
import org.apache.ratis.protocol.RaftGroupMemberId;
import org.apache.ratis.protocol.RaftPeerId;
import org.apache.ratis.server.protocol.TermIndex;
import org.apache.ratis.statemachine.TransactionContext;
import org.apache.ratis.statemachine.impl.BaseStateMachine;

/** The keys and values of one region; they are rebuilt from the Raft log after a restart. */
final class KeyValueMachine extends BaseStateMachine {
  private final Map<String, String> values = new ConcurrentHashMap<>();
  private final AtomicLong bytes = new AtomicLong();
  private final StoreMetrics metrics;
  private final Runnable leaderChanged;

  KeyValueMachine(StoreMetrics metrics, Runnable leaderChanged) {
    this.metrics = metrics;
    this.leaderChanged = leaderChanged;
  }

  @Override
  public void notifyLeaderChanged(RaftGroupMemberId member, RaftPeerId leader) {
    leaderChanged.run();
  }

  /** A new leader counts once it has what was agreed on before it. */
  @Override
  public void notifyLeaderReady() {
    leaderChanged.run();
  }

  /** Called on the leader only, which remembers when the request came. */
  @Override
  public TransactionContext startTransaction(RaftClientRequest request) throws IOException {
    return TransactionContext.newBuilder()
        .setStateMachine(this)
        .setClientRequest(request)
        .setServerRole(RaftPeerRole.LEADER)
        .setStateMachineContext(System.nanoTime())
        .build();
  }

  @Override
  public CompletableFuture<Message> applyTransaction(TransactionContext transaction) {
    KeyValuePut put = KeyValuePut.of(transaction.getStateMachineLogEntry().getLogData());
    String value = put.value();
    String old = values.put(put.key(), value);
    bytes.addAndGet(
        old == null ? put.key().length() + value.length() : value.length() - old.length());
    updateLastAppliedTermIndex(TermIndex.valueOf(transaction.getLogEntry()));
    if (transaction.getStateMachineContext() instanceof Long since) {
      metrics.put(System.nanoTime() - since);
    }
    return CompletableFuture.completedFuture(Message.EMPTY);
  }

  @Override
  public CompletableFuture<Message> query(Message request) {
    long since = System.nanoTime();
    Message answer = KeyValueGet.of(request.getContent()).answer(values);
    metrics.get(System.nanoTime() - since);
    return CompletableFuture.completedFuture(answer);
  }

  long bytes() {
    return bytes.get();
  }

  int keys() {
    return values.size();
  }
}
