package io.chaoschapters.subjects.tikv.service.pd;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.ratis.thirdparty.io.grpc.StatusRuntimeException;
import org.apache.ratis.thirdparty.io.grpc.stub.StreamObserver;
import org.tikv.kvproto.Pdpb.RegionHeartbeatResponse;

/** The streams on which leaders on each store are given orders. */
final class RegionStreams {
  private final Map<Long, StreamObserver<RegionHeartbeatResponse>> streams =
      new ConcurrentHashMap<>();

  void open(long store, StreamObserver<RegionHeartbeatResponse> stream) {
    streams.put(store, stream);
  }

  void closed(StreamObserver<RegionHeartbeatResponse> stream) {
    streams.values().removeIf(known -> known == stream);
  }

  /** Sends an order, if there is a stream to the store; else the next heartbeat brings it. */
  void send(long store, RegionHeartbeatResponse order) {
    StreamObserver<RegionHeartbeatResponse> stream = streams.get(store);
    if (stream == null) {
      return;
    }
    try {
      // gRPC allows one thread at a time.
      synchronized (stream) {
        stream.onNext(order);
      }
    } catch (StatusRuntimeException | IllegalStateException e) {
      closed(stream);
    }
  }
}
