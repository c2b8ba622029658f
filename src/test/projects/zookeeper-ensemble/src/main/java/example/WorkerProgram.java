package example;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.ZooDefs;
import org.apache.zookeeper.ZooKeeper;

/**
 * Keeps itself registered with an ephemeral node. Arguments: the control port, then the servers.
 */
public final class WorkerProgram {
  private final Session session;
  private long registeredBy;

  private WorkerProgram(Session session) {
    this.session = session;
  }

  /** Runs until it is ended. */
  public static void main(String[] args) throws IOException {
    WorkerProgram worker = new WorkerProgram(new Session(args[1]));
    HttpServer control =
        HttpServer.create(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(args[0])), 0);
    control.createContext(
        "/health",
        exchange -> {
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    control.start();
    Executors.newSingleThreadScheduledExecutor()
        .scheduleWithFixedDelay(worker::register, 0, 200, TimeUnit.MILLISECONDS);
  }

  /** Does nothing as long as the session is the one in which it registered. */
  private void register() {
    try {
      ZooKeeper zk = session.get();
      if (zk.getSessionId() != 0 && zk.getSessionId() == registeredBy) {
        return;
      }
      zk.create(
          JobQueue.WORKERS + "/worker-",
          new byte[0],
          ZooDefs.Ids.OPEN_ACL_UNSAFE,
          CreateMode.EPHEMERAL_SEQUENTIAL);
      registeredBy = zk.getSessionId();
      System.out.println("INFO worker registered");
    } catch (KeeperException.NoNodeException e) {
      // The registry is made when the cluster is configured.
    } catch (IOException | KeeperException e) {
      System.out.println("WARN worker cannot register: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
