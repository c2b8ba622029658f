package io.chaoschapters.runtime.kubernetes;

import static io.chaoschapters.runtime.kubernetes.AgentScripts.STAY;

import io.chaoschapters.runtime.Disturbance;
import io.chaoschapters.runtime.NotPossibleHereException;
import io.chaoschapters.runtime.RuntimeFailureException;
import io.chaoschapters.runtime.UndoStep;
import io.chaoschapters.runtime.kubernetes.api.Api;
import io.chaoschapters.runtime.kubernetes.api.ApiWords;
import io.chaoschapters.runtime.kubernetes.guard.Orders;
import io.chaoschapters.text.RootLocale;
import io.chaoschapters.waiting.Progress;
import io.chaoschapters.waiting.Wait;
import io.chaoschapters.waiting.WaitTimeoutException;
import io.fabric8.kubernetes.api.model.EphemeralContainer;
import io.fabric8.kubernetes.api.model.EphemeralContainerBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All packets of a pod are dropped, but for those within it and to and from the relay, by which
 * this JVM still reaches it. Connections stay open and nothing is refused, as when a cable is
 * pulled.
 *
 * <p>The rules are set in an ephemeral container that may change the pod's network and nothing
 * else. It is there from the first cut of a pod to the pod's end: Kubernetes never takes one away.
 */
final class NetworkCut implements Disturbance {
  private static final String CONTAINER = "network";
  private static final Duration READY_WITHIN = Duration.ofSeconds(30);

  private final Api api;
  private final Pods pods;
  private final PodMaker maker;
  private final String component;
  private final String pod;
  private final Agent network;

  /**
   * Nothing is done yet, but the API server is asked whether it would let it be done.
   *
   * @throws NotPossibleHereException when it would not
   */
  NetworkCut(PodStarter starter, String component, String pod) {
    this.api = starter.api();
    this.pods = starter.pods();
    this.maker = starter.maker();
    this.component = component;
    this.pod = pod;
    this.network = new Agent(api, maker.namespace(), pod, CONTAINER);
    tryOut();
  }

  private void tryOut() {
    if (hasContainer(present())) {
      return;
    }
    try {
      add(true);
    } catch (KubernetesClientException e) {
      if (e.getCode() == ApiWords.FORBIDDEN) {
        throw new NotPossibleHereException(
            RootLocale.format(
                "component '%s' cannot be cut off in this cluster: %s", component, ApiWords.of(e)));
      }
      throw Api.failure("say whether component '" + component + "' can be cut off", e);
    }
  }

  private Pod present() {
    return pods.look(pod)
        .orElseThrow(
            () ->
                new RuntimeFailureException(
                    RootLocale.format(
                        "Component '%s' cannot be cut off: its pod %s is gone.", component, pod)));
  }

  private static boolean hasContainer(Pod seen) {
    @Nullable List<EphemeralContainer> there = seen.getSpec().getEphemeralContainers();
    return there != null && there.stream().anyMatch(c -> c.getName().equals(CONTAINER));
  }

  /** As {@code kubectl debug} does it: a patch of the subresource, merged by name. */
  private void add(boolean dryRun) {
    EphemeralContainer container =
        new EphemeralContainerBuilder()
            .withName(CONTAINER)
            .withImage(maker.images().agent())
            .withImagePullPolicy("IfNotPresent")
            .withCommand("sh", "-c", STAY)
            .withNewSecurityContext()
            .withRunAsUser(0L)
            .withRunAsNonRoot(false)
            .withAllowPrivilegeEscalation(false)
            .withNewCapabilities()
            .withDrop("ALL")
            .withAdd("NET_ADMIN", "NET_RAW")
            .endCapabilities()
            .endSecurityContext()
            .build();
    Pod patch =
        new PodBuilder()
            .withNewSpec()
            .withEphemeralContainers(new ArrayList<>(List.of(container)))
            .endSpec()
            .build();
    PatchContext.Builder how = new PatchContext.Builder().withPatchType(PatchType.STRATEGIC_MERGE);
    if (dryRun) {
      how.withDryRun(List.of("All"));
    }
    api.client()
        .pods()
        .inNamespace(maker.namespace())
        .withName(pod)
        .ephemeralContainers()
        .patch(how.build(), api.client().getKubernetesSerialization().asJson(patch));
  }

  private void requireContainer() {
    if (!hasContainer(present())) {
      try {
        add(false);
      } catch (KubernetesClientException e) {
        throw Api.failure("add to pod " + pod + " what cuts it off", e);
      }
    }
    try {
      Wait.atMost(RootLocale.format("container %s of pod %s running", CONTAINER, pod), READY_WITHIN)
          .until(() -> new Progress(Pods.isRunning(present(), CONTAINER), "it does not run yet"));
    } catch (WaitTimeoutException e) {
      throw new RuntimeFailureException(
          RootLocale.format(
              "Component '%s' was not cut off: %s.", component, ImageTrouble.words(present(), e)),
          e);
    }
  }

  /** Through it this JVM still reaches the pod. */
  private String relay() {
    return pods.address(Orders.GUARD)
        .orElseThrow(
            () ->
                new RuntimeFailureException(
                    RootLocale.format(
                        "Component '%s' was not cut off: the guard pod is gone.", component)));
  }

  @Override
  public void begin(Duration limit) {
    requireContainer();
    try {
      network.require(
          "cut component '" + component + "' off",
          AgentScripts.CUT,
          Clocks.seconds(limit),
          relay());
    } catch (RuntimeFailureException e) {
      end();
      throw e;
    }
  }

  @Override
  public boolean isOn() {
    return pods.look(pod).map(seen -> Pods.isRunning(seen, CONTAINER)).orElse(false)
        && network.run("look at the rules of pod " + pod, AgentScripts.IS_CUT).isGood();
  }

  @Override
  public void end() {
    if (pods.look(pod).map(seen -> Pods.isRunning(seen, CONTAINER)).orElse(false)) {
      network.require("connect component '" + component + "' again", AgentScripts.MEND);
    }
  }

  @Override
  public UndoStep undoStep() {
    return new UndoStep(
        RootLocale.format("connect %s (pod %s) with the others again", component, pod),
        network.byHand(AgentScripts.MEND));
  }
}
