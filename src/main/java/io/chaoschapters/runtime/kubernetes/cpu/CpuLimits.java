package io.chaoschapters.runtime.kubernetes.cpu;

import io.chaoschapters.runtime.Disturbance;
import io.chaoschapters.runtime.NotPossibleHereException;
import io.chaoschapters.runtime.RuntimeFailureException;
import io.chaoschapters.runtime.Watchdog;
import io.chaoschapters.runtime.kubernetes.api.Api;
import io.chaoschapters.runtime.kubernetes.api.ApiWords;
import io.chaoschapters.runtime.kubernetes.guard.CpuShare;
import io.chaoschapters.text.RootLocale;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Limits how much of a processor the containers of a namespace get. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class CpuLimits {
  /** Less than the times that an injection and a rollback have. */
  private static final Duration WITHIN = Duration.ofSeconds(20);

  private static final String CPU = "cpu";
  private static final int MILLIS_OF_A_PERCENT = 10;
  private static final int INVALID = 422;
  private static final Set<Integer> REFUSALS =
      Set.of(ApiWords.FORBIDDEN, ApiWords.NOT_FOUND, INVALID);

  private final Api api;
  private final Promise guard;
  private final String namespace;
  private final Consumer<String> journal;
  private final Duration within;

  /**
   * Nothing is asked yet.
   *
   * @param guard in the cluster
   * @param namespace that of the run
   * @param journal is given sentences
   */
  public CpuLimits(Api api, Promise guard, String namespace, Consumer<String> journal) {
    this(api, guard, namespace, journal, WITHIN);
  }

  CpuLimits(Api api, Promise guard, String namespace, Consumer<String> journal, Duration within) {
    this.api = api;
    this.guard = guard;
    this.namespace = namespace;
    this.journal = journal;
    this.within = within;
  }

  /** What the guard in the cluster promises. */
  @FunctionalInterface
  @API(status = API.Status.INTERNAL, since = "0.1")
  public interface Promise {
    /** Returns once it is promised that a container is given its share after a time. */
    Watchdog.Watch giveBackAfter(Duration limit, CpuShare back);
  }

  /**
   * Limits one container; nothing is done yet, but the API server is asked whether it would let it
   * be done.
   *
   * @param percent of one processor
   * @throws NotPossibleHereException when it would not, or when that is no limit for the container
   */
  public Disturbance of(String component, String pod, String container, int percent) {
    Pod seen =
        look(pod)
            .orElseThrow(
                () ->
                    new RuntimeFailureException(
                        RootLocale.format(
                            "Component '%s' cannot be limited: its pod %s is gone.",
                            component, pod)));
    CpuShare before =
        asked(seen, container)
            .orElseThrow(
                () ->
                    new NotPossibleHereException(
                        RootLocale.format(
                            "component '%s' has no limit of its processor time, and Kubernetes would not take away again what it is given",
                            component)));
    CpuShare during = limited(before, percent);
    if (isLess(before.limit(), during.limit()) || isSame(before.limit(), during.limit())) {
      throw new NotPossibleHereException(
          RootLocale.format(
              "component '%s' gets no more than %s of a processor as it is, so %d%% is no limit",
              component, before.limit(), percent));
    }
    Resizer resizer = new Resizer(api, namespace);
    tryOut(resizer, component, during);
    return new CpuLimit(this, resizer, component, before, during);
  }

  private static CpuShare limited(CpuShare before, int percent) {
    String limit = percent * MILLIS_OF_A_PERCENT + "m";
    return new CpuShare(
        before.pod(),
        before.container(),
        limit,
        isLess(before.request(), limit) ? before.request() : limit);
  }

  private static void tryOut(Resizer resizer, String component, CpuShare during) {
    try {
      resizer.tryOut(during);
    } catch (KubernetesClientException e) {
      if (REFUSALS.contains(e.getCode())) {
        throw new NotPossibleHereException(
            RootLocale.format(
                "component '%s' cannot be limited in this cluster: %s",
                component,
                e.getCode() == ApiWords.NOT_FOUND
                    ? "its API server does not know pods/resize, which Kubernetes has since 1.33"
                    : ApiWords.of(e)));
      }
      throw Api.failure("say whether component '" + component + "' can be limited", e);
    }
  }

  Api api() {
    return api;
  }

  Promise guard() {
    return guard;
  }

  /** How long a node may take to carry a change out. */
  Duration within() {
    return within;
  }

  String namespace() {
    return namespace;
  }

  void tell(String sentence) {
    journal.accept(sentence);
  }

  /** Empty when there is no such pod. */
  Optional<Pod> look(String pod) {
    return api.askFor(
        "look at pod " + pod, client -> client.pods().inNamespace(namespace).withName(pod).get());
  }

  /** What is asked for a container; empty when it has no limit. */
  static Optional<CpuShare> asked(Pod pod, String container) {
    return pod.getSpec().getContainers().stream()
        .filter(one -> one.getName().equals(container))
        .findFirst()
        .flatMap(one -> share(pod, container, one.getResources()));
  }

  /** What its node says that it has; empty when it says nothing. */
  static Optional<CpuShare> given(Pod pod, String container) {
    return pod.getStatus().getContainerStatuses().stream()
        .filter(one -> one.getName().equals(container))
        .findFirst()
        .flatMap(one -> share(pod, container, one.getResources()));
  }

  private static Optional<CpuShare> share(
      Pod pod, String container, @Nullable ResourceRequirements resources) {
    @Nullable Quantity limit = resources == null ? null : cpu(resources.getLimits());
    if (resources == null || limit == null) {
      return Optional.empty();
    }
    @Nullable Quantity request = cpu(resources.getRequests());
    return Optional.of(
        new CpuShare(
            pod.getMetadata().getName(),
            container,
            limit.toString(),
            (request == null ? limit : request).toString()));
  }

  private static @Nullable Quantity cpu(@Nullable Map<String, Quantity> quantities) {
    return quantities == null ? null : quantities.get(CPU);
  }

  /** {@code 1} and {@code 1000m} are the same. */
  static boolean isSame(String one, String other) {
    return compare(one, other) == 0;
  }

  private static boolean isLess(String one, String other) {
    return compare(one, other) < 0;
  }

  private static int compare(String one, String other) {
    return new Quantity(one)
        .getNumericalAmount()
        .compareTo(new Quantity(other).getNumericalAmount());
  }
}
