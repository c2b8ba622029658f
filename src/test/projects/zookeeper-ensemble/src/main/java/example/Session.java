package example;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.zookeeper.ZooKeeper;
import org.apache.zookeeper.client.ZKClientConfig;

/** A session with the ensemble, and a new one when it has expired. */
final class Session implements AutoCloseable {
  static final int TIMEOUT_MILLIS = 4_000;
  private static final String ANSWER_MILLIS = "1000";

  private final String servers;
  private final String login;
  private ZooKeeper current;

  /** A session of a client that logs in as nobody. */
  Session(String servers) {
    this(servers, "");
  }

  /** A session of a client that logs in, such as {@code operator:password}. */
  Session(String servers, String login) {
    this.servers = servers;
    this.login = login;
  }

  synchronized ZooKeeper get() throws IOException {
    if (current == null || !current.getState().isAlive()) {
      ZKClientConfig config = new ZKClientConfig();
      config.setProperty(ZKClientConfig.ZOOKEEPER_REQUEST_TIMEOUT, ANSWER_MILLIS);
      current = new ZooKeeper(servers, TIMEOUT_MILLIS, event -> {}, config);
      if (!login.isEmpty()) {
        current.addAuthInfo("digest", login.getBytes(StandardCharsets.UTF_8));
      }
    }
    return current;
  }

  @Override
  public synchronized void close() {
    if (current == null) {
      return;
    }
    try {
      current.close();
      current = null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
