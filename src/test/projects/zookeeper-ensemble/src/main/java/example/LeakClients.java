package example;

import io.chaoschapters.runtime.Component;
import io.chaoschapters.runtime.UndoStep;
import io.chaoschapters.subject.Fault;
import io.chaoschapters.subject.FaultPlan;
import io.chaoschapters.subject.FaultType;
import io.chaoschapters.subject.WitnessReport;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A program on the scheduler's host opens clients and never closes them. */
final class LeakClients implements FaultType<ZooKeeperCluster> {
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
  public Fault plan(FaultPlan<ZooKeeperCluster> plan) {
    List<Socket> leaked = new CopyOnWriteArrayList<>();
    ScheduledExecutorService program = Executors.newSingleThreadScheduledExecutor();
    return new Fault() {
      @Override
      public List<UndoStep> undo() {
        return List.of(UndoStep.endsByItself("the connections end with this JVM"));
      }

      /** It takes every connection that somebody else gives back. */
      @Override
      public void inject() {
        program.scheduleWithFixedDelay(
            () -> plan.targets().forEach(member -> takeAll(member, leaked)),
            0,
            50,
            TimeUnit.MILLISECONDS);
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
        return program.isTerminated();
      }

      @Override
      public void rollback() {
        program.shutdown();
        awaitEnd(program);
        leaked.forEach(LeakClients::close);
        leaked.clear();
      }
    };
  }

  private static void takeAll(Component member, List<Socket> leaked) {
    var address = member.endpoint(Members.CLIENT);
    try {
      Socket socket = new Socket(address.host(), address.port());
      while (isKept(socket)) {
        leaked.add(socket);
        socket = new Socket(address.host(), address.port());
      }
      socket.close();
    } catch (IOException e) {
      // This member takes no more.
    }
  }

  /** A member that takes no more closes the connection at once. */
  private static boolean isKept(Socket socket) throws IOException {
    socket.setSoTimeout(20);
    try {
      return socket.getInputStream().read() >= 0;
    } catch (SocketTimeoutException e) {
      return true;
    }
  }

  private static void awaitEnd(ScheduledExecutorService program) {
    try {
      program.awaitTermination(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
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
