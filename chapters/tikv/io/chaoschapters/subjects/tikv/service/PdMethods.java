package io.chaoschapters.subjects.tikv.service;

import org.apache.ratis.thirdparty.io.grpc.MethodDescriptor;
import org.apache.ratis.thirdparty.io.grpc.MethodDescriptor.MethodType;
import org.tikv.kvproto.Pdpb.AllocIDRequest;
import org.tikv.kvproto.Pdpb.AllocIDResponse;
import org.tikv.kvproto.Pdpb.AskBatchSplitRequest;
import org.tikv.kvproto.Pdpb.AskBatchSplitResponse;
import org.tikv.kvproto.Pdpb.BootstrapRequest;
import org.tikv.kvproto.Pdpb.BootstrapResponse;
import org.tikv.kvproto.Pdpb.GetAllStoresRequest;
import org.tikv.kvproto.Pdpb.GetAllStoresResponse;
import org.tikv.kvproto.Pdpb.GetMembersRequest;
import org.tikv.kvproto.Pdpb.GetMembersResponse;
import org.tikv.kvproto.Pdpb.GetRegionByIDRequest;
import org.tikv.kvproto.Pdpb.GetRegionRequest;
import org.tikv.kvproto.Pdpb.GetRegionResponse;
import org.tikv.kvproto.Pdpb.GetStoreRequest;
import org.tikv.kvproto.Pdpb.GetStoreResponse;
import org.tikv.kvproto.Pdpb.PutStoreRequest;
import org.tikv.kvproto.Pdpb.PutStoreResponse;
import org.tikv.kvproto.Pdpb.RegionHeartbeatRequest;
import org.tikv.kvproto.Pdpb.RegionHeartbeatResponse;
import org.tikv.kvproto.Pdpb.ReportBatchSplitRequest;
import org.tikv.kvproto.Pdpb.ReportBatchSplitResponse;
import org.tikv.kvproto.Pdpb.StoreHeartbeatRequest;
import org.tikv.kvproto.Pdpb.StoreHeartbeatResponse;

/** Those methods of PD's gRPC service that clients and stores call here. */
public final class PdMethods {
  /** The service's name. */
  public static final String SERVICE = "pdpb.PD";

  /** Who leads PD, and which cluster this is. */
  public static final MethodDescriptor<GetMembersRequest, GetMembersResponse> GET_MEMBERS =
      Rpc.unary(
          SERVICE,
          "GetMembers",
          GetMembersRequest.getDefaultInstance(),
          GetMembersResponse.getDefaultInstance());

  /** One store. */
  public static final MethodDescriptor<GetStoreRequest, GetStoreResponse> GET_STORE =
      Rpc.unary(
          SERVICE,
          "GetStore",
          GetStoreRequest.getDefaultInstance(),
          GetStoreResponse.getDefaultInstance());

  /** All stores. */
  public static final MethodDescriptor<GetAllStoresRequest, GetAllStoresResponse> GET_ALL_STORES =
      Rpc.unary(
          SERVICE,
          "GetAllStores",
          GetAllStoresRequest.getDefaultInstance(),
          GetAllStoresResponse.getDefaultInstance());

  /** The region that holds a key. */
  public static final MethodDescriptor<GetRegionRequest, GetRegionResponse> GET_REGION =
      Rpc.unary(
          SERVICE,
          "GetRegion",
          GetRegionRequest.getDefaultInstance(),
          GetRegionResponse.getDefaultInstance());

  /** The region with an id. */
  public static final MethodDescriptor<GetRegionByIDRequest, GetRegionResponse> GET_REGION_BY_ID =
      Rpc.unary(
          SERVICE,
          "GetRegionByID",
          GetRegionByIDRequest.getDefaultInstance(),
          GetRegionResponse.getDefaultInstance());

  /** An id that nothing else has. */
  public static final MethodDescriptor<AllocIDRequest, AllocIDResponse> ALLOC_ID =
      Rpc.unary(
          SERVICE,
          "AllocID",
          AllocIDRequest.getDefaultInstance(),
          AllocIDResponse.getDefaultInstance());

  /** A store begins a cluster with one region. */
  public static final MethodDescriptor<BootstrapRequest, BootstrapResponse> BOOTSTRAP =
      Rpc.unary(
          SERVICE,
          "Bootstrap",
          BootstrapRequest.getDefaultInstance(),
          BootstrapResponse.getDefaultInstance());

  /** A store says where it is. */
  public static final MethodDescriptor<PutStoreRequest, PutStoreResponse> PUT_STORE =
      Rpc.unary(
          SERVICE,
          "PutStore",
          PutStoreRequest.getDefaultInstance(),
          PutStoreResponse.getDefaultInstance());

  /** A store lives. */
  public static final MethodDescriptor<StoreHeartbeatRequest, StoreHeartbeatResponse>
      STORE_HEARTBEAT =
          Rpc.unary(
              SERVICE,
              "StoreHeartbeat",
              StoreHeartbeatRequest.getDefaultInstance(),
              StoreHeartbeatResponse.getDefaultInstance());

  /** Leaders tell of their regions, and are given orders. */
  public static final MethodDescriptor<RegionHeartbeatRequest, RegionHeartbeatResponse>
      REGION_HEARTBEAT =
          Rpc.method(
              MethodType.BIDI_STREAMING,
              SERVICE,
              "RegionHeartbeat",
              RegionHeartbeatRequest.getDefaultInstance(),
              RegionHeartbeatResponse.getDefaultInstance());

  /** Ids for the parts of a region that is to be split. */
  public static final MethodDescriptor<AskBatchSplitRequest, AskBatchSplitResponse>
      ASK_BATCH_SPLIT =
          Rpc.unary(
              SERVICE,
              "AskBatchSplit",
              AskBatchSplitRequest.getDefaultInstance(),
              AskBatchSplitResponse.getDefaultInstance());

  /** A region was split. */
  public static final MethodDescriptor<ReportBatchSplitRequest, ReportBatchSplitResponse>
      REPORT_BATCH_SPLIT =
          Rpc.unary(
              SERVICE,
              "ReportBatchSplit",
              ReportBatchSplitRequest.getDefaultInstance(),
              ReportBatchSplitResponse.getDefaultInstance());

  private PdMethods() {}
}
