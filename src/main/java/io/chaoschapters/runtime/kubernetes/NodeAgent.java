package io.chaoschapters.runtime.kubernetes;

import static io.chaoschapters.runtime.kubernetes.AgentScripts.STAY_FOR_POD;

import io.chaoschapters.runtime.Disturbance;
import io.chaoschapters.runtime.RuntimeFailureException;
import io.chaoschapters.runtime.UndoStep;
import io.chaoschapters.runtime.kubernetes.api.Api;
import io.chaoschapters.runtime.kubernetes.guard.Orders;
import io.chaoschapters.text.RootLocale;
import io.chaoschapters.waiting.Progress;
import io.chaoschapters.waiting.Wait;
import io.chaoschapters.waiting.WaitTimeoutException;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import java.time.Duration;

/**
 * Disturbs a pod of somebody else from a pod of the run's own on the same node, so that nothing is
 * changed in what is theirs. It sees the node's processes, may signal them and may enter the
 * network of one. When it is ended, by whomever, it undoes what it has done.
 */
final class NodeAgent {
  private static final String NAME = "agent";
  private static final Duration READY_WITHIN = Duration.ofSeconds(60);
  private static final Duration ENDS_WITHIN = Duration.ofSeconds(30);
  private static final Duration POLL = Duration.ofMillis(100);
  private static final long GRACE_SECONDS = 10;

  private final Api api;
  private final Pods pods;
  private final String namespace;
  private final String component;
  private final String name;
  private final Pod target;

  private NodeAgent(PodStarter starter, String component, int number, Pod target) {
    this.api = starter.api();
    this.pods = starter.pods();
    this.namespace = starter.maker().namespace();
    this.component = component;
    this.name = RootLocale.format("agent-%s-%d", component, number);
    this.target = target;
  }

  /**
   * Makes it, and returns when it runs.
   *
   * @param number of the agents for this component, which may have moved to another node
   * @param target the pod that it is for
   */
  static NodeAgent start(PodStarter starter, String component, int number, Pod target) {
    NodeAgent agent = new NodeAgent(starter, component, number, target);
    starter.make(agent.pod(starter.maker().images().agent()), component);
    try {
      new Wait(RootLocale.format("pod %s running", agent.name), READY_WITHIN, POLL)
          .until(() -> new Progress(Pods.isRunning(agent.present(), NAME), "it does not run yet"));
    } catch (WaitTimeoutException e) {
      throw new RuntimeFailureException(
          RootLocale.format(
              "Component '%s' cannot be disturbed: %s.",
              component, ImageTrouble.words(agent.present(), e)),
          e);
    }
    return agent;
  }

  /** Whether it is for this pod, and not for one before it. */
  boolean isFor(Pod other) {
    return uid().equals(other.getMetadata().getUid());
  }

  private String uid() {
    return target.getMetadata().getUid();
  }

  private String group() {
    return AgentScripts.inGroupNames(uid());
  }

  private Pod present() {
    return pods.look(name)
        .orElseThrow(
            () ->
                new RuntimeFailureException(
                    RootLocale.format(
                        "Component '%s' cannot be disturbed: somebody removed the pod %s of the run.",
                        component, name)));
  }

  Agent shell() {
    return new Agent(api, namespace, name, NAME);
  }

  private Pod pod(String image) {
    return new PodBuilder()
        .withNewMetadata()
        .withName(name)
        .withNamespace(namespace)
        .addToLabels(Orders.AGENT, component)
        .endMetadata()
        .withNewSpec()
        .withNodeName(target.getSpec().getNodeName())
        .withHostPID(true)
        .withRestartPolicy("Always")
        .withTerminationGracePeriodSeconds(GRACE_SECONDS)
        .withAutomountServiceAccountToken(false)
        .withEnableServiceLinks(false)
        .addNewContainer()
        .withName(NAME)
        .withImage(image)
        .withImagePullPolicy("IfNotPresent")
        .withCommand("sh", "-c", STAY_FOR_POD, "sh", group())
        .withNewSecurityContext()
        .withRunAsUser(0L)
        .withAllowPrivilegeEscalation(false)
        .withNewCapabilities()
        .withDrop("ALL")
        .withAdd("KILL", "SYS_PTRACE", "SYS_ADMIN", "NET_ADMIN", "NET_RAW")
        .endCapabilities()
        .endSecurityContext()
        .withNewResources()
        .addToRequests("cpu", new Quantity("10m"))
        .addToRequests("memory", new Quantity("16Mi"))
        .addToLimits("memory", new Quantity("64Mi"))
        .endResources()
        .endContainer()
        .endSpec()
        .build();
  }

  /**
   * Cuts the pod off from all but this machine.
   *
   * @param relay the address through which this machine still reaches it
   */
  Disturbance cut(String relay) {
    return new Cut(relay);
  }

  private final class Cut implements Disturbance {
    private final String relay;

    Cut(String relay) {
      this.relay = relay;
    }

    @Override
    public void begin(Duration limit) {
      try {
        shell()
            .require(
                "cut component '" + component + "' off",
                AgentScripts.CUT_POD,
                group(),
                Clocks.seconds(limit),
                relay);
      } catch (RuntimeFailureException e) {
        end();
        throw e;
      }
    }

    @Override
    public boolean isOn() {
      return shell()
          .run("look at the rules of component " + component, AgentScripts.IS_POD_CUT, group())
          .isGood();
    }

    /** A pod that is gone has taken its rules with it. */
    @Override
    public void end() {
      Agent.Answer mended =
          shell()
              .run("connect component '" + component + "' again", AgentScripts.MEND_POD, group());
      if (!mended.isGood() && isOn()) {
        throw new RuntimeFailureException(
            RootLocale.format(
                "Component '%s' could not be connected again: %s. Do it with: %s",
                component, mended.words(), String.join(" ", undoStep().command())));
      }
    }

    @Override
    public UndoStep undoStep() {
      return new UndoStep(
          RootLocale.format(
              "connect %s (pod %s) with the others again",
              component, target.getMetadata().getName()),
          shell().byHand(AgentScripts.MEND_POD, group()));
    }
  }

  /** Ends it in its own time: it undoes what is not undone. False when it did not end. */
  boolean end() {
    try {
      api.askFor(
          "end the pod " + name,
          client -> client.pods().inNamespace(namespace).withName(name).delete());
      new Wait("pod " + name + " gone", ENDS_WITHIN, POLL)
          .until(() -> new Progress(pods.look(name).isEmpty(), "it is still there"));
      return true;
    } catch (RuntimeFailureException | WaitTimeoutException e) {
      return false;
    }
  }
}
