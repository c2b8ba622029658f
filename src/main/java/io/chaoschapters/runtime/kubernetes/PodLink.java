package io.chaoschapters.runtime.kubernetes;

import io.chaoschapters.runtime.ComponentSpec;
import io.chaoschapters.runtime.Disturbance;
import io.chaoschapters.runtime.Endpoint;
import io.chaoschapters.runtime.RuntimeFailureException;
import io.chaoschapters.runtime.UndoStep;
import io.chaoschapters.runtime.network.LinkProxy;
import io.chaoschapters.text.RootLocale;
import java.time.Duration;

/** The proxy in front of a component, in a pod of its own. */
final class PodLink {
  private static final String ORDERS = Integer.toString(LinkProxy.API_PORT);

  private final ComponentSpec behind;
  private final KubernetesComponent pod;
  private final LinkProxy proxy;

  PodLink(ComponentSpec behind, KubernetesComponent pod) {
    this.behind = behind;
    this.pod = pod;
    this.proxy = new LinkProxy(behind, () -> pod.endpoint(LinkProxy.API));
  }

  boolean covers(String port) {
    return proxy.covers(port);
  }

  Endpoint endpoint(String port) {
    return pod.endpoint(port);
  }

  Disturbance delay(Duration by) {
    return new Delay(by);
  }

  private final class Delay implements Disturbance {
    private final Duration by;

    Delay(Duration by) {
      this.by = by;
    }

    private Agent agent() {
      return pod.agent();
    }

    @Override
    public void begin(Duration limit) {
      agent()
          .require(
              "have the delay end in time",
              AgentScripts.UNDO_DELAY_LATER,
              Clocks.seconds(limit),
              ORDERS);
      try {
        proxy.delay(by);
      } catch (RuntimeFailureException e) {
        end();
        throw e;
      }
    }

    @Override
    public boolean isOn() {
      return proxy.delays();
    }

    @Override
    public void end() {
      proxy.reset();
      agent().require("stop the clock of the delay", AgentScripts.STOP_DELAY_CLOCK);
    }

    @Override
    public UndoStep undoStep() {
      return new UndoStep(
          RootLocale.format("have %s answer without a delay again", behind.id()),
          agent().byHand(AgentScripts.UNDO_DELAY, ORDERS));
    }
  }
}
