package example;

import io.chaoschapters.runtime.Component;
import io.chaoschapters.subject.Cluster;
import io.chaoschapters.subject.ClusterSnapshot;
import io.chaoschapters.subject.ComponentStatus;
import io.chaoschapters.subject.Health;
import io.chaoschapters.subject.Reading;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisException;

/** The two servers, seen from outside. */
public final class RedisPairCluster implements Cluster {
  private static final int TIMEOUT_MILLIS = 300;

  final Component primary;
  final Component replica;

  RedisPairCluster(Component primary, Component replica) {
    this.primary = primary;
    this.replica = replica;
  }

  /** Asks a server on a connection of its own; empty when it does not answer in time. */
  static <T> Optional<T> ask(Component server, Function<Jedis, T> question) {
    try (Jedis redis = connect(server)) {
      return Optional.of(question.apply(redis));
    } catch (JedisException e) {
      return Optional.empty();
    }
  }

  static Jedis connect(Component server) {
    var address = server.endpoint(RedisPair.PORT);
    return new Jedis(
        new HostAndPort(address.host(), address.port()),
        DefaultJedisClientConfig.builder().timeoutMillis(TIMEOUT_MILLIS).build());
  }

  /** How many bytes of the primary's writes a server has, or unknown. */
  Optional<Long> offset(Component server, String field) {
    return ask(server, redis -> redis.info("replication"))
        .flatMap(info -> info.lines().filter(line -> line.startsWith(field + ":")).findFirst())
        .map(line -> Long.parseLong(line.substring(field.length() + 1).strip()));
  }

  @Override
  public ClusterSnapshot observe() {
    Optional<Long> copied = offset(replica, "slave_repl_offset");
    Optional<Long> written = offset(primary, "master_repl_offset");
    Reading behind =
        copied.isPresent() && written.isPresent()
            ? Reading.of(Math.max(0, written.get() - copied.get()))
            : Reading.unknown("a server does not answer");
    List<ComponentStatus> servers = List.of(status(primary), status(replica));
    long answering = servers.stream().filter(one -> one.health() == Health.SERVING).count();
    return new ClusterSnapshot(
        servers, Map.of("behind", behind, "answering", Reading.of(answering)));
  }

  private static ComponentStatus status(Component server) {
    Health health;
    try (Jedis redis = connect(server)) {
      redis.ping();
      health = Health.SERVING;
    } catch (JedisException e) {
      health = Health.after(e);
    }
    return ComponentStatus.of(server.id(), server.role(), health, "");
  }

  @Override
  public List<Component> components() {
    return List.of(primary, replica);
  }
}
