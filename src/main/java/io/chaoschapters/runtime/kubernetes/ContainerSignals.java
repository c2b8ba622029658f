package io.chaoschapters.runtime.kubernetes;

import io.chaoschapters.runtime.UndoStep;
import io.chaoschapters.text.RootLocale;
import java.time.Duration;

/**
 * Signals to the processes of a component.
 *
 * @param agent sends them
 * @param container the id of the container in which they run
 */
record ContainerSignals(Agent agent, String component, String container) {
  boolean isStopped() {
    return agent
        .require("look at component '" + component + "'", AgentScripts.STATES, container)
        .lines()
        .anyMatch("T"::equals);
  }

  Agent.Answer end(String signal) {
    return agent.run("end component '" + component + "'", AgentScripts.SIGNAL, signal, container);
  }

  void freeze(Duration limit) {
    agent.require(
        "freeze component '" + component + "'",
        AgentScripts.FREEZE,
        container,
        Clocks.seconds(limit));
  }

  void thaw() {
    agent.require("thaw component '" + component + "'", AgentScripts.THAW, container);
  }

  UndoStep thawStep(String pod) {
    return new UndoStep(
        RootLocale.format("thaw %s (pod %s)", component, pod),
        agent.byHand(AgentScripts.THAW, container));
  }
}
