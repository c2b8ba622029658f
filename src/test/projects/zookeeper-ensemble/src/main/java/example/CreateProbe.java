package example;

import io.chaoschapters.subject.WitnessReport;
import java.io.IOException;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.ZooDefs;

/** Tries to create a job in a session of its own, as the scheduler does. */
final class CreateProbe {
  private CreateProbe() {}

  static WitnessReport refused(ZooKeeperCluster ensemble, KeeperException.Code expected) {
    try (Session session = new Session(ensemble.servers())) {
      session
          .get()
          .create(
              JobQueue.JOBS + "/probe-",
              new byte[0],
              ZooDefs.Ids.OPEN_ACL_UNSAFE,
              CreateMode.EPHEMERAL_SEQUENTIAL);
      return new WitnessReport(false, "a job can be created");
    } catch (KeeperException e) {
      return new WitnessReport(e.code() == expected, "creating a job ends with " + e.code());
    } catch (IOException e) {
      return new WitnessReport(false, "the ensemble does not answer");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new WitnessReport(false, "interrupted");
    }
  }
}
