package io.chaoschapters.subjects.tikv.service.pd;

import org.apache.ratis.thirdparty.io.grpc.Metadata;
import org.apache.ratis.thirdparty.io.grpc.ServerCall;
import org.apache.ratis.thirdparty.io.grpc.ServerCallHandler;
import org.apache.ratis.thirdparty.io.grpc.ServerInterceptor;
import org.apache.ratis.thirdparty.io.grpc.Status;

/** Turns gRPC calls away while PD does not lead. */
record ElectedOnly(LeaderLease lease) implements ServerInterceptor {
  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    if (lease.leads()) {
      return next.startCall(call, headers);
    }
    call.close(Status.UNAVAILABLE.withDescription("not leader"), new Metadata());
    return new ServerCall.Listener<>() {};
  }
}
