package io.chaoschapters.runtime.kubernetes;

import io.chaoschapters.runtime.ComponentSpec;
import io.chaoschapters.runtime.ComponentState;
import io.chaoschapters.runtime.ContainerProgram;
import io.chaoschapters.runtime.Disturbance;
import io.chaoschapters.runtime.Endpoint;
import io.chaoschapters.runtime.NotPossibleHereException;
import io.chaoschapters.runtime.RuntimeFailureException;
import io.chaoschapters.runtime.UndoStep;
import io.chaoschapters.runtime.components.ComponentBase;
import io.chaoschapters.runtime.kubernetes.api.Api;
import io.chaoschapters.runtime.kubernetes.cpu.CpuLimits;
import io.chaoschapters.runtime.kubernetes.mesh.ChaosMesh;
import io.chaoschapters.runtime.logs.ComponentLog;
import io.chaoschapters.runtime.network.PortAttempts;
import io.chaoschapters.runtime.network.PortTakenException;
import io.chaoschapters.runtime.network.ProxyLink;
import io.chaoschapters.text.RootLocale;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A component that is a pod; another one after each restart. */
final class KubernetesComponent extends ComponentBase<PodLife> {
  private static final Duration END_WITHIN = Duration.ofSeconds(20);
  private static final Duration LOG_WITHIN = Duration.ofSeconds(1);

  private final ContainerProgram program;
  private final PodStarter starter;
  private final Api api;
  private final Pods pods;
  private final ProxyLink.Choice link;
  private final @Nullable ChaosMesh mesh;
  private final CpuLimits limits;
  private final PodAddresses addresses;
  private volatile boolean frozen;

  /**
   * Nothing is made yet.
   *
   * @param mesh what carries faults out; null for the run itself
   * @param limits sets limits, also where Chaos Mesh carries the other faults out
   */
  KubernetesComponent(
      ComponentSpec spec,
      ContainerProgram program,
      PodStarter starter,
      ComponentLog log,
      ProxyLink.Choice link,
      @Nullable ChaosMesh mesh,
      CpuLimits limits) {
    super(spec, log);
    this.program = program;
    this.starter = starter;
    this.api = starter.api();
    this.pods = starter.pods();
    this.link = link;
    this.mesh = mesh;
    this.limits = limits;
    this.addresses = new PodAddresses(starter.tunnel(), spec, program, link);
  }

  @Override
  public void start() {
    starter.makeNames(addresses.names(), spec, program);
    PortAttempts.onTheSamePorts(id(), addresses.ports(), this::launchAndAwait);
  }

  @Override
  protected Collection<Integer> portsHere() {
    return addresses.ports();
  }

  @Override
  protected PodLife launch(@Nullable PodLife past) throws PortTakenException {
    frozen = false;
    Pod pod = starter.start(spec, program, past == null ? null : past.pod());
    if (past != null) {
      past.close();
    }
    return new PodLife(
        api, pods, pod, Pods.containerId(pod, PodMaker.MAIN).orElse(""), log, addresses::close);
  }

  @Override
  protected void launched(PodLife begun) throws PortTakenException {
    addresses.open(begun.host());
  }

  /** The pod itself is looked at, and the agent asked only when it was told to freeze something. */
  @Override
  public ComponentState state() {
    PodLife now = life();
    if (now == null) {
      return ComponentState.STOPPED;
    }
    try {
      Optional<Pod> pod = pods.look(now.pod());
      pod.ifPresent(now::learnFrom);
      if (pod.isEmpty() || !now.isAlive()) {
        return ComponentState.STOPPED;
      }
      return frozen && signals(now).isStopped() ? ComponentState.FROZEN : ComponentState.RUNNING;
    } catch (RuntimeFailureException e) {
      return now.isAlive() ? ComponentState.UNKNOWN : ComponentState.STOPPED;
    }
  }

  @Override
  public Endpoint endpoint(String port) {
    return addresses.outside(port);
  }

  @Override
  public Endpoint internalEndpoint(String port) {
    return addresses.inside(port);
  }

  /** What injects faults into its pod. */
  Agent agent() {
    return agent(required());
  }

  private Agent agent(PodLife now) {
    return new Agent(api, starter.maker().namespace(), now.pod(), PodMaker.AGENT);
  }

  private ContainerSignals signals(PodLife now) {
    return new ContainerSignals(agent(now), id(), now.container());
  }

  private PodLife required() {
    PodLife now = life();
    if (now == null) {
      throw new RuntimeFailureException(
          RootLocale.format("Component '%s' was never started.", id()));
    }
    return now;
  }

  /** Not by deleting the pod, which is asked to end first and given time. */
  @Override
  protected void kill(PodLife now) {
    if (mesh == null) {
      killAndAwait(now);
    } else {
      mesh.kill(id(), now.pod(), PodMaker.MAIN);
      requireEnd(now, "when Chaos Mesh killed its container");
    }
    frozen = false;
  }

  @Override
  protected void stop(PodLife now, Duration grace) {
    Agent.Answer asked = signals(now).end("TERM");
    if (!asked.isGood() || !now.awaitEnd(grace)) {
      killAndAwait(now);
    }
  }

  private void killAndAwait(PodLife now) {
    Agent.Answer sent = signals(now).end("KILL");
    requireEnd(now, RootLocale.format("on SIGKILL (%s)", sent.words()));
  }

  private void requireEnd(PodLife now, String when) {
    if (!now.awaitEnd(END_WITHIN) && state() != ComponentState.STOPPED) {
      throw new RuntimeFailureException(
          RootLocale.format(
              "Component '%s' (pod %s) did not end %s; look at it with: kubectl --namespace=%s describe pod %s",
              id(), now.pod(), when, starter.maker().namespace(), now.pod()));
    }
  }

  @Override
  protected void freeze(PodLife now, Duration limit) {
    if (mesh != null) {
      mesh.tellOfFreeze(id());
    }
    frozen = true;
    signals(now).freeze(limit);
  }

  @Override
  public synchronized void thaw() {
    PodLife now = life();
    if (now == null || !frozen) {
      return;
    }
    if (now.isAlive()) {
      signals(now).thaw();
    }
    frozen = false;
  }

  @Override
  protected UndoStep thawStep(PodLife now) {
    return signals(now).thawStep(now.pod());
  }

  @Override
  public Disturbance cutOff() {
    String pod = required().pod();
    return mesh == null ? new NetworkCut(starter, id(), pod) : mesh.cutOff(id(), pod);
  }

  @Override
  public Disturbance delay(Duration by) {
    return mesh == null ? link.delay(by) : delayByChaosMesh(mesh, required(), by);
  }

  /** On such a kernel Chaos Mesh would try without end, and not let go of its object either. */
  private Disturbance delayByChaosMesh(ChaosMesh mesh, PodLife now, Duration by) {
    if (agent(now)
        .run("look at the kernel of pod " + now.pod(), AgentScripts.HAS_NO_NETEM)
        .isGood()) {
      throw new NotPossibleHereException(
          RootLocale.format(
              "component '%s' cannot be delayed by Chaos Mesh: the kernel of its node has no netem (CONFIG_NET_SCH_NETEM), which that needs",
              id()));
    }
    return mesh.delay(id(), now.pod(), by);
  }

  @Override
  public Disturbance limitCpu(int percent) {
    return limits.of(id(), required().pod(), PodMaker.MAIN, percent);
  }

  /** Its pod goes with the namespace, or here, whichever comes first. */
  @Override
  protected boolean endForGood(Duration grace) {
    addresses.close();
    PodLife last = life();
    boolean removed = starter.remove(spec.id());
    if (last != null) {
      last.awaitLog(LOG_WITHIN);
      pods.forget(last.pod());
      last.close();
    }
    return removed;
  }
}
