package example;

import io.chaoschapters.waiting.Progress;
import io.chaoschapters.waiting.Wait;
import io.chaoschapters.waiting.WaitTimeoutException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.ZooDefs;

/** A client that stores jobs, and tries again for two seconds when one cannot be stored. */
final class Scheduler implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final byte[] JOB = "a job ".repeat(20).getBytes(StandardCharsets.UTF_8);

  private final Session session;
  private final boolean newSessionEachTime;

  Scheduler(String servers, boolean newSessionEachTime) {
    this.session = new Session(servers);
    this.newSessionEachTime = newSessionEachTime;
  }

  /** Stores one job; false when it could not be stored in time. */
  boolean submit() {
    try {
      Wait.atMost("storing a job", PATIENCE).until(this::attempt);
      return true;
    } catch (WaitTimeoutException | Refusal e) {
      return false;
    } finally {
      if (newSessionEachTime) {
        session.close();
      }
    }
  }

  private Progress attempt() {
    try {
      session
          .get()
          .create(
              JobQueue.JOBS + "/job-",
              JOB,
              ZooDefs.Ids.OPEN_ACL_UNSAFE,
              CreateMode.PERSISTENT_SEQUENTIAL);
      return Progress.reached();
    } catch (KeeperException.ConnectionLossException
        | KeeperException.SessionExpiredException
        | KeeperException.RequestTimeoutException
        | IOException e) {
      return Progress.notYet(String.valueOf(e.getMessage()));
    } catch (KeeperException e) {
      throw new Refusal(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Progress.notYet("interrupted");
    }
  }

  /** An answer that another attempt would not change. */
  private static final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refusal(KeeperException cause) {
      super(cause);
    }
  }

  @Override
  public void close() {
    session.close();
  }
}
