package io.chaoschapters.subjects.ratelimiter.service;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Closes connections on which a request has begun and is not over in time.
 *
 * <p>An idle time-out is not enough: a client that sends its header or body a byte at a time is
 * never idle, and one that does not read its answer keeps a thread. Every request that has arrived
 * whole is answered long before the deadline, because the calls of the store are bounded.
 */
final class RequestDeadline implements Connection.Listener {
  private static final long LOOK_MILLIS = 1_000;

  /** When nothing was begun, last: how much had been answered and read by then. */
  private static final class Quiet {
    private long answers;
    private long bytes;
    private long nanos = System.nanoTime();
  }

  private final Map<Connection, Quiet> open = new ConcurrentHashMap<>();
  private final Scheduler scheduler;
  private final long deadlineNanos;

  RequestDeadline(Scheduler scheduler, Duration deadline) {
    this.scheduler = scheduler;
    this.deadlineNanos = deadline.toNanos();
  }

  @Override
  public void onOpened(Connection connection) {
    open.put(connection, new Quiet());
  }

  @Override
  public void onClosed(Connection connection) {
    open.remove(connection);
  }

  /** Begins to look, once a second, until the scheduler stops. */
  void watch() {
    scheduler.schedule(
        () -> {
          open.forEach(this::look);
          watch();
        },
        LOOK_MILLIS,
        TimeUnit.MILLISECONDS);
  }

  private void look(Connection connection, Quiet quiet) {
    long now = System.nanoTime();
    long answers = connection.getMessagesOut();
    long bytes = connection.getBytesIn();
    if (answers != quiet.answers || bytes == quiet.bytes) {
      quiet.answers = answers;
      quiet.bytes = bytes;
      quiet.nanos = now;
    } else if (now - quiet.nanos > deadlineNanos) {
      connection.close();
    }
  }
}
