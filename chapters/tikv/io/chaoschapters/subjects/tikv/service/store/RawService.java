package io.chaoschapters.subjects.tikv.service.store;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.apache.ratis.protocol.RaftClientReply;
import org.apache.ratis.thirdparty.io.grpc.MethodDescriptor;
import org.apache.ratis.thirdparty.io.grpc.ServerMethodDefinition;
import org.apache.ratis.thirdparty.io.grpc.Status;
import org.apache.ratis.thirdparty.io.grpc.stub.ServerCallStreamObserver;
import org.apache.ratis.thirdparty.io.grpc.stub.ServerCalls;
import org.apache.ratis.thirdparty.io.grpc.stub.StreamObserver;
import org.tikv.kvproto.Errorpb;
import org.tikv.kvproto.Kvrpcpb.Context;
import org.tikv.kvproto.Kvrpcpb.RawBatchGetRequest;
import org.tikv.kvproto.Kvrpcpb.RawBatchGetResponse;
import org.tikv.kvproto.Kvrpcpb.RawGetRequest;
import org.tikv.kvproto.Kvrpcpb.RawGetResponse;
import org.tikv.kvproto.Kvrpcpb.RawPutRequest;
import org.tikv.kvproto.Kvrpcpb.RawPutResponse;
import org.tikv.kvproto.RaftCmdpb.CmdType;
import org.tikv.kvproto.RaftCmdpb.PutRequest;
import org.tikv.kvproto.RaftCmdpb.RaftCmdRequest;
import org.tikv.kvproto.RaftCmdpb.RaftCmdResponse;
import org.tikv.kvproto.RaftCmdpb.Request;
import org.tikv.shade.com.google.protobuf.ByteString;
import org.tikv.shade.com.google.protobuf.InvalidProtocolBufferException;
import org.tikv.shade.com.google.protobuf.MessageLite;

/** Serves clients: reads and writes of raw keys. */
final class RawService {
  private final Supplier<RaftStore> store;
  private final StoreMetrics metrics;

  RawService(Supplier<RaftStore> store, StoreMetrics metrics) {
    this.store = store;
    this.metrics = metrics;
  }

  List<ServerMethodDefinition<?, ?>> methods() {
    return List.of(
        serve(StoreMethods.RAW_PUT, this::put),
        serve(StoreMethods.RAW_GET, this::get),
        serve(StoreMethods.RAW_BATCH_GET, this::batchGet));
  }

  private interface Method<Q, A> {
    CompletableFuture<A> answer(Q request);
  }

  private <Q, A> ServerMethodDefinition<Q, A> serve(
      MethodDescriptor<Q, A> descriptor, Method<Q, A> method) {
    String type = StoreMetrics.type(descriptor.getBareMethodName());
    return ServerMethodDefinition.create(
        descriptor,
        ServerCalls.asyncUnaryCall(
            (request, observer) -> {
              long since = System.nanoTime();
              method
                  .answer(request)
                  .whenComplete(
                      (answer, failure) -> {
                        metrics.answered(type, System.nanoTime() - since);
                        reply(observer, answer, failure);
                      });
            }));
  }

  /** A client that gave up is told nothing. */
  private static <A> void reply(StreamObserver<A> observer, A answer, Throwable failure) {
    if (observer instanceof ServerCallStreamObserver<A> call && call.isCancelled()) {
      return;
    }
    if (failure != null) {
      observer.onError(Status.INTERNAL.withDescription(failure.toString()).asException());
    } else {
      observer.onNext(answer);
      observer.onCompleted();
    }
  }

  private CompletableFuture<RawPutResponse> put(RawPutRequest request) {
    RaftCmdRequest command =
        RaftCmdRequest.newBuilder()
            .addRequests(
                Request.newBuilder()
                    .setCmdType(CmdType.Put)
                    .setPut(
                        PutRequest.newBuilder()
                            .setKey(request.getKey())
                            .setValue(request.getValue())))
            .build();
    return agreed(request.getContext(), List.of(request.getKey()), command, true)
        .thenApply(
            outcome -> {
              RawPutResponse.Builder answer = RawPutResponse.newBuilder();
              outcome.error().ifPresent(answer::setRegionError);
              return answer.build();
            });
  }

  private CompletableFuture<RawGetResponse> get(RawGetRequest request) {
    return read(request.getContext(), List.of(request.getKey()))
        .thenApply(
            found -> {
              RawGetResponse.Builder answer = RawGetResponse.newBuilder();
              if (found.hasRegionError()) {
                return answer.setRegionError(found.getRegionError()).build();
              }
              return found.getPairsCount() == 0
                  ? answer.setNotFound(true).build()
                  : answer.setValue(found.getPairs(0).getValue()).build();
            });
  }

  private CompletableFuture<RawBatchGetResponse> batchGet(RawBatchGetRequest request) {
    return read(request.getContext(), request.getKeysList());
  }

  private CompletableFuture<RawBatchGetResponse> read(Context context, List<ByteString> keys) {
    RawBatchGetRequest question = RawBatchGetRequest.newBuilder().addAllKeys(keys).build();
    return agreed(context, keys, question, false)
        .thenApply(
            outcome -> {
              try {
                return outcome.error().isPresent()
                    ? RawBatchGetResponse.newBuilder().setRegionError(outcome.error().get()).build()
                    : RawBatchGetResponse.parseFrom(outcome.answer());
              } catch (InvalidProtocolBufferException e) {
                throw new IllegalStateException("Not an answer of a region.", e);
              }
            });
  }

  /** What came of a question: an answer's bytes, or an error of the region. */
  private record Outcome(byte[] answer, Optional<Errorpb.Error> error) {
    static Outcome of(Errorpb.Error error) {
      return new Outcome(new byte[0], Optional.of(error));
    }
  }

  private CompletableFuture<Outcome> agreed(
      Context context, List<ByteString> keys, MessageLite content, boolean writes) {
    long id = context.getRegionId();
    Optional<RegionReplica> replica = store.get().replica(id);
    if (replica.isEmpty()) {
      return CompletableFuture.completedFuture(Outcome.of(RegionErrors.regionNotFound(id)));
    }
    Optional<Errorpb.Error> wrong = RegionErrors.before(replica.get(), context, keys);
    if (wrong.isPresent()) {
      return CompletableFuture.completedFuture(Outcome.of(wrong.get()));
    }
    CompletableFuture<RaftClientReply> asked =
        writes ? store.get().write(id, content) : store.get().read(id, content);
    return asked.handle(
        (reply, failure) ->
            failure != null
                ? Outcome.of(RegionErrors.stale(failure.toString()))
                : outcome(replica.get(), reply, writes));
  }

  private static Outcome outcome(RegionReplica replica, RaftClientReply reply, boolean writes) {
    if (!reply.isSuccess()) {
      return Outcome.of(RegionErrors.after(replica, reply));
    }
    byte[] answer = reply.getMessage().getContent().toByteArray();
    return writes ? written(answer) : new Outcome(answer, Optional.empty());
  }

  private static Outcome written(byte[] answer) {
    try {
      RaftCmdResponse response = RaftCmdResponse.parseFrom(answer);
      return response.getHeader().hasError()
          ? Outcome.of(response.getHeader().getError())
          : new Outcome(answer, Optional.empty());
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException("Not an answer of a region.", e);
    }
  }
}
