package example;

import io.chaoschapters.runtime.Component;
import io.chaoschapters.runtime.ComponentState;
import io.chaoschapters.runtime.UndoStep;
import io.chaoschapters.subject.Fault;
import io.chaoschapters.subject.FaultPlan;
import io.chaoschapters.subject.FaultType;
import io.chaoschapters.subject.WitnessReport;
import io.chaoschapters.waiting.Progress;
import io.chaoschapters.waiting.Wait;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Shuts a database server down in good order (SIGINT, "fast") and starts it again at once. */
final class RestartByPlan implements FaultType<PostgresPairCluster> {
  @Override
  public String name() {
    return "restart-by-plan";
  }

  @Override
  public String description() {
    return "shuts a database server down in good order and starts it again";
  }

  @Override
  public boolean needsTarget() {
    return true;
  }

  @Override
  public Fault plan(FaultPlan<PostgresPairCluster> plan) {
    Component server = plan.targets().get(0);
    return new Fault() {
      private volatile Instant begun = Instant.MAX;
      private volatile boolean done;

      @Override
      public List<UndoStep> undo() {
        return List.of(UndoStep.endsByItself("without this JVM the server ends, too"));
      }

      @Override
      public void inject() {
        begun = Instant.now();
        signal("-INT", processId());
        Wait.atMost("the end of " + server.id(), Duration.ofSeconds(10))
            .until(() -> new Progress(server.state() == ComponentState.STOPPED, "it runs"));
        server.restart();
        done = true;
      }

      /** The first line of a file in the server's data folder. */
      private String processId() {
        try {
          String folder =
              Sql.on(
                  Sql.admin(server),
                  connection -> {
                    try (var statement = connection.createStatement();
                        var rows = statement.executeQuery("show data_directory")) {
                      rows.next();
                      return rows.getString(1);
                    }
                  });
          return Files.readAllLines(Path.of(folder, "postmaster.pid")).get(0);
        } catch (SQLException | IOException e) {
          throw new IllegalStateException(
              "The process of %s is not known: %s".formatted(server.id(), e), e);
        }
      }

      /** The server itself says since when it has been up. */
      @Override
      public WitnessReport witness() {
        long started =
            Sql.askOrFail(
                Sql.admin(server),
                "select extract(epoch from pg_postmaster_start_time())::bigint * 1000");
        Instant up = Instant.ofEpochMilli(started);
        return new WitnessReport(!up.plusSeconds(1).isBefore(begun), "it has been up since " + up);
      }

      @Override
      public boolean isOver() {
        return done;
      }

      @Override
      public void rollback() {
        if (server.state() != ComponentState.RUNNING) {
          server.restart();
        }
      }
    };
  }

  private static void signal(String signal, String process) {
    try {
      int code = new ProcessBuilder("kill", signal, process).inheritIO().start().waitFor();
      if (code != 0) {
        throw new IllegalStateException(
            "kill %s %s ended with %d".formatted(signal, process, code));
      }
    } catch (IOException e) {
      throw new IllegalStateException("kill could not be run: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while signalling " + process, e);
    }
  }
}
