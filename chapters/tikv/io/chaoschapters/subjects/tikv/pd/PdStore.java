package io.chaoschapters.subjects.tikv.pd;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A store as PD knows it from its last heartbeat. A dead store keeps its last counts: use them with
 * {@link #age} only.
 *
 * @param id unsigned 64-bit
 * @param address host and port for clients, as the store advertises it
 * @param stateName PD's word for its state
 * @param capacity as PD writes it, such as {@code 1.8TiB}
 * @param available as PD writes it
 * @param leaderCount regions that it led
 * @param regionCount regions of which it held a copy
 * @param lastHeartbeat when it was last heard of, or null before its first heartbeat
 * @param build what the store calls its version
 * @param slowScore how slow the store calls itself: 1 is best and 100 worst; 0 when it has not said
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record PdStore(
    BigInteger id,
    String address,
    String stateName,
    String capacity,
    String available,
    int leaderCount,
    int regionCount,
    @Nullable Instant lastHeartbeat,
    Build build,
    int slowScore) {

  /** PD's word for its state. */
  public StoreState state() {
    return StoreState.of(stateName);
  }

  /** How old what PD knows of it is; empty before its first heartbeat, which is no fault. */
  public Optional<Duration> age(Instant now) {
    return Optional.ofNullable(lastHeartbeat).map(last -> Duration.between(last, now));
  }

  /** Bytes its disk holds; empty when PD's text cannot be read. */
  public OptionalLong capacityBytes() {
    return ByteSize.parse(capacity);
  }

  /** Bytes free on its disk; empty when PD's text cannot be read. */
  public OptionalLong availableBytes() {
    return ByteSize.parse(available);
  }
}
