package io.chaoschapters.runtime.kubernetes;

import io.chaoschapters.runtime.ComponentSpec;
import io.chaoschapters.runtime.ComponentState;
import io.chaoschapters.runtime.ContainerProgram;
import io.chaoschapters.runtime.Disturbance;
import io.chaoschapters.runtime.Endpoint;
import io.chaoschapters.runtime.LogLine;
import io.chaoschapters.runtime.NotPossibleHereException;
import io.chaoschapters.runtime.RuntimeFailureException;
import io.chaoschapters.runtime.UndoStep;
import io.chaoschapters.runtime.components.OwnedComponent;
import io.chaoschapters.runtime.kubernetes.api.Api;
import io.chaoschapters.runtime.logs.ComponentLog;
import io.chaoschapters.runtime.network.PortAttempts;
import io.chaoschapters.runtime.network.PortTakenException;
import io.chaoschapters.runtime.readiness.Readiness;
import io.chaoschapters.text.RootLocale;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A component that is a pod; another one after each restart. */
final class KubernetesComponent implements OwnedComponent {
  private static final Duration RESTART_GRACE = Duration.ofSeconds(2);
  private static final Duration END_WITHIN = Duration.ofSeconds(20);
  private static final Duration LOG_WITHIN = Duration.ofSeconds(1);

  private final ComponentSpec spec;
  private final ContainerProgram program;
  private final PodStarter starter;
  private final Api api;
  private final Pods pods;
  private final ComponentLog log;
  private final @Nullable PodLink link;
  private final String whyNoDelay;
  private final PodAddresses addresses;
  private final Readiness readiness;
  private final Object launching = new Object();
  private volatile @Nullable PodLife life;
  private volatile boolean frozen;
  private boolean closed;

  /**
   * What stands in front of the component's delayable ports.
   *
   * @param link null when nothing does
   * @param whyNot why its answers cannot be delayed; empty when they can
   */
  record LinkChoice(@Nullable PodLink link, String whyNot) {}

  /** Nothing is made yet. */
  KubernetesComponent(
      ComponentSpec spec,
      ContainerProgram program,
      PodStarter starter,
      ComponentLog log,
      LinkChoice link) {
    this.spec = spec;
    this.program = program;
    this.starter = starter;
    this.api = starter.api();
    this.pods = starter.pods();
    this.log = log;
    this.link = link.link();
    this.whyNoDelay = link.whyNot();
    this.addresses = new PodAddresses(starter.tunnel(), spec, program.ports(), link.link());
    this.readiness = new Readiness(spec, log);
  }

  @Override
  public void start() {
    starter.makeNames(addresses.names(), spec, program);
    PortAttempts.onTheSamePorts(id(), addresses.ports(), this::launchAndAwait);
  }

  @Override
  public void restart() {
    stop(RESTART_GRACE);
    PortAttempts.onTheSamePorts(id(), addresses.ports(), this::launchAndAwait);
  }

  private void launchAndAwait() throws PortTakenException {
    readiness.await(this, launch());
  }

  private PodLife launch() throws PortTakenException {
    synchronized (launching) {
      if (closed) {
        throw new RuntimeFailureException(
            RootLocale.format("Component '%s' cannot be started: its runtime is closed.", id()));
      }
      PodLife past = life;
      frozen = false;
      Pod pod = starter.start(spec, program, past == null ? null : past.pod());
      if (past != null) {
        past.close();
      }
      PodLife begun =
          new PodLife(
              api,
              pods,
              pod,
              Pods.containerId(pod, PodMaker.MAIN).orElse(""),
              log,
              addresses::close);
      life = begun;
      addresses.open(pod.getStatus().getPodIP());
      return begun;
    }
  }

  @Override
  public String id() {
    return spec.id();
  }

  @Override
  public String role() {
    return spec.role();
  }

  /** The pod itself is looked at, and the agent asked only when it was told to freeze something. */
  @Override
  public ComponentState state() {
    PodLife now = life;
    if (now == null) {
      return ComponentState.STOPPED;
    }
    try {
      Optional<Pod> pod = pods.look(now.pod());
      pod.ifPresent(now::learnFrom);
      if (pod.isEmpty() || !now.isAlive()) {
        return ComponentState.STOPPED;
      }
      return frozen && isStopped(now) ? ComponentState.FROZEN : ComponentState.RUNNING;
    } catch (RuntimeFailureException e) {
      return now.isAlive() ? ComponentState.UNKNOWN : ComponentState.STOPPED;
    }
  }

  private boolean isStopped(PodLife now) {
    return agent(now)
        .require("look at component '" + id() + "'", AgentScripts.STATES, now.container())
        .lines()
        .anyMatch("T"::equals);
  }

  @Override
  public Endpoint endpoint(String port) {
    return addresses.outside(port);
  }

  @Override
  public Endpoint internalEndpoint(String port) {
    return addresses.inside(port);
  }

  Optional<Endpoint> asSeenInside(Endpoint seenHere) {
    return addresses.insideOf(seenHere);
  }

  @Override
  public List<LogLine> logsSince(Instant since) {
    return log.since(since);
  }

  /** What injects faults into its pod. */
  Agent agent() {
    return agent(required());
  }

  private Agent agent(PodLife now) {
    return new Agent(api, starter.maker().namespace(), now.pod(), PodMaker.AGENT);
  }

  private PodLife required() {
    PodLife now = life;
    if (now == null) {
      throw new RuntimeFailureException(
          RootLocale.format("Component '%s' was never started.", id()));
    }
    return now;
  }

  /** Not by deleting the pod, which is asked to end first and given time. */
  @Override
  public synchronized void kill() {
    PodLife now = life;
    if (now == null || !now.isAlive()) {
      return;
    }
    signalAndAwait(now, "KILL", END_WITHIN);
    frozen = false;
  }

  @Override
  public synchronized void stop(Duration grace) {
    PodLife now = life;
    if (now == null || !now.isAlive()) {
      return;
    }
    thaw(); // one that is stopped does not hear SIGTERM
    Agent.Answer asked = signal(now, "TERM");
    if (!asked.isGood() || !now.awaitEnd(grace)) {
      signalAndAwait(now, "KILL", END_WITHIN);
    }
  }

  private Agent.Answer signal(PodLife now, String signal) {
    return agent(now)
        .run("end component '" + id() + "'", AgentScripts.SIGNAL, signal, now.container());
  }

  private void signalAndAwait(PodLife now, String signal, Duration within) {
    Agent.Answer sent = signal(now, signal);
    if (!now.awaitEnd(within) && state() != ComponentState.STOPPED) {
      throw new RuntimeFailureException(
          RootLocale.format(
              "Component '%s' (pod %s) did not end on SIG%s (%s); look at it with: kubectl --namespace=%s describe pod %s",
              id(), now.pod(), signal, sent.words(), starter.maker().namespace(), now.pod()));
    }
  }

  @Override
  public synchronized void freeze(Duration limit) {
    if (limit.toMillis() < 1) {
      throw new IllegalArgumentException(
          RootLocale.format(
              "The freeze of '%s' needs a time limit of 1 ms or more, not %s.", id(), limit));
    }
    PodLife now = required();
    if (state() != ComponentState.RUNNING) {
      throw new RuntimeFailureException(
          RootLocale.format(
              "Component '%s' cannot be frozen: it does not run. Restart it first.", id()));
    }
    frozen = true;
    try {
      agent(now)
          .require(
              "freeze component '" + id() + "'",
              AgentScripts.FREEZE,
              now.container(),
              Clocks.seconds(limit));
    } catch (RuntimeFailureException e) {
      thaw();
      throw e;
    }
  }

  @Override
  public synchronized void thaw() {
    PodLife now = life;
    if (now == null || !frozen) {
      return;
    }
    if (now.isAlive()) {
      agent(now).require("thaw component '" + id() + "'", AgentScripts.THAW, now.container());
    }
    frozen = false;
  }

  @Override
  public UndoStep thawStep() {
    PodLife now = life;
    if (now == null || !now.isAlive()) {
      return UndoStep.endsByItself(RootLocale.format("%s does not run", id()));
    }
    return new UndoStep(
        RootLocale.format("thaw %s (pod %s)", id(), now.pod()),
        agent(now).byHand(AgentScripts.THAW, now.container()));
  }

  @Override
  public Disturbance cutOff() {
    return new NetworkCut(starter, id(), required().pod());
  }

  @Override
  public Disturbance delay(Duration by) {
    PodLink inFront = link;
    if (inFront == null) {
      throw new NotPossibleHereException(whyNoDelay);
    }
    return inFront.delay(by);
  }

  /** Its pod goes with the namespace, or here, whichever comes first. */
  @Override
  public boolean end(Duration grace) {
    synchronized (launching) { // not the lock of the operations: one of them may take long
      closed = true;
      addresses.close();
      PodLife last = life;
      boolean removed = starter.remove(spec.id());
      if (last != null) {
        last.awaitLog(LOG_WITHIN);
        pods.forget(last.pod());
        last.close();
      }
      return removed;
    }
  }
}
