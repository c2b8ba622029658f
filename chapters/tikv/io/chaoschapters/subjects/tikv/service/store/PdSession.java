package io.chaoschapters.subjects.tikv.service.store;

import io.chaoschapters.subjects.tikv.service.PdMethods;
import io.chaoschapters.subjects.tikv.service.Rpc;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.ratis.thirdparty.io.grpc.CallOptions;
import org.apache.ratis.thirdparty.io.grpc.ManagedChannel;
import org.apache.ratis.thirdparty.io.grpc.MethodDescriptor;
import org.apache.ratis.thirdparty.io.grpc.netty.NettyChannelBuilder;
import org.apache.ratis.thirdparty.io.grpc.stub.ClientCalls;
import org.apache.ratis.thirdparty.io.grpc.stub.StreamObserver;
import org.tikv.kvproto.Metapb.Region;
import org.tikv.kvproto.Metapb.Store;
import org.tikv.kvproto.Pdpb.AllocIDRequest;
import org.tikv.kvproto.Pdpb.AskBatchSplitRequest;
import org.tikv.kvproto.Pdpb.BootstrapRequest;
import org.tikv.kvproto.Pdpb.GetAllStoresRequest;
import org.tikv.kvproto.Pdpb.GetMembersRequest;
import org.tikv.kvproto.Pdpb.PutStoreRequest;
import org.tikv.kvproto.Pdpb.RegionHeartbeatRequest;
import org.tikv.kvproto.Pdpb.RegionHeartbeatResponse;
import org.tikv.kvproto.Pdpb.ReportBatchSplitRequest;
import org.tikv.kvproto.Pdpb.RequestHeader;
import org.tikv.kvproto.Pdpb.ResponseHeader;
import org.tikv.kvproto.Pdpb.SplitID;
import org.tikv.kvproto.Pdpb.StoreHeartbeatRequest;
import org.tikv.kvproto.Pdpb.StoreStats;

/** Calls the placement driver. Whatever goes wrong is a {@code StatusRuntimeException} of gRPC. */
final class PdSession implements AutoCloseable {
  private static final Duration WITHIN = Duration.ofSeconds(3);

  private final ManagedChannel channel;
  private volatile RequestHeader header = RequestHeader.getDefaultInstance();

  /**
   * Connects when it is first needed.
   *
   * @param endpoint host and port
   */
  PdSession(String endpoint) {
    this.channel = NettyChannelBuilder.forTarget(endpoint).usePlaintext().build();
  }

  private <Q, A> A call(MethodDescriptor<Q, A> method, Q request) {
    // Else it would wait for longer and longer after PD was away.
    channel.resetConnectBackoff();
    return Rpc.call(channel, method, request, WITHIN);
  }

  /** Asks who leads PD, and returns which cluster it is. */
  long connect() {
    long cluster =
        call(PdMethods.GET_MEMBERS, GetMembersRequest.getDefaultInstance())
            .getHeader()
            .getClusterId();
    header = RequestHeader.newBuilder().setClusterId(cluster).build();
    return cluster;
  }

  long allocate() {
    return call(PdMethods.ALLOC_ID, AllocIDRequest.newBuilder().setHeader(header).build()).getId();
  }

  List<Store> stores() {
    return call(
            PdMethods.GET_ALL_STORES, GetAllStoresRequest.newBuilder().setHeader(header).build())
        .getStoresList();
  }

  /** False when another store has begun the cluster. */
  boolean bootstrap(Store store, Region region) {
    ResponseHeader answer =
        call(
                PdMethods.BOOTSTRAP,
                BootstrapRequest.newBuilder()
                    .setHeader(header)
                    .setStore(store)
                    .setRegion(region)
                    .build())
            .getHeader();
    return !answer.hasError();
  }

  void putStore(Store store) {
    call(
        PdMethods.PUT_STORE,
        PutStoreRequest.newBuilder().setHeader(header).setStore(store).build());
  }

  void heartbeat(StoreStats stats) {
    call(
        PdMethods.STORE_HEARTBEAT,
        StoreHeartbeatRequest.newBuilder().setHeader(header).setStats(stats).build());
  }

  List<SplitID> idsForSplit(Region region, int count) {
    return call(
            PdMethods.ASK_BATCH_SPLIT,
            AskBatchSplitRequest.newBuilder()
                .setHeader(header)
                .setRegion(region)
                .setSplitCount(count)
                .build())
        .getIdsList();
  }

  void reportSplit(List<Region> parts) {
    call(
        PdMethods.REPORT_BATCH_SPLIT,
        ReportBatchSplitRequest.newBuilder().setHeader(header).addAllRegions(parts).build());
  }

  /** Opens a stream for what leaders tell; {@code orders} gets what PD orders. */
  StreamObserver<RegionHeartbeatRequest> regionHeartbeats(
      StreamObserver<RegionHeartbeatResponse> orders) {
    channel.resetConnectBackoff();
    return ClientCalls.asyncBidiStreamingCall(
        channel.newCall(PdMethods.REGION_HEARTBEAT, CallOptions.DEFAULT), orders);
  }

  @Override
  public void close() {
    channel.shutdownNow();
    try {
      channel.awaitTermination(1, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
