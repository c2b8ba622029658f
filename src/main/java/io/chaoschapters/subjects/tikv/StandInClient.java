package io.chaoschapters.subjects.tikv;

import io.chaoschapters.subjects.tikv.pd.PdRegion;
import io.chaoschapters.subjects.tikv.service.KeyValueGet;
import io.chaoschapters.subjects.tikv.service.KeyValuePut;
import io.chaoschapters.subjects.tikv.service.StandInGroups;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.apache.ratis.client.RaftClient;
import org.apache.ratis.client.RaftClientConfigKeys;
import org.apache.ratis.conf.RaftProperties;
import org.apache.ratis.protocol.RaftClientReply;
import org.apache.ratis.protocol.RaftGroup;
import org.apache.ratis.protocol.RaftPeer;
import org.apache.ratis.retry.RetryPolicies;
import org.apache.ratis.util.TimeDuration;
import org.slf4j.LoggerFactory;

/** The stand-in's client: one Ratis client for each region, with regions and stores as PD says. */
final class StandInClient implements KeyValueClient {
  private static final TimeDuration ANSWER_WITHIN =
      TimeDuration.valueOf(700, TimeUnit.MILLISECONDS);
  private static final TimeDuration PAUSE = TimeDuration.valueOf(100, TimeUnit.MILLISECONDS);
  private static final int ATTEMPTS = 50;

  /** It says on standard error that it found epoll, in the middle of a show. */
  private static final Logger GRPC = Logger.getLogger("org.apache.ratis.thirdparty");

  private final TreeMap<String, RaftClient> clients = new TreeMap<>();
  private final Calls calls = new Calls("stand-in-client");

  /**
   * Makes a client.
   *
   * @param addresses where each store's Raft server listens, by the store's id
   */
  StandInClient(List<PdRegion> regions, Map<BigInteger, String> addresses) {
    GRPC.setLevel(Level.WARNING);
    RaftProperties properties = new RaftProperties();
    RaftClientConfigKeys.Rpc.setRequestTimeout(properties, ANSWER_WITHIN);
    for (PdRegion region : regions) {
      KeyRange range = KeyRange.of(region);
      List<RaftPeer> peers =
          region.peerStores().stream()
              .map(store -> StandInGroups.peer(store.toString(), addresses.get(store)))
              .toList();
      clients.put(
          range.start(),
          RaftClient.newBuilder()
              .setProperties(properties)
              .setRaftGroup(RaftGroup.valueOf(StandInGroups.group(range.regionId()), peers))
              // The deadline of a call ends it, not the number of attempts.
              .setRetryPolicy(RetryPolicies.retryUpToMaximumCountWithFixedSleep(ATTEMPTS, PAUSE))
              .build());
    }
  }

  @Override
  public CompletableFuture<Void> put(String key, String value, Duration deadline) {
    return calls.call(
        deadline,
        () -> {
          acknowledged(region(key).io().send(new KeyValuePut(key, value).toMessage()));
          return null;
        });
  }

  /** One question to each region that holds some of the keys. */
  @Override
  public CompletableFuture<Map<String, String>> get(Collection<String> keys, Duration deadline) {
    Map<RaftClient, List<String>> byRegion =
        keys.stream().collect(Collectors.groupingBy(this::region));
    CompletableFuture<Map<String, String>> all = CompletableFuture.completedFuture(new HashMap<>());
    for (Map.Entry<RaftClient, List<String>> part : byRegion.entrySet()) {
      all =
          all.thenCombine(
              calls.call(deadline, () -> read(part.getKey(), part.getValue())),
              (values, more) -> {
                values.putAll(more);
                return values;
              });
    }
    return all;
  }

  private static Map<String, String> read(RaftClient region, List<String> keys) throws IOException {
    RaftClientReply reply =
        acknowledged(region.io().sendReadOnly(new KeyValueGet(keys).toMessage()));
    return KeyValueGet.valuesIn(reply.getMessage());
  }

  private RaftClient region(String key) {
    return clients.floorEntry(key).getValue();
  }

  private static RaftClientReply acknowledged(RaftClientReply reply) throws IOException {
    if (!reply.isSuccess()) {
      throw new IOException("The region did not do it", reply.getException());
    }
    return reply;
  }

  @Override
  public void close() {
    calls.close();
    for (RaftClient client : clients.values()) {
      try {
        client.close();
      } catch (IOException e) {
        LoggerFactory.getLogger(StandInClient.class).warn("a client did not close", e);
      }
    }
  }
}
