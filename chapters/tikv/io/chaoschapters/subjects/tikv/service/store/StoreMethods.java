package io.chaoschapters.subjects.tikv.service.store;

import io.chaoschapters.subjects.tikv.service.Rpc;
import org.apache.ratis.thirdparty.io.grpc.MethodDescriptor;
import org.apache.ratis.thirdparty.io.grpc.MethodDescriptor.MethodType;
import org.tikv.kvproto.Kvrpcpb.RawBatchGetRequest;
import org.tikv.kvproto.Kvrpcpb.RawBatchGetResponse;
import org.tikv.kvproto.Kvrpcpb.RawGetRequest;
import org.tikv.kvproto.Kvrpcpb.RawGetResponse;
import org.tikv.kvproto.Kvrpcpb.RawPutRequest;
import org.tikv.kvproto.Kvrpcpb.RawPutResponse;
import org.tikv.kvproto.Metapb.Region;
import org.tikv.kvproto.RaftServerpb.Done;
import org.tikv.kvproto.Tikvpb.BatchRaftMessage;

/** Those methods of TiKV's gRPC service that the stand-in has, and one of its own. */
final class StoreMethods {
  static final String SERVICE = "tikvpb.Tikv";
  static final String OWN_SERVICE = "standin.Store";

  static final MethodDescriptor<RawPutRequest, RawPutResponse> RAW_PUT =
      Rpc.unary(
          SERVICE,
          "RawPut",
          RawPutRequest.getDefaultInstance(),
          RawPutResponse.getDefaultInstance());

  static final MethodDescriptor<RawGetRequest, RawGetResponse> RAW_GET =
      Rpc.unary(
          SERVICE,
          "RawGet",
          RawGetRequest.getDefaultInstance(),
          RawGetResponse.getDefaultInstance());

  static final MethodDescriptor<RawBatchGetRequest, RawBatchGetResponse> RAW_BATCH_GET =
      Rpc.unary(
          SERVICE,
          "RawBatchGet",
          RawBatchGetRequest.getDefaultInstance(),
          RawBatchGetResponse.getDefaultInstance());

  /** Leaders tell copies that they lead. */
  static final MethodDescriptor<BatchRaftMessage, Done> BATCH_RAFT =
      Rpc.method(
          MethodType.CLIENT_STREAMING,
          SERVICE,
          "BatchRaft",
          BatchRaftMessage.getDefaultInstance(),
          Done.getDefaultInstance());

  /** A leader asks a store to begin a copy, by how the region itself began. */
  static final MethodDescriptor<Region, Done> JOIN =
      Rpc.unary(OWN_SERVICE, "Join", Region.getDefaultInstance(), Done.getDefaultInstance());

  private StoreMethods() {}
}
