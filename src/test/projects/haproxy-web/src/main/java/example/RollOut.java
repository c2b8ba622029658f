package example;

import io.chaoschapters.runtime.Component;
import io.chaoschapters.runtime.UndoStep;
import io.chaoschapters.subject.Fault;
import io.chaoschapters.subject.FaultPlan;
import io.chaoschapters.subject.FaultType;
import io.chaoschapters.subject.ParameterSpec;
import io.chaoschapters.subject.WitnessReport;
import java.io.IOException;
import java.util.List;

/** One web server is switched to another release than the others. */
final class RollOut implements FaultType<HaproxyWebCluster> {
  @Override
  public String name() {
    return "roll-out";
  }

  @Override
  public String description() {
    return "switches one web server to another release";
  }

  @Override
  public List<ParameterSpec> parameters() {
    return List.of(ParameterSpec.choice("release", "which release it is", "previous", "pageless"));
  }

  @Override
  public boolean needsTarget() {
    return true;
  }

  @Override
  public Fault plan(FaultPlan<HaproxyWebCluster> plan) {
    Component server = plan.targets().get(0);
    WebServer site = (plan.cluster()).site(server);
    boolean pageless = plan.parameters().text("release").equals("pageless");
    return new Fault() {
      @Override
      public List<UndoStep> undo() {
        List<String> command =
            List.of("ln", "-sfn", "releases/" + WebServer.CURRENT, site.root().toString());
        return List.of(new UndoStep("serve the current release at " + server.id(), command));
      }

      @Override
      public void inject() {
        site.serve(pageless ? WebServer.PAGELESS : WebServer.PREVIOUS);
      }

      /** Asks the server as a user would. */
      @Override
      public WitnessReport witness() {
        try {
          Http.Answer page = Http.get(server.endpoint(WebServer.PORT), Visitor.PAGE);
          Http.Answer release = Http.get(server.endpoint(WebServer.PORT), "/release");
          return new WitnessReport(
              pageless ? page.status() == 404 : release.body().equals(WebServer.PREVIOUS),
              "its front page answers %d, its release %d"
                  .formatted(page.status(), release.status()));
        } catch (IOException e) {
          return new WitnessReport(false, server.id() + " does not answer: " + e);
        }
      }

      @Override
      public boolean isOver() {
        return site.serving().equals(WebServer.CURRENT);
      }

      @Override
      public void rollback() {
        site.serve(WebServer.CURRENT);
      }
    };
  }
}
