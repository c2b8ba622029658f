package example;

import io.chaoschapters.runtime.UndoStep;
import io.chaoschapters.subject.Fault;
import io.chaoschapters.subject.FaultPlan;
import io.chaoschapters.subject.FaultType;
import io.chaoschapters.subject.WitnessReport;
import java.util.List;

/** Somebody gives the replica a wrong address: it goes on to answer, with what it has. */
final class MisdirectReplica implements FaultType<RedisPairCluster> {
  @Override
  public String name() {
    return "misdirect-replica";
  }

  @Override
  public String description() {
    return "tells the replica to copy from an address where nothing listens";
  }

  @Override
  public Fault plan(FaultPlan<RedisPairCluster> plan) {
    RedisPairCluster pair = plan.cluster();
    var right = pair.primary.internalEndpoint(RedisPair.PORT);
    return new Fault() {
      @Override
      public List<UndoStep> undo() {
        String port = Integer.toString(pair.replica.endpoint(RedisPair.PORT).port());
        List<String> command =
            List.of("redis-cli", "-p", port, "replicaof", right.host(), "" + right.port());
        return List.of(new UndoStep("let the replica follow the primary again", command));
      }

      @Override
      public void inject() {
        follow("127.0.0.1", 1);
      }

      private void follow(String host, int port) {
        RedisPairCluster.ask(pair.replica, redis -> redis.replicaof(host, port))
            .orElseThrow(() -> new IllegalStateException("The replica does not answer."));
      }

      /** The primary knows who follows it, whatever the replica was told. */
      @Override
      public WitnessReport witness() {
        long followers = pair.offset(pair.primary, "connected_slaves").orElse(-1L);
        return new WitnessReport(followers == 0, "the primary has " + followers + " followers");
      }

      @Override
      public boolean isOver() {
        return pair.offset(pair.primary, "connected_slaves").orElse(0L) == 1;
      }

      @Override
      public void rollback() {
        follow(right.host(), right.port());
      }
    };
  }
}
