package io.chaoschapters.subjects.ratelimiter.service;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.LowResourceMonitor;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.EagerContentHandler;
import org.eclipse.jetty.server.handler.EagerContentHandler.RetainedContentLoaderFactory;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * How much of the node its clients may take: connections, threads, memory and time. What is beyond
 * is refused or closed, so that others are served all the same.
 */
final class NodeServer {
  private static final int REQUEST_THREADS = 128;
  private static final int MOST_CONNECTIONS = 12_000;

  /** File handles that are left for the store, the log and the class path. */
  private static final int OTHER_HANDLES = 256;

  /** A body that is slow to come keeps a buffer of this size: together they must fit in memory. */
  private static final int INPUT_BUFFER = 2 * 1024;

  /**
   * What the kernel takes of an answer that nobody reads. By itself it takes megabytes, which cost
   * a node the time to make that many answers for each such connection.
   */
  private static final int UNREAD_BUFFER = 64 * 1024;

  private static final int WAITING_TO_CONNECT = 1_024;
  private static final Duration IDLE = Duration.ofSeconds(30);
  private static final Duration REQUEST_WITHIN = Duration.ofSeconds(10);

  /** How long a connection may do nothing while threads or connections are used up. */
  private static final Duration IDLE_WHEN_FULL = Duration.ofSeconds(6);

  private NodeServer() {}

  static QueuedThreadPool threads() {
    return new QueuedThreadPool(REQUEST_THREADS, 4);
  }

  static RequestDeadline deadline() {
    return new RequestDeadline(REQUEST_WITHIN);
  }

  /**
   * Adds what holds for the server as a whole.
   *
   * @param largestBody in bytes; larger ones are answered with 413
   * @param views what is answered without a servlet
   */
  static void bound(Server server, int largestBody, Views views, RequestDeadline deadline) {
    // Bodies are awaited without a thread: slow ones would use all of them up.
    server.insertHandler(
        new EagerContentHandler(new RetainedContentLoaderFactory(largestBody, 0, true)));
    server.insertHandler(views);
    server.insertHandler(deadline);
    LowResourceMonitor monitor = new LowResourceMonitor(server);
    monitor.setMonitorThreads(true);
    monitor.setLowResourcesIdleTimeout((int) IDLE_WHEN_FULL.toMillis());
    server.addBean(monitor);
  }

  static ServerConnector connector(
      Server server, HttpConfiguration http, String host, int port, RequestDeadline deadline) {
    http.setInputBufferSize(INPUT_BUFFER);
    ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
    connector.setHost(host);
    connector.setPort(port);
    connector.setAcceptedSendBufferSize(UNREAD_BUFFER);
    connector.setAcceptQueueSize(WAITING_TO_CONNECT);
    connector.setIdleTimeout(IDLE.toMillis());
    connector.addBean(deadline, false);
    server.addEventListener(
        new LifeCycle.Listener() {
          @Override
          public void lifeCycleStarted(LifeCycle started) {
            deadline.watch(connector.getScheduler());
          }
        });
    NetworkConnectionLimit limit = new NetworkConnectionLimit(mostConnections(), connector);
    limit.setEndPointIdleTimeout(IDLE_WHEN_FULL.toMillis());
    connector.addBean(limit);
    return connector;
  }

  private static int mostConnections() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
        ? (int)
            Math.max(
                OTHER_HANDLES,
                Math.min(MOST_CONNECTIONS, system.getMaxFileDescriptorCount() - OTHER_HANDLES))
        : MOST_CONNECTIONS;
  }
}
