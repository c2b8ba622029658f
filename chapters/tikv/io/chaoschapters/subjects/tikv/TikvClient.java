package io.chaoschapters.subjects.tikv;

import io.chaoschapters.text.RootLocale;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.tikv.common.TiConfiguration;
import org.tikv.common.TiSession;
import org.tikv.kvproto.Kvrpcpb.KvPair;
import org.tikv.raw.RawKVClient;
import org.tikv.shade.com.google.protobuf.ByteString;

/**
 * TiKV's own client, with a deadline of ours around each call: its time-outs bound single attempts,
 * and after the loss of a store a call with all its attempts took up to forty seconds.
 */
final class TikvClient implements KeyValueClient {
  /**
   * After an attempt that was not answered the client asks who leads now. An attempt must therefore
   * be much shorter than a call: one that may take as long as the whole call is never followed by
   * another, and the writes of a region stop until the store is back.
   */
  static final Duration ATTEMPT = Duration.ofMillis(600);

  /** How long the client itself goes on with one call. */
  static final Duration CALL = Duration.ofMillis(1_500);

  /**
   * It pings also while nothing is under way, which PD takes for an attack when it comes more often
   * than every two hours ("too many pings"); attempts have time-outs of their own.
   */
  private static final Duration KEEPALIVE = Duration.ofDays(1);

  /**
   * Through another store, as soon as a store has not answered a ping within 100 ms. On a busy
   * machine that is no outage; the stand-in forwards nothing ("store not match"); and the client
   * fails with a NullPointerException when it forgets a store meanwhile.
   */
  private static final boolean DETOURS = false;

  private final ClientLog log;
  private final TiSession session;
  private final RawKVClient client;
  private final Reconnecting reconnecting;
  private final Calls calls = new Calls("tikv-client");

  /**
   * Connects.
   *
   * @param pd host and port of the placement driver, as seen from here
   * @param log takes what the client has to say; closed with this
   */
  TikvClient(String pd, Addresses addresses, ClientLog log) {
    this.log = log;
    TiConfiguration configuration = configuration(pd);
    configuration.setHostMapping(addresses);
    try {
      session = TiSession.create(configuration);
      client = session.createRawClient();
      reconnecting = new Reconnecting(session.getChannelFactory());
    } catch (RuntimeException e) {
      log.close();
      // Without a placement driver it fails with a bare NullPointerException.
      throw new IllegalStateException(
          RootLocale.format(
              "TiKV's client cannot connect to the placement driver at %s: %s. Does it answer?",
              pd, e),
          e);
    }
  }

  static TiConfiguration configuration(String pd) {
    TiConfiguration configuration = TiConfiguration.createRawDefault(pd);
    configuration.setTimeout(ATTEMPT.toMillis());
    configuration.setRawKVReadTimeoutInMS((int) CALL.toMillis());
    configuration.setRawKVBatchReadTimeoutInMS((int) CALL.toMillis());
    configuration.setRawKVWriteTimeoutInMS((int) CALL.toMillis());
    configuration.setKeepaliveTime((int) KEEPALIVE.toSeconds());
    configuration.setWarmUpEnable(false);
    configuration.setEnableGrpcForward(DETOURS);
    return configuration;
  }

  private static ByteString bytes(String key) {
    return ByteString.copyFrom(key, KeyRange.BYTES);
  }

  @Override
  public CompletableFuture<Void> put(String key, String value, Duration deadline) {
    return call(
        "a write of " + KeyRange.shown(key),
        deadline,
        () -> {
          client.put(bytes(key), ByteString.copyFromUtf8(value));
          return null;
        });
  }

  /** The client may answer a key that is not there with an empty value. */
  @Override
  public CompletableFuture<Map<String, String>> get(Collection<String> keys, Duration deadline) {
    return call(
        RootLocale.format("a read of %d keys", keys.size()),
        deadline,
        () ->
            client.batchGet(asked(keys)).stream()
                .map(TikvClient::read)
                .filter(pair -> !pair.getValue().isEmpty())
                .collect(
                    Collectors.toMap(
                        pair -> pair.getKey().toString(KeyRange.BYTES),
                        pair -> pair.getValue().toStringUtf8())));
  }

  /** The client sorts the list that it is given, so it must be one that can be changed. */
  static List<ByteString> asked(Collection<String> keys) {
    return keys.stream().map(TikvClient::bytes).collect(Collectors.toCollection(ArrayList::new));
  }

  private <T> CompletableFuture<T> call(String what, Duration deadline, Callable<T> call) {
    reconnecting.now();
    return calls
        .call(deadline, call)
        .whenComplete(
            (value, failure) -> {
              if (failure != null) {
                log.failed(what, failure);
              }
            });
  }

  /** A key that could not be read is not a key that is not there. */
  private static KvPair read(KvPair pair) {
    if (pair.hasError()) {
      throw new IllegalStateException("The store could not read a key: " + pair.getError());
    }
    return pair;
  }

  @Override
  public void close() {
    calls.close();
    try {
      client.close();
      session.close();
    } catch (Exception e) {
      log.failed("closing the client", e);
    } finally {
      log.close();
    }
  }
}
