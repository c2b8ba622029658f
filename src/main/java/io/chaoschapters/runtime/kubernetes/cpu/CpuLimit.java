package io.chaoschapters.runtime.kubernetes.cpu;

import io.chaoschapters.runtime.Disturbance;
import io.chaoschapters.runtime.RuntimeFailureException;
import io.chaoschapters.runtime.UndoStep;
import io.chaoschapters.runtime.Watchdog;
import io.chaoschapters.runtime.kubernetes.api.Api;
import io.chaoschapters.runtime.kubernetes.guard.CpuShare;
import io.chaoschapters.text.Failure;
import io.chaoschapters.text.RootLocale;
import io.chaoschapters.waiting.Progress;
import io.chaoschapters.waiting.Wait;
import io.chaoschapters.waiting.WaitTimeoutException;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodCondition;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The limit of one container is lowered for a while: the kernel lets it run until it has used its
 * share of each tenth of a second. The container is not started again, and a pod of a later life
 * has the usual limit.
 */
final class CpuLimit implements Disturbance {
  private static final Duration POLL = Duration.ofMillis(100);
  private static final String RESIZE = "PodResize";
  private static final String NEVER = "Infeasible";

  private final CpuLimits limits;
  private final Resizer resizer;
  private final String component;
  private final CpuShare before;
  private final CpuShare during;
  private Watchdog.@Nullable Watch watch;

  /** Nothing is done yet. */
  CpuLimit(CpuLimits limits, Resizer resizer, String component, CpuShare before, CpuShare during) {
    this.limits = limits;
    this.resizer = resizer;
    this.component = component;
    this.before = before;
    this.during = during;
  }

  /** The guard has promised to take it back before it is set. */
  @Override
  public synchronized void begin(Duration limit) {
    lift();
    watch = limits.guard().giveBackAfter(limit, before);
    long begun = System.nanoTime();
    try {
      ask(during);
      await(during);
    } catch (RuntimeFailureException e) {
      giveUp(e);
      throw e;
    }
    limits.tell(
        RootLocale.format(
            "Kubernetes has limited component '%s' (pod %s) to %s of a processor by pods/resize after %.1f s; it was %s.",
            component,
            during.pod(),
            during.limit(),
            (System.nanoTime() - begun) / 1e9,
            before.limit()));
  }

  /** A node that cannot lower it has not touched the container, so nothing is waited for. */
  private void giveUp(RuntimeFailureException why) {
    try {
      if (living().isPresent()) {
        ask(before);
      }
      lift();
    } catch (RuntimeFailureException e) {
      why.addSuppressed(e); // the guard does it when the time is over
    }
  }

  private void ask(CpuShare share) {
    try {
      resizer.ask(share);
    } catch (KubernetesClientException e) {
      throw Api.failure(
          RootLocale.format(
              "have component '%s' (pod %s) get %s of a processor",
              component, share.pod(), share.limit()),
          e);
    }
  }

  private void await(CpuShare share) {
    try {
      new Wait("its node to carry it out", limits.within(), POLL).until(() -> progress(share));
    } catch (WaitTimeoutException e) {
      throw new RuntimeFailureException(
          RootLocale.format(
              "Component '%s' was to get %s of a processor, and does not (%s); look at it with: kubectl --namespace=%s describe pod %s",
              component, share.limit(), Failure.words(e), limits.namespace(), share.pod()),
          e);
    }
  }

  private Progress progress(CpuShare share) {
    Optional<Pod> there = living();
    if (there.isEmpty()) {
      return Progress.reached(); // what has ended has no limit
    }
    Pod pod = there.get();
    Optional<PodCondition> hopeless =
        pod.getStatus().getConditions().stream()
            .filter(one -> NEVER.equals(one.getReason()))
            .findFirst();
    if (hopeless.isPresent()) {
      throw new RuntimeFailureException(
          RootLocale.format(
              "The node of component '%s' (pod %s) cannot change its limit: %s.",
              component, share.pod(), words(hopeless.get())));
    }
    return new Progress(
        CpuLimits.given(pod, share.container())
            .filter(given -> CpuLimits.isSame(given.limit(), share.limit()))
            .isPresent(),
        pod.getStatus().getConditions().stream()
            .filter(one -> one.getType().startsWith(RESIZE))
            .map(CpuLimit::words)
            .collect(Collectors.joining(", ")));
  }

  /** Such as {@code PodResizePending: Deferred, Node didn't have enough resource: cpu}. */
  private static String words(PodCondition condition) {
    return condition.getType()
        + ": "
        + condition.getReason()
        + (condition.getMessage() == null ? "" : ", " + condition.getMessage());
  }

  /** The pod, as long as the component runs in it. */
  private Optional<Pod> living() {
    return limits
        .look(before.pod())
        .filter(
            pod ->
                pod.getStatus().getContainerStatuses().stream()
                    .anyMatch(
                        one ->
                            one.getName().equals(before.container())
                                && one.getState().getTerminated() == null));
  }

  @Override
  public boolean isOn() {
    return living()
        .flatMap(pod -> CpuLimits.given(pod, during.container()))
        .filter(given -> CpuLimits.isSame(given.limit(), during.limit()))
        .isPresent();
  }

  @Override
  public synchronized void end() {
    Optional<Pod> there = living();
    if (there.isPresent()) {
      boolean isAsked =
          CpuLimits.asked(there.get(), before.container())
              .filter(asked -> CpuLimits.isSame(asked.limit(), before.limit()))
              .isPresent();
      if (!isAsked) {
        ask(before);
      }
      await(before);
    }
    lift();
  }

  private void lift() {
    Watchdog.Watch set = watch;
    if (set != null) {
      set.close();
      watch = null;
    }
  }

  @Override
  public UndoStep undoStep() {
    return new UndoStep(
        RootLocale.format(
            "give %s (pod %s) its limit of %s processors back",
            component, before.pod(), before.limit()),
        resizer.byHand(before));
  }
}
