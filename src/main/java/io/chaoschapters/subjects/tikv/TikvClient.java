package io.chaoschapters.subjects.tikv;

import io.chaoschapters.text.RootLocale;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;
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
  private static final int ATTEMPT_MILLIS = 1_500;

  private final TiSession session;
  private final RawKVClient client;
  private final Calls calls = new Calls("tikv-client");

  /**
   * Connects.
   *
   * @param pd host and port of the placement driver, as seen from here
   */
  TikvClient(String pd, Addresses addresses) {
    TiConfiguration configuration = TiConfiguration.createRawDefault(pd);
    configuration.setHostMapping(addresses);
    configuration.setTimeout(ATTEMPT_MILLIS);
    configuration.setRawKVBatchReadTimeoutInMS(ATTEMPT_MILLIS);
    configuration.setRawKVWriteTimeoutInMS(ATTEMPT_MILLIS);
    configuration.setWarmUpEnable(false);
    try {
      session = TiSession.create(configuration);
      client = session.createRawClient();
    } catch (RuntimeException e) {
      // Without a placement driver it fails with a bare NullPointerException.
      throw new IllegalStateException(
          RootLocale.format(
              "TiKV's client cannot connect to the placement driver at %s: %s. Does it answer?",
              pd, e),
          e);
    }
  }

  @Override
  public CompletableFuture<Void> put(String key, String value, Duration deadline) {
    return calls.call(
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
    return calls.call(
        deadline,
        () ->
            client.batchGet(asked).stream()
                .map(TikvClient::read)
                .filter(pair -> !pair.getValue().isEmpty())
                .collect(
                    Collectors.toMap(
                        pair -> pair.getKey().toStringUtf8(),
                        pair -> pair.getValue().toStringUtf8())));
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
      LoggerFactory.getLogger(TikvClient.class).warn("TiKV's client did not close", e);
    }
  }
}
