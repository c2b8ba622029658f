package io.chaoschapters.subjects.ratelimiter.service;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Closes connections on which a request has begun and is not over, its answer taken, in time.
 *
 * <p>An idle time-out is not enough: a client that sends its header or body a byte at a time is
 * never idle, and one that does not read its answer keeps it in memory. Every request that has
 * arrived whole is answered long before the deadline, because the calls of the store are bounded.
 */
final class RequestDeadline extends Handler.Wrapper implements Connection.Listener {
  private static final long LOOK_MILLIS = 1_000;

  /** When nothing was begun, last: how much had been answered and read by then. */
  private static final class Quiet {
    /** A connection's own count of answers is of those begun, not of those that were taken. */
    private final AtomicLong asked = new AtomicLong();

    private final AtomicLong taken = new AtomicLong();
    private long answers;
    private long bytes;
    private long nanos = System.nanoTime();
  }

  private final Map<Connection, Quiet> open = new ConcurrentHashMap<>();
  private final long deadlineNanos;

  RequestDeadline(Duration deadline) {
    this.deadlineNanos = deadline.toNanos();
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    Quiet quiet = open.get(request.getConnectionMetaData().getConnection());
    if (quiet != null) {
      quiet.asked.incrementAndGet();
      Request.addCompletionListener(request, failure -> quiet.taken.incrementAndGet());
    }
    return super.handle(request, response, callback);
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
  void watch(Scheduler scheduler) {
    scheduler.schedule(
        () -> {
          open.forEach(this::look);
          watch(scheduler);
        },
        LOOK_MILLIS,
        TimeUnit.MILLISECONDS);
  }

  private void look(Connection connection, Quiet quiet) {
    long now = System.nanoTime();
    long answers = quiet.taken.get();
    long bytes = connection.getBytesIn();
    boolean begun = bytes != quiet.bytes || quiet.asked.get() != answers;
    if (answers != quiet.answers || !begun) {
      quiet.answers = answers;
      quiet.bytes = bytes;
      quiet.nanos = now;
    } else if (now - quiet.nanos > deadlineNanos) {
      connection.close();
    }
  }
}
