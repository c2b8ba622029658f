package io.chaoschapters.subjects.tikv;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;
import org.tikv.common.TiConfiguration;
import org.tikv.common.TiSession;
import org.tikv.raw.RawKVClient;
import org.tikv.shade.com.google.protobuf.ByteString;

/**
 * TiKV's own client, with a deadline of ours around each call: its time-outs bound single attempts,
 * and after the loss of a store a call with all its attempts took up to forty seconds.
 */
final class TikvClient implements KeyValueClient {
  private static final int ATTEMPT_MILLIS = 1_500;

  private final TiSession session;
  private final RawKVClient client;
  private final ExecutorService calls =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "tikv-client");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * Connects.
   *
   * @param pd host and port of the placement driver, as seen from here
   */
  TikvClient(String pd, Addresses addresses) {
    TiConfiguration configuration = TiConfiguration.createRawDefault(pd);
    configuration.setHostMapping(addresses);
    configuration.setTimeout(ATTEMPT_MILLIS);
    configuration.setRawKVReadTimeoutInMS(ATTEMPT_MILLIS);
    configuration.setRawKVWriteTimeoutInMS(ATTEMPT_MILLIS);
    configuration.setWarmUpEnable(false);
    try {
      session = TiSession.create(configuration);
      client = session.createRawClient();
    } catch (RuntimeException e) {
      // Without a placement driver it fails with a bare NullPointerException.
      throw new IllegalStateException(
          "TiKV's client cannot connect to the placement driver at %s: %s. Does it answer?"
              .formatted(pd, e),
          e);
    }
  }

  @Override
  public CompletableFuture<Void> put(String key, String value, Duration deadline) {
    return call(
        deadline,
        () -> {
          client.put(ByteString.copyFromUtf8(key), ByteString.copyFromUtf8(value));
          return null;
        });
  }

  /** The client may answer a key that is not there with an empty value. */
  @Override
  public CompletableFuture<Map<String, String>> get(Collection<String> keys, Duration deadline) {
    List<ByteString> asked = keys.stream().map(ByteString::copyFromUtf8).toList();
    return call(
        deadline,
        () ->
            client.batchGet(asked).stream()
                .filter(pair -> !pair.getValue().isEmpty())
                .collect(
                    Collectors.toMap(
                        pair -> pair.getKey().toStringUtf8(),
                        pair -> pair.getValue().toStringUtf8())));
  }

  /** A call that is still under way at its deadline is interrupted. */
  private <T> CompletableFuture<T> call(Duration deadline, Callable<T> call) {
    CompletableFuture<T> result = new CompletableFuture<>();
    Future<?> running =
        calls.submit(
            () -> {
              try {
                result.complete(call.call());
              } catch (Exception e) {
                result.completeExceptionally(e);
              }
            });
    return result
        .orTimeout(deadline.toMillis(), TimeUnit.MILLISECONDS)
        .whenComplete((value, failure) -> running.cancel(failure != null));
  }

  @Override
  public void close() {
    calls.shutdownNow();
    try {
      client.close();
      session.close();
    } catch (Exception e) {
      LoggerFactory.getLogger(TikvClient.class).warn("TiKV's client did not close", e);
    }
  }
}
