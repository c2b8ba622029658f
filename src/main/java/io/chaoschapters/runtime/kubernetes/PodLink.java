package io.chaoschapters.runtime.kubernetes;

import io.chaoschapters.runtime.ComponentSpec;
import io.chaoschapters.runtime.network.LinkProxy;
import io.chaoschapters.runtime.network.ProxyLink;
import java.time.Duration;
import java.util.List;

/** A proxy in a pod of its own. */
final class PodLink extends ProxyLink {
  private static final String ORDERS = Integer.toString(LinkProxy.API_PORT);

  private final KubernetesComponent pod;

  PodLink(ComponentSpec behind, KubernetesComponent pod) {
    super(behind, pod);
    this.pod = pod;
  }

  @Override
  protected void undoAfter(Duration limit) {
    pod.agent()
        .require(
            "have the delay end in time",
            AgentScripts.UNDO_DELAY_LATER,
            Clocks.seconds(limit),
            ORDERS);
  }

  @Override
  protected void forgetUndo() {
    pod.agent().require("stop the clock of the delay", AgentScripts.STOP_DELAY_CLOCK);
  }

  @Override
  protected List<String> undoCommand() {
    return pod.agent().byHand(AgentScripts.UNDO_DELAY, ORDERS);
  }
}
