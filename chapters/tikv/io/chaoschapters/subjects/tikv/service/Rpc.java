package io.chaoschapters.subjects.tikv.service;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.ratis.thirdparty.io.grpc.CallOptions;
import org.apache.ratis.thirdparty.io.grpc.Channel;
import org.apache.ratis.thirdparty.io.grpc.MethodDescriptor;
import org.apache.ratis.thirdparty.io.grpc.MethodDescriptor.MethodType;
import org.apache.ratis.thirdparty.io.grpc.ServerMethodDefinition;
import org.apache.ratis.thirdparty.io.grpc.ServerServiceDefinition;
import org.apache.ratis.thirdparty.io.grpc.Status;
import org.apache.ratis.thirdparty.io.grpc.stub.ClientCalls;
import org.apache.ratis.thirdparty.io.grpc.stub.ServerCalls;
import org.apache.ratis.thirdparty.io.grpc.stub.StreamObserver;
import org.tikv.shade.com.google.protobuf.MessageLite;
import org.tikv.shade.io.grpc.health.v1.HealthCheckRequest;
import org.tikv.shade.io.grpc.health.v1.HealthCheckResponse;

/**
 * Methods of gRPC services whose messages are TiKV's own, on the gRPC library that Ratis brings:
 * one library for both, and one port.
 */
public final class Rpc {
  private static final String HEALTH = "grpc.health.v1.Health";
  private static final MethodDescriptor<HealthCheckRequest, HealthCheckResponse> CHECK =
      unary(
          HEALTH,
          "Check",
          HealthCheckRequest.getDefaultInstance(),
          HealthCheckResponse.getDefaultInstance());

  private Rpc() {}

  /** A method with one request and one response. */
  public static <Q extends MessageLite, A extends MessageLite> MethodDescriptor<Q, A> unary(
      String service, String name, Q request, A response) {
    return method(MethodType.UNARY, service, name, request, response);
  }

  /** A method of any kind; request and response are default instances. */
  public static <Q extends MessageLite, A extends MessageLite> MethodDescriptor<Q, A> method(
      MethodType type, String service, String name, Q request, A response) {
    return MethodDescriptor.<Q, A>newBuilder()
        .setType(type)
        .setFullMethodName(MethodDescriptor.generateFullMethodName(service, name))
        .setRequestMarshaller(new Messages<>(request))
        .setResponseMarshaller(new Messages<>(response))
        .build();
  }

  /** Calls a method and waits for its response. */
  public static <Q, A> A call(
      Channel channel, MethodDescriptor<Q, A> method, Q request, Duration within) {
    return ClientCalls.blockingUnaryCall(
        channel,
        method,
        CallOptions.DEFAULT.withDeadlineAfter(within.toMillis(), TimeUnit.MILLISECONDS),
        request);
  }

  /** Serves a method whose response is there at once. */
  public static <Q, A> ServerMethodDefinition<Q, A> serve(
      MethodDescriptor<Q, A> method, Function<Q, A> answer) {
    return ServerMethodDefinition.create(
        method,
        ServerCalls.asyncUnaryCall(
            (request, observer) -> {
              try {
                observer.onNext(answer.apply(request));
                observer.onCompleted();
              } catch (RuntimeException e) {
                observer.onError(Status.INTERNAL.withDescription(e.toString()).asException());
              }
            }));
  }

  /** The health service that clients of TiKV ask: it serves as long as it answers. */
  public static ServerServiceDefinition health() {
    HealthCheckResponse serving =
        HealthCheckResponse.newBuilder()
            .setStatus(HealthCheckResponse.ServingStatus.SERVING)
            .build();
    return ServerServiceDefinition.builder(HEALTH)
        .addMethod(serve(CHECK, request -> serving))
        .build();
  }

  /**
   * Asks another server's health service.
   *
   * @param answered is run when it answers
   */
  public static void whenServing(Channel channel, Duration within, Runnable answered) {
    ClientCalls.asyncUnaryCall(
        channel.newCall(
            CHECK, CallOptions.DEFAULT.withDeadlineAfter(within.toMillis(), TimeUnit.MILLISECONDS)),
        HealthCheckRequest.getDefaultInstance(),
        new StreamObserver<>() {
          @Override
          public void onNext(HealthCheckResponse answer) {
            answered.run();
          }

          @Override
          public void onError(Throwable failure) {
            // Whoever asks counts the time without an answer.
          }

          @Override
          public void onCompleted() {
            // The answer has come before.
          }
        });
  }

  /** Messages of one type as bytes. */
  private record Messages<T extends MessageLite>(T prototype)
      implements MethodDescriptor.Marshaller<T> {
    @Override
    public InputStream stream(T message) {
      return new ByteArrayInputStream(message.toByteArray());
    }

    @Override
    @SuppressWarnings("unchecked") // A message's parser makes messages of its type.
    public T parse(InputStream bytes) {
      try {
        return (T) prototype.getParserForType().parseFrom(bytes);
      } catch (IOException e) {
        throw Status.INVALID_ARGUMENT.withCause(e).asRuntimeException();
      }
    }
  }
}
