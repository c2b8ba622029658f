package io.chaoschapters.runtime.kubernetes;

import io.chaoschapters.runtime.ComponentSpec;
import io.chaoschapters.runtime.ComponentState;
import io.chaoschapters.runtime.ContainerImage;
import io.chaoschapters.runtime.ContainerProgram;
import io.chaoschapters.runtime.Disturbance;
import io.chaoschapters.runtime.Endpoint;
import io.chaoschapters.runtime.NotPossibleHereException;
import io.chaoschapters.runtime.RuntimeFailureException;
import io.chaoschapters.runtime.UndoStep;
import io.chaoschapters.runtime.attach.AtOnce;
import io.chaoschapters.runtime.attach.TargetChoice;
import io.chaoschapters.runtime.components.SpecifiedComponent;
import io.chaoschapters.runtime.kubernetes.guard.Orders;
import io.chaoschapters.runtime.logs.ComponentLog;
import io.chaoschapters.runtime.network.PortTakenException;
import io.chaoschapters.runtime.network.ProxyLink;
import io.chaoschapters.runtime.readiness.Launched;
import io.chaoschapters.text.Failure;
import io.chaoschapters.text.RootLocale;
import io.chaoschapters.waiting.Progress;
import io.chaoschapters.waiting.Wait;
import io.chaoschapters.waiting.WaitTimeoutException;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.dsl.LogWatch;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A component that is a pod of somebody else. It is disturbed from a pod of the run's own; whoever
 * made it starts it again when it ends, not the run.
 */
final class AttachedComponent extends SpecifiedComponent implements Launched {
  private static final Logger LOG = LoggerFactory.getLogger(AttachedComponent.class);
  private static final Duration END_WITHIN = Duration.ofSeconds(20);

  /** A container that ends often waits longer each time; the first times are seconds. */
  private static final Duration BACK_WITHIN = Duration.ofSeconds(60);

  private static final Duration POLL = Duration.ofMillis(100);
  private static final int PAST_LINES = 50;

  private final ComponentSpec.Existing existing;
  private final TheirPods theirs;
  private final PodStarter starter;
  private final TargetChoice choice;
  private final AtOnce atOnce;
  private final PodAddresses addresses;
  private final Object learning = new Object();
  private volatile Pod pod;
  private volatile String container = "";
  private volatile boolean frozen;
  private @Nullable LogWatch follower;
  private @Nullable NodeAgent agent;
  private int agents;

  /** What all attached components of a run share. */
  record Surroundings(TheirPods theirs, PodStarter starter, TargetChoice choice, AtOnce atOnce) {}

  /**
   * Nothing is done yet.
   *
   * @param pod what it is now
   */
  AttachedComponent(
      ComponentSpec spec,
      ComponentSpec.Existing existing,
      Surroundings surroundings,
      ComponentLog log,
      Pod pod) {
    super(spec, log);
    this.existing = existing;
    this.theirs = surroundings.theirs();
    this.starter = surroundings.starter();
    this.choice = surroundings.choice();
    this.atOnce = surroundings.atOnce();
    this.pod = pod;
    this.addresses =
        new PodAddresses(
            starter.tunnel(),
            spec,
            onlyPorts(existing),
            new ProxyLink.Choice(null, "nothing of the run stands in front of it"));
  }

  private static ContainerProgram onlyPorts(ComponentSpec.Existing existing) {
    return new ContainerProgram(
        ContainerImage.of("of its owner"), List.of(), Map.of(), existing.ports(), Map.of());
  }

  /** It runs already; what is awaited is that it serves. */
  @Override
  public void start() {
    learn(pod);
    agent();
    awaitServing();
  }

  private void awaitServing() {
    try {
      readiness.await(this, this);
    } catch (PortTakenException e) {
      throw new RuntimeFailureException(Failure.words(e), e);
    }
  }

  String podName() {
    return pod.getMetadata().getName();
  }

  private String main(Pod seen) {
    return TheirPods.mainContainer(seen, existing.ports().values());
  }

  /**
   * Somebody has seen its pod, or the one that has taken its place. While it runs, its doors are
   * open and its log is read.
   */
  void learn(Pod seen) {
    synchronized (learning) {
      pod = seen;
      String now =
          TheirPods.lasts(seen) && Pods.isRunning(seen, main(seen))
              ? Pods.containerId(seen, main(seen)).orElse("")
              : "";
      if (now.equals(container)) {
        return;
      }
      if (frozen) {
        LOG.warn("Kubernetes has ended component {} while it was frozen.", id());
        frozen = false;
      }
      container = now;
      stopReading();
      if (now.isEmpty()) {
        addresses.close();
        return;
      }
      atOnce.end(id());
      open(seen);
    }
  }

  /** Its pod is gone, and nothing has taken its place yet. */
  void learnGone() {
    synchronized (learning) {
      container = "";
      frozen = false;
      stopReading();
      addresses.close();
    }
  }

  private void open(Pod seen) {
    try {
      addresses.open(seen.getStatus().getPodIP());
    } catch (PortTakenException e) {
      throw new RuntimeFailureException(Failure.words(e), e);
    }
    LogWatch following =
        starter
            .api()
            .ask(
                "follow the log of pod " + podName(),
                client ->
                    client
                        .pods()
                        .inNamespace(theirs.namespace())
                        .withName(podName())
                        .inContainer(main(seen))
                        .tailingLines(PAST_LINES)
                        .watchLog());
    log.read(following.getOutput());
    follower = following;
  }

  private void stopReading() {
    LogWatch past = follower;
    follower = null;
    if (past != null) {
      past.close();
    }
  }

  @Override
  public ComponentState state() {
    String now = container;
    if (now.isEmpty()) {
      return ComponentState.STOPPED;
    }
    try {
      return frozen && signals(now).isStopped() ? ComponentState.FROZEN : ComponentState.RUNNING;
    } catch (RuntimeFailureException e) {
      return ComponentState.UNKNOWN;
    }
  }

  private ContainerSignals signals(String now) {
    return new ContainerSignals(agent().shell(), id(), now);
  }

  @Override
  public boolean isAlive() {
    return !container.isEmpty();
  }

  @Override
  public int exitCode() {
    return Pods.lastExitCode(pod, main(pod)).orElse(-1);
  }

  /** It is read as it comes. */
  @Override
  public void awaitLog(Duration atMost) {
    // The kubelet keeps no log open for a container that has ended.
  }

  @Override
  public Endpoint endpoint(String port) {
    return addresses.outside(port);
  }

  /** Its owner's Services are not known; its address is. */
  @Override
  public Endpoint internalEndpoint(String port) {
    return new Endpoint(pod.getStatus().getPodIP(), addresses.inside(port).port());
  }

  /** One for the pod that it is now. */
  private synchronized NodeAgent agent() {
    NodeAgent present = agent;
    Pod now = pod;
    if (present != null && present.isFor(now)) {
      return present;
    }
    if (present != null) {
      present.end();
    }
    NodeAgent made = NodeAgent.start(starter, id(), ++agents, now);
    agent = made;
    return made;
  }

  /**
   * What is about to be disturbed: it runs, and its owner still allows it.
   *
   * @return the container's id
   */
  private String disturb(String verb) {
    Pod now =
        theirs
            .look(podName())
            .orElseThrow(
                () ->
                    new RuntimeFailureException(
                        RootLocale.format(
                            "Component '%s' cannot be %s: its pod %s is gone.",
                            id(), verb, podName())));
    choice.requireAllowed(TheirPods.candidate(now));
    learn(now);
    String running = container;
    if (running.isEmpty()) {
      throw new RuntimeFailureException(
          RootLocale.format(
              "Component '%s' cannot be %s: pod %s in namespace %s does not run.",
              id(), verb, podName(), theirs.namespace()));
    }
    atOnce.begin(id());
    return running;
  }

  @Override
  public synchronized void kill() {
    end("KILL", END_WITHIN);
  }

  @Override
  public synchronized void stop(Duration grace) {
    thaw(); // one that is stopped does not hear SIGTERM
    end("TERM", grace);
  }

  private void end(String signal, Duration within) {
    if (!isAlive()) {
      return;
    }
    String ending = disturb("ended");
    frozen = false;
    Agent.Answer sent = signals(ending).end(signal);
    try {
      new Wait(RootLocale.format("end of component '%s'", id()), within, POLL)
          .until(() -> new Progress(!ending.equals(container), "it runs"));
    } catch (WaitTimeoutException e) {
      atOnce.end(id());
      throw new RuntimeFailureException(
          RootLocale.format(
              "Component '%s' (pod %s) did not end on SIG%s (%s); look at it with: kubectl --namespace=%s describe pod %s",
              id(), podName(), signal, sent.words(), theirs.namespace(), podName()),
          e);
    }
  }

  /** The run starts nothing of others: it waits until whoever made the pod has. */
  @Override
  public void restart() {
    try {
      new Wait(RootLocale.format("component '%s' started by its owner", id()), BACK_WITHIN, POLL)
          .until(() -> new Progress(isAlive(), "it does not run"));
    } catch (WaitTimeoutException e) {
      throw new RuntimeFailureException(
          RootLocale.format(
              "%s has not started component '%s' again within %d s, and the run starts nothing of others; look at it with: kubectl --namespace=%s describe pod %s",
              TheirPods.candidate(pod),
              id(),
              BACK_WITHIN.toSeconds(),
              theirs.namespace(),
              podName()),
          e);
    }
    awaitServing();
  }

  @Override
  protected Runnable freezing(Duration limit) {
    String now = disturb("frozen");
    frozen = true;
    return () -> signals(now).freeze(limit);
  }

  @Override
  public synchronized void thaw() {
    String now = container;
    if (frozen && !now.isEmpty()) {
      signals(now).thaw();
    }
    if (frozen) {
      frozen = false;
      atOnce.end(id());
    }
  }

  @Override
  public UndoStep thawStep() {
    String now = container;
    return now.isEmpty()
        ? UndoStep.endsByItself(RootLocale.format("%s does not run", id()))
        : signals(now).thawStep(podName());
  }

  @Override
  public Disturbance cutOff() {
    Disturbance cut =
        agent()
            .cut(
                starter
                    .pods()
                    .address(Orders.GUARD)
                    .orElseThrow(
                        () -> new RuntimeFailureException("The run's guard pod is gone.")));
    return new Counted(cut);
  }

  /** The run's guard has no rights beside them, so that none of it could give it back. */
  @Override
  public Disturbance limitCpu(int percent) {
    throw new NotPossibleHereException(
        "the limit of a pod that is not the run's own is left as it is, because nothing could give it back if the run were gone; without cpu-percent it is paused by turns");
  }

  /** One of those that are disturbed at the same time. */
  private final class Counted implements Disturbance {
    private final Disturbance inner;

    Counted(Disturbance inner) {
      this.inner = inner;
    }

    @Override
    public void begin(Duration limit) {
      disturb("cut off");
      try {
        inner.begin(limit);
      } catch (RuntimeFailureException e) {
        atOnce.end(id());
        throw e;
      }
    }

    @Override
    public boolean isOn() {
      return inner.isOn();
    }

    @Override
    public void end() {
      inner.end();
      atOnce.end(id());
    }

    @Override
    public UndoStep undoStep() {
      return inner.undoStep();
    }
  }

  /** Nothing of theirs ends: what disturbs it does, and undoes what is left to undo. */
  @Override
  public boolean end(Duration grace) {
    synchronized (learning) {
      stopReading();
      addresses.close();
    }
    NodeAgent last;
    synchronized (this) {
      last = agent;
      agent = null;
    }
    return last == null || last.end();
  }
}
