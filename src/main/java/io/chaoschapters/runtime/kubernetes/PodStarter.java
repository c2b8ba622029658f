package io.chaoschapters.runtime.kubernetes;

import io.chaoschapters.runtime.ComponentSpec;
import io.chaoschapters.runtime.ContainerProgram;
import io.chaoschapters.runtime.RuntimeFailureException;
import io.chaoschapters.runtime.kubernetes.api.Api;
import io.chaoschapters.runtime.kubernetes.api.ApiWords;
import io.chaoschapters.runtime.kubernetes.api.Tunnel;
import io.chaoschapters.runtime.kubernetes.namespace.Labels;
import io.chaoschapters.text.RootLocale;
import io.chaoschapters.waiting.Progress;
import io.chaoschapters.waiting.Wait;
import io.chaoschapters.waiting.WaitTimeoutException;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the pods of components and waits until their programs run. */
final class PodStarter {
  private static final Logger LOG = LoggerFactory.getLogger(PodStarter.class);
  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration ACCEPTED_WITHIN = Duration.ofSeconds(15);

  private final Api api;
  private final Pods pods;
  private final PodMaker maker;
  private final Tunnel tunnel;
  private final Duration runsWithin;
  private final Map<String, Integer> lives = new ConcurrentHashMap<>();

  /**
   * Nothing is made yet.
   *
   * @param runsWithin how long images may take to be pulled
   */
  PodStarter(Api api, Pods pods, PodMaker maker, Tunnel tunnel, Duration runsWithin) {
    this.api = api;
    this.pods = pods;
    this.maker = maker;
    this.tunnel = tunnel;
    this.runsWithin = runsWithin;
  }

  Api api() {
    return api;
  }

  Pods pods() {
    return pods;
  }

  PodMaker maker() {
    return maker;
  }

  Tunnel tunnel() {
    return tunnel;
  }

  /** Makes what outlives each pod: its Secret and Services. */
  void makeNames(List<String> names, ComponentSpec spec, ContainerProgram program) {
    String namespace = maker.namespace();
    api.ask(
        RootLocale.format("make the Secret of component '%s'", spec.id()),
        client ->
            client.secrets().inNamespace(namespace).resource(maker.secret(spec, program)).create());
    for (String name : names) {
      api.ask(
          RootLocale.format("make the Service %s", name),
          client ->
              client
                  .services()
                  .inNamespace(namespace)
                  .resource(maker.service(name, spec, program))
                  .create());
    }
  }

  /**
   * Makes a pod and returns once the component's program runs, or has ended already.
   *
   * @param past the pod of the life before, which hands over its files and is removed; null for
   *     none
   * @throws RuntimeFailureException with what keeps it from running
   */
  Pod start(ComponentSpec spec, ContainerProgram program, @Nullable String past) {
    String name = PodMaker.podName(spec.id(), lives.merge(spec.id(), 1, Integer::sum));
    make(maker.pod(name, spec, program, past == null ? null : offerFiles(past)), spec);
    AtomicReference<@Nullable Pod> last = new AtomicReference<>();
    try {
      new Wait(RootLocale.format("pod %s running", name), runsWithin, POLL)
          .until(() -> look(name, spec, last));
    } catch (WaitTimeoutException e) {
      Pod seen = last.get();
      throw new RuntimeFailureException(
          RootLocale.format(
              "Component '%s' did not start within %d s (setting pull-timeout): %s.",
              spec.id(),
              runsWithin.toSeconds(),
              seen == null ? "its pod is gone" : ImageTrouble.words(seen, e)),
          e);
    }
    if (past != null) {
      remove(past, "remove the ended pod " + past);
    }
    Pod seen = last.get();
    if (seen == null) {
      throw new IllegalStateException("A pod that runs was seen");
    }
    return seen;
  }

  /** Null when the pod is gone, and with it its files: it was deleted. */
  private @Nullable String offerFiles(String past) {
    Optional<Pod> there = pods.look(past).filter(pod -> Pods.isRunning(pod, PodMaker.AGENT));
    if (there.isEmpty()) {
      LOG.warn("Pod {} is gone, and with it what its component has written.", past);
      return null;
    }
    new Agent(api, maker.namespace(), past, PodMaker.AGENT)
        .require(
            "hand over the files of pod " + past,
            AgentScripts.OFFER_FILES,
            Integer.toString(PodMaker.FILES_PORT));
    return there.get().getStatus().getPodIP();
  }

  /** The namespace's service account, without which pods are refused, comes a moment after it. */
  private void make(Pod pod, ComponentSpec spec) {
    String what = RootLocale.format("make the pod of component '%s'", spec.id());
    Wait.atMost(what, ACCEPTED_WITHIN)
        .until(
            () -> {
              try {
                api.client().pods().inNamespace(maker.namespace()).resource(pod).create();
                return Progress.reached();
              } catch (KubernetesClientException e) {
                String said = ApiWords.of(e);
                if (e.getCode() == ApiWords.FORBIDDEN
                    && said.contains("serviceaccount \"default\" not found")) {
                  return Progress.notYet(said);
                }
                throw Api.failure(what, e);
              }
            });
  }

  private Progress look(String name, ComponentSpec spec, AtomicReference<@Nullable Pod> last) {
    Optional<Pod> seen = pods.look(name);
    last.set(seen.orElse(null));
    if (seen.isEmpty()) {
      throw new RuntimeFailureException(
          RootLocale.format(
              "Component '%s' was not started: its pod %s was deleted.", spec.id(), name));
    }
    Pod pod = seen.get();
    Optional<String> hopeless = ImageTrouble.hopeless(pod);
    if (hopeless.isPresent()) {
      throw new RuntimeFailureException(
          RootLocale.format(
              "Component '%s' cannot start: %s. Check -Dkubernetes.images, and that the nodes can reach that registry.",
              spec.id(), hopeless.get()));
    }
    boolean begun =
        Pods.exitCode(pod, PodMaker.MAIN).isPresent()
            || Pods.isRunning(pod, PodMaker.MAIN) && Pods.isRunning(pod, PodMaker.AGENT);
    return new Progress(begun, ImageTrouble.now(pod).orElse("it is being made"));
  }

  private void remove(String pod, String what) {
    api.askFor(
        what,
        client ->
            client.pods().inNamespace(maker.namespace()).withName(pod).withGracePeriod(0).delete());
  }

  /** Removes all pods of a component; false when the server would not. */
  boolean remove(String component) {
    try {
      api.ask(
          RootLocale.format("remove the pods of component '%s'", component),
          client ->
              client
                  .pods()
                  .inNamespace(maker.namespace())
                  .withLabel(Labels.COMPONENT, component)
                  .withGracePeriod(0)
                  .delete());
      return true;
    } catch (RuntimeFailureException e) {
      return false;
    }
  }
}
