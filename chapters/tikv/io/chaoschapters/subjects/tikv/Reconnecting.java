package io.chaoschapters.subjects.tikv;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.tikv.common.util.ChannelFactory;
import org.tikv.shade.io.grpc.ManagedChannel;

/**
 * Has the client's connections tried again at once instead of after gRPC's growing pauses.
 *
 * <p>A connection that was refused for eight seconds is tried again only up to seven seconds later
 * (gRPC's connection backoff: 1 s, times 1.6 each time, up to 120 s). Until then every call to a
 * store that is back fails without leaving this process, and the store seems to be down for longer
 * than it was.
 */
final class Reconnecting {
  private static final Duration AT_MOST_EVERY = Duration.ofMillis(250);

  private final ChannelFactory channels;
  private final AtomicLong next = new AtomicLong(System.nanoTime());

  Reconnecting(ChannelFactory channels) {
    this.channels = channels;
  }

  /** Does nothing for connections that stand, nor when it was done a moment ago. */
  void now() {
    long due = next.get();
    long time = System.nanoTime();
    if (time - due >= 0 && next.compareAndSet(due, time + AT_MOST_EVERY.toNanos())) {
      channels.connPool.values().forEach(ManagedChannel::resetConnectBackoff);
    }
  }
}
