package io.chaoschapters.runtime.kubernetes;

import io.chaoschapters.runtime.kubernetes.api.Api;
import io.chaoschapters.waiting.Progress;
import io.chaoschapters.waiting.Wait;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** The pods of a run's namespace as the cluster reports them. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Pods implements AutoCloseable {
  private static final Duration ADDRESS_WITHIN = Duration.ofSeconds(20);

  private final Api api;
  private final String namespace;
  private final Map<String, Consumer<Optional<Pod>>> listeners = new ConcurrentHashMap<>();
  private final SharedIndexInformer<Pod> reports;

  Pods(Api api, String namespace) {
    this.api = api;
    this.namespace = namespace;
    this.reports =
        api.ask(
            "watch the pods of namespace " + namespace,
            client -> client.pods().inNamespace(namespace).inform(new Reports()));
  }

  /** Follows a pod from now on: each change of it, and empty when it is gone. */
  void follow(String pod, Consumer<Optional<Pod>> listener) {
    listeners.put(pod, listener);
  }

  void forget(String pod) {
    listeners.remove(pod);
  }

  /** Asks now; empty when there is none. */
  Optional<Pod> look(String pod) {
    return api.askFor(
        "look at pod " + pod, client -> client.pods().inNamespace(namespace).withName(pod).get());
  }

  /**
   * A pod's address, which its node tells up to seconds after its program has begun to run; empty
   * when there is no such pod.
   */
  Optional<String> address(String pod) {
    List<String> known = new ArrayList<>();
    Wait.atMost("the address of pod " + pod, ADDRESS_WITHIN)
        .until(
            () -> {
              Optional<Pod> seen = look(pod);
              seen.map(there -> there.getStatus().getPodIP()).ifPresent(known::add);
              return new Progress(seen.isEmpty() || !known.isEmpty(), "it has none yet");
            });
    return known.stream().findFirst();
  }

  static Optional<ContainerStatus> status(Pod pod, String container) {
    return pod.getStatus() == null
        ? Optional.empty()
        : Stream.concat(
                orEmpty(pod.getStatus().getContainerStatuses()).stream(),
                orEmpty(pod.getStatus().getEphemeralContainerStatuses()).stream())
            .filter(status -> status.getName().equals(container))
            .findFirst();
  }

  static boolean isRunning(Pod pod, String container) {
    return status(pod, container)
        .map(ContainerStatus::getState)
        .map(state -> state.getRunning() != null)
        .orElse(false);
  }

  /** The exit code of a container that has ended. */
  static Optional<Integer> exitCode(Pod pod, String container) {
    return status(pod, container)
        .map(ContainerStatus::getState)
        .flatMap(state -> Optional.ofNullable(state.getTerminated()))
        .map(ended -> ended.getExitCode());
  }

  /** The same of one that was started again since. */
  static Optional<Integer> lastExitCode(Pod pod, String container) {
    return exitCode(pod, container)
        .or(
            () ->
                status(pod, container)
                    .map(ContainerStatus::getLastState)
                    .flatMap(state -> Optional.ofNullable(state.getTerminated()))
                    .map(ended -> ended.getExitCode()));
  }

  /** The container's id without the name of what runs it. */
  static Optional<String> containerId(Pod pod, String container) {
    return status(pod, container)
        .map(ContainerStatus::getContainerID)
        .map(id -> id.substring(id.indexOf("//") + 2));
  }

  private static <T> List<T> orEmpty(@Nullable List<T> maybe) {
    return maybe == null ? List.of() : maybe;
  }

  private void tell(Pod pod, Optional<Pod> news) {
    Consumer<Optional<Pod>> listener = listeners.get(pod.getMetadata().getName());
    if (listener != null) {
      listener.accept(news);
    }
  }

  @Override
  public void close() {
    reports.stop();
  }

  @Override
  public String toString() {
    return "the watch on pods of " + namespace;
  }

  private final class Reports implements ResourceEventHandler<Pod> {
    @Override
    public void onAdd(Pod pod) {
      tell(pod, Optional.of(pod));
    }

    @Override
    public void onUpdate(Pod before, Pod pod) {
      tell(pod, Optional.of(pod));
    }

    @Override
    public void onDelete(Pod pod, boolean finalStateUnknown) {
      tell(pod, Optional.empty());
    }
  }
}
