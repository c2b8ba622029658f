package io.chaoschapters.subjects.tikv.service.pd;

import io.chaoschapters.subjects.tikv.service.PdMethods;
import io.chaoschapters.subjects.tikv.service.Rpc;
import io.chaoschapters.text.RootLocale;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.ratis.thirdparty.io.grpc.ServerMethodDefinition;
import org.apache.ratis.thirdparty.io.grpc.ServerServiceDefinition;
import org.apache.ratis.thirdparty.io.grpc.Status;
import org.apache.ratis.thirdparty.io.grpc.stub.ServerCalls;
import org.apache.ratis.thirdparty.io.grpc.stub.StreamObserver;
import org.tikv.kvproto.Metapb.Store;
import org.tikv.kvproto.Pdpb.AllocIDResponse;
import org.tikv.kvproto.Pdpb.AskBatchSplitRequest;
import org.tikv.kvproto.Pdpb.AskBatchSplitResponse;
import org.tikv.kvproto.Pdpb.BootstrapRequest;
import org.tikv.kvproto.Pdpb.BootstrapResponse;
import org.tikv.kvproto.Pdpb.Error;
import org.tikv.kvproto.Pdpb.ErrorType;
import org.tikv.kvproto.Pdpb.GetAllStoresResponse;
import org.tikv.kvproto.Pdpb.GetMembersResponse;
import org.tikv.kvproto.Pdpb.GetRegionResponse;
import org.tikv.kvproto.Pdpb.GetStoreResponse;
import org.tikv.kvproto.Pdpb.Member;
import org.tikv.kvproto.Pdpb.PutStoreRequest;
import org.tikv.kvproto.Pdpb.PutStoreResponse;
import org.tikv.kvproto.Pdpb.RegionHeartbeatRequest;
import org.tikv.kvproto.Pdpb.RegionHeartbeatResponse;
import org.tikv.kvproto.Pdpb.ReportBatchSplitRequest;
import org.tikv.kvproto.Pdpb.ReportBatchSplitResponse;
import org.tikv.kvproto.Pdpb.ResponseHeader;
import org.tikv.kvproto.Pdpb.SplitID;
import org.tikv.kvproto.Pdpb.StoreHeartbeatRequest;
import org.tikv.kvproto.Pdpb.StoreHeartbeatResponse;

/** PD's gRPC service, as far as clients and stores call it. */
final class PdGrpcService {
  private final ClusterState state;
  private final Operators operators;
  private final RegionStreams streams;
  private final Member self;
  private final ResponseHeader header;

  PdGrpcService(ClusterState state, Operators operators, RegionStreams streams, Member self) {
    this.state = state;
    this.operators = operators;
    this.streams = streams;
    this.self = self;
    this.header = ResponseHeader.newBuilder().setClusterId(state.clusterId()).build();
  }

  ServerServiceDefinition definition() {
    return ServerServiceDefinition.builder(PdMethods.SERVICE)
        .addMethod(Rpc.serve(PdMethods.GET_MEMBERS, request -> members()))
        .addMethod(Rpc.serve(PdMethods.GET_STORE, request -> store(request.getStoreId())))
        .addMethod(Rpc.serve(PdMethods.GET_ALL_STORES, request -> stores()))
        .addMethod(
            Rpc.serve(PdMethods.GET_REGION, r -> region(() -> state.holding(r.getRegionKey()))))
        .addMethod(
            Rpc.serve(PdMethods.GET_REGION_BY_ID, r -> region(() -> state.region(r.getRegionId()))))
        .addMethod(
            Rpc.serve(
                PdMethods.ALLOC_ID,
                request ->
                    AllocIDResponse.newBuilder().setHeader(header).setId(state.allocate()).build()))
        .addMethod(Rpc.serve(PdMethods.BOOTSTRAP, this::bootstrap))
        .addMethod(Rpc.serve(PdMethods.PUT_STORE, this::putStore))
        .addMethod(Rpc.serve(PdMethods.STORE_HEARTBEAT, this::heard))
        .addMethod(Rpc.serve(PdMethods.ASK_BATCH_SPLIT, this::askBatchSplit))
        .addMethod(Rpc.serve(PdMethods.REPORT_BATCH_SPLIT, this::reportBatchSplit))
        .addMethod(
            ServerMethodDefinition.create(
                PdMethods.REGION_HEARTBEAT, ServerCalls.asyncBidiStreamingCall(Leaders::new)))
        .build();
  }

  private GetMembersResponse members() {
    return GetMembersResponse.newBuilder()
        .setHeader(header)
        .addMembers(self)
        .setLeader(self)
        .setEtcdLeader(self)
        .build();
  }

  private ResponseHeader error(ErrorType type, String message) {
    return ResponseHeader.newBuilder()
        .setClusterId(state.clusterId())
        .setError(Error.newBuilder().setType(type).setMessage(message))
        .build();
  }

  private ResponseHeader notBootstrapped() {
    return error(ErrorType.NOT_BOOTSTRAPPED, "cluster is not bootstrapped");
  }

  /** PD tells the state of a store to clients, too. */
  private GetStoreResponse store(long id) {
    return state
        .store(id)
        .map(info -> GetStoreResponse.newBuilder().setHeader(header).setStore(info.meta()))
        .orElseGet(
            () ->
                GetStoreResponse.newBuilder()
                    .setHeader(
                        error(ErrorType.UNKNOWN, RootLocale.format("invalid store ID %d", id))))
        .build();
  }

  private GetAllStoresResponse stores() {
    GetAllStoresResponse.Builder all = GetAllStoresResponse.newBuilder().setHeader(header);
    for (StoreInfo store : state.stores()) {
      all.addStores(store.meta());
    }
    return all.build();
  }

  /** What it does not know is an answer without a region, and no error. */
  private GetRegionResponse region(Supplier<Optional<RegionInfo>> question) {
    if (!state.isBootstrapped()) {
      return GetRegionResponse.newBuilder().setHeader(notBootstrapped()).build();
    }
    GetRegionResponse.Builder answer = GetRegionResponse.newBuilder().setHeader(header);
    question
        .get()
        .ifPresent(
            region -> {
              answer.setRegion(region.meta()).addAllPendingPeers(region.pending());
              if (region.leader() != null) {
                answer.setLeader(region.leader());
              }
            });
    return answer.build();
  }

  private BootstrapResponse bootstrap(BootstrapRequest request) {
    boolean first = state.bootstrap(request.getStore(), request.getRegion());
    return BootstrapResponse.newBuilder()
        .setHeader(
            first
                ? header
                : error(ErrorType.ALREADY_BOOTSTRAPPED, "cluster is already bootstrapped"))
        .build();
  }

  private PutStoreResponse putStore(PutStoreRequest request) {
    if (!state.isBootstrapped()) {
      return PutStoreResponse.newBuilder().setHeader(notBootstrapped()).build();
    }
    Store store = request.getStore();
    state.put(store);
    return PutStoreResponse.newBuilder().setHeader(header).build();
  }

  private StoreHeartbeatResponse heard(StoreHeartbeatRequest request) {
    boolean known = state.heard(request.getStats());
    return StoreHeartbeatResponse.newBuilder()
        .setHeader(known ? header : error(ErrorType.UNKNOWN, "store not found"))
        .build();
  }

  private AskBatchSplitResponse askBatchSplit(AskBatchSplitRequest request) {
    AskBatchSplitResponse.Builder ids = AskBatchSplitResponse.newBuilder().setHeader(header);
    for (int i = 0; i < request.getSplitCount(); i++) {
      SplitID.Builder id = SplitID.newBuilder().setNewRegionId(state.allocate());
      request.getRegion().getPeersList().forEach(peer -> id.addNewPeerIds(state.allocate()));
      ids.addIds(id);
    }
    return ids.build();
  }

  private ReportBatchSplitResponse reportBatchSplit(ReportBatchSplitRequest request) {
    state.split(request.getRegionsList());
    return ReportBatchSplitResponse.newBuilder().setHeader(header).build();
  }

  /** One store's leaders tell of their regions. */
  private final class Leaders implements StreamObserver<RegionHeartbeatRequest> {
    private final StreamObserver<RegionHeartbeatResponse> orders;

    Leaders(StreamObserver<RegionHeartbeatResponse> orders) {
      this.orders = orders;
    }

    @Override
    public void onNext(RegionHeartbeatRequest heartbeat) {
      if (!state.isBootstrapped()) {
        orders.onError(Status.FAILED_PRECONDITION.asException());
        return;
      }
      streams.open(heartbeat.getLeader().getStoreId(), orders);
      state.heard(heartbeat);
      operators.heard(heartbeat.getRegion().getId());
    }

    @Override
    public void onError(Throwable broken) {
      streams.closed(orders);
    }

    @Override
    public void onCompleted() {
      streams.closed(orders);
      orders.onCompleted();
    }
  }
}
