package example;

import io.chaoschapters.runtime.Component;
import io.chaoschapters.runtime.UndoStep;
import io.chaoschapters.subject.Fault;
import io.chaoschapters.subject.FaultPlan;
import io.chaoschapters.subject.FaultType;
import io.chaoschapters.subject.WitnessReport;
import java.io.IOException;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A program on the scheduler's host opens clients and never closes them. */
final class LeakClients implements FaultType {
  @Override
  public String name() {
    return "leak-clients";
  }

  @Override
  public String description() {
    return "opens as many connections to members as one host may have, and keeps them";
  }

  @Override
  public boolean needsTarget() {
    return true;
  }

  @Override
  public Fault plan(FaultPlan plan) {
    List<Socket> leaked = new CopyOnWriteArrayList<>();
    return new Fault() {
      @Override
      public List<UndoStep> undo() {
        return List.of(UndoStep.endsByItself("the connections end with this JVM"));
      }

      @Override
      public void inject() {
        for (Component member : plan.targets()) {
          for (int i = 0; i < Members.MAX_CONNECTIONS; i++) {
            leaked.add(open(member));
          }
        }
      }

      /** The members list their connections themselves. */
      @Override
      public WitnessReport witness() {
        List<Integer> counts =
            plan.targets().stream()
                .map(member -> MemberReport.connections(member).orElse(0))
                .toList();
        return new WitnessReport(
            counts.stream().allMatch(count -> count >= Members.MAX_CONNECTIONS - 1),
            "the members list " + counts + " connections of one host");
      }

      @Override
      public boolean isOver() {
        return leaked.isEmpty();
      }

      @Override
      public void rollback() {
        leaked.forEach(LeakClients::close);
        leaked.clear();
      }
    };
  }

  private static Socket open(Component member) {
    var address = member.endpoint(Members.CLIENT);
    try {
      return new Socket(address.host(), address.port());
    } catch (IOException e) {
      throw new IllegalStateException(member.id() + " takes no connection.", e);
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It is closed either way.
    }
  }
}
