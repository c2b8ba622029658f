package example;

import io.chaoschapters.runtime.UndoStep;
import io.chaoschapters.subject.Fault;
import io.chaoschapters.subject.FaultPlan;
import io.chaoschapters.subject.FaultType;
import io.chaoschapters.subject.WitnessReport;
import java.io.IOException;
import java.util.List;

/** The list of addresses that the load balancer denies gets one entry too many. */
final class DenyAddresses implements FaultType<HaproxyWebCluster> {
  private static final String ADD = "add acl denied 127.0.0.0/8";
  private static final String REMOVE = "del acl denied 127.0.0.0/8";

  @Override
  public String name() {
    return "deny-addresses";
  }

  @Override
  public String description() {
    return "puts the users' addresses on the list of those that are denied";
  }

  @Override
  public Fault plan(FaultPlan<HaproxyWebCluster> plan) {
    HaproxyWebCluster web = plan.cluster();
    return new Fault() {
      @Override
      public List<UndoStep> undo() {
        return List.of(
            new UndoStep("deny the users no longer", Balancer.command(web.balancer, REMOVE)));
      }

      @Override
      public void inject() {
        Balancer.tell(web.balancer, ADD);
      }

      /** Asks for the front page as a user would. */
      @Override
      public WitnessReport witness() {
        try {
          int status = Http.get(web.balancer.endpoint(Balancer.SITE), Visitor.PAGE).status();
          return new WitnessReport(status == 403, "the front page answers " + status);
        } catch (IOException e) {
          return new WitnessReport(false, "the front page does not answer: " + e);
        }
      }

      @Override
      public boolean isOver() {
        return !Balancer.tell(web.balancer, "show acl denied").contains("127.0.0.0/8");
      }

      @Override
      public void rollback() {
        if (!isOver()) {
          Balancer.tell(web.balancer, REMOVE);
        }
      }
    };
  }
}
