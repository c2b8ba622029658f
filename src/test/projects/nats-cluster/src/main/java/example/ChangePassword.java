package example;

import io.chaoschapters.runtime.UndoStep;
import io.chaoschapters.subject.Fault;
import io.chaoschapters.subject.FaultPlan;
import io.chaoschapters.subject.FaultType;
import io.chaoschapters.subject.WitnessReport;
import io.nats.client.AuthenticationException;
import io.nats.client.Connection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The servers get a new password of the shop, and the shop does not. */
final class ChangePassword implements FaultType<NatsCluster> {
  @Override
  public String name() {
    return "change-password";
  }

  @Override
  public String description() {
    return "gives the servers a new password of the shop, which the shop does not know";
  }

  @Override
  public Fault plan(FaultPlan<NatsCluster> plan) {
    NatsCluster nats = plan.cluster();
    return new Fault() {
      @Override
      public List<UndoStep> undo() {
        return folders().stream()
            .map(folder -> new UndoStep("let the shop in again", command(undoCommand(folder))))
            .toList();
      }

      private List<Path> folders() {
        return NatsServers.IDS.stream().map(id -> nats.addresses().place(id).folder()).toList();
      }

      @Override
      public void inject() {
        for (Path folder : folders()) {
          Passwords.changeShop(folder, "changed");
          run(reload(folder));
        }
      }

      /** A client of its own, with the password that the shop has. */
      @Override
      public WitnessReport witness() {
        boolean shutOut = isShutOut(nats);
        return new WitnessReport(
            shutOut, shutOut ? "the servers do not let the shop in" : "the shop can log in");
      }

      @Override
      public boolean isOver() {
        return !isShutOut(nats);
      }

      @Override
      public void rollback() {
        folders().forEach(folder -> run(undoCommand(folder)));
      }
    };
  }

  private static boolean isShutOut(NatsCluster nats) {
    try (Connection connection = Clients.connect(Passwords.SHOP, nats.servers())) {
      return false;
    } catch (AuthenticationException e) {
      return true;
    } catch (IOException e) {
      throw new IllegalStateException("No server takes a connection: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while connecting", e);
    }
  }

  private static String undoCommand(Path folder) {
    return "cp %s %s && %s"
        .formatted(
            folder.resolve(Passwords.GOOD_FILE), folder.resolve(Passwords.FILE), reload(folder));
  }

  private static String reload(Path folder) {
    return "nats-server --signal reload=" + folder.resolve(Passwords.PID_FILE);
  }

  private static List<String> command(String line) {
    return List.of("sh", "-c", line);
  }

  private static void run(String line) {
    try {
      Process process = new ProcessBuilder(command(line)).inheritIO().start();
      if (!process.waitFor(5, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IllegalStateException("This command failed: " + line);
      }
    } catch (IOException e) {
      throw new IllegalStateException("This command cannot be run: " + line, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted in: " + line, e);
    }
  }
}
