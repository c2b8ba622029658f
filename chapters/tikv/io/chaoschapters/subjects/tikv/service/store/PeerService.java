package io.chaoschapters.subjects.tikv.service.store;

import io.chaoschapters.subjects.tikv.service.Rpc;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Supplier;
import org.apache.ratis.thirdparty.io.grpc.ServerMethodDefinition;
import org.apache.ratis.thirdparty.io.grpc.ServerServiceDefinition;
import org.apache.ratis.thirdparty.io.grpc.stub.ServerCalls;
import org.apache.ratis.thirdparty.io.grpc.stub.StreamObserver;
import org.tikv.kvproto.RaftServerpb.Done;
import org.tikv.kvproto.Tikvpb.BatchRaftMessage;

/** Serves other stores. */
final class PeerService {
  private PeerService() {}

  /** Messages of leaders on another store. */
  static ServerMethodDefinition<BatchRaftMessage, Done> batchRaft(StoreMetrics metrics) {
    return ServerMethodDefinition.create(
        StoreMethods.BATCH_RAFT,
        ServerCalls.asyncClientStreamingCall(answer -> new Receiver(metrics, answer)));
  }

  /** A leader on another store wants a copy here. */
  static ServerServiceDefinition joins(Supplier<RaftStore> store) {
    return ServerServiceDefinition.builder(StoreMethods.OWN_SERVICE)
        .addMethod(
            Rpc.serve(
                StoreMethods.JOIN,
                region -> {
                  try {
                    store.get().receive(region);
                    return Done.getDefaultInstance();
                  } catch (IOException e) {
                    throw new UncheckedIOException(e);
                  }
                }))
        .build();
  }

  private record Receiver(StoreMetrics metrics, StreamObserver<Done> answer)
      implements StreamObserver<BatchRaftMessage> {
    @Override
    public void onNext(BatchRaftMessage batch) {
      metrics.received(batch.getMsgsCount());
    }

    @Override
    public void onError(Throwable broken) {
      // The other store is gone, or tries anew; nothing waits for an answer.
    }

    @Override
    public void onCompleted() {
      answer.onNext(Done.getDefaultInstance());
      answer.onCompleted();
    }
  }
}
