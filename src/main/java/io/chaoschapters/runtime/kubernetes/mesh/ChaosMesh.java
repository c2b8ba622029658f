package io.chaoschapters.runtime.kubernetes.mesh;

import io.chaoschapters.runtime.Disturbance;
import io.chaoschapters.runtime.RuntimeFailureException;
import io.chaoschapters.runtime.kubernetes.api.Api;
import io.chaoschapters.runtime.kubernetes.api.Rights;
import io.chaoschapters.text.Failure;
import io.chaoschapters.text.RootLocale;
import io.chaoschapters.text.Words;
import io.chaoschapters.waiting.Progress;
import io.chaoschapters.waiting.Wait;
import io.chaoschapters.waiting.WaitTimeoutException;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apiguardian.api.API;

/**
 * Has Chaos Mesh carry faults out, by objects in the run's namespace. What it reports goes to the
 * journal, where the witness of the experiment says what it has seen itself.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class ChaosMesh {
  /** Both together end before the time that an injection has. */
  private static final Duration INJECTED_WITHIN = Duration.ofSeconds(18);

  private static final Duration GIVEN_UP_WITHIN = Duration.ofSeconds(8);

  /** Less than the time that a rollback has. */
  private static final Duration REMOVED_WITHIN = Duration.ofSeconds(25);

  private static final Duration POLL = Duration.ofMillis(100);
  private static final String LOOK =
      "Look whether its controller manager runs, and a chaos-daemon on each node: kubectl get pods --all-namespaces --selector=app.kubernetes.io/part-of=chaos-mesh";

  private final Api api;
  private final String namespace;
  private final Map<String, String> labels;
  private final Consumer<String> journal;
  private final Bounds bounds;
  private final AtomicInteger made = new AtomicInteger();
  private final Set<String> frozen = ConcurrentHashMap.newKeySet();

  /**
   * Nothing is asked yet.
   *
   * @param namespace that of the run
   * @param labels of each object
   * @param journal is given sentences
   */
  public ChaosMesh(
      Api api, String namespace, Map<String, String> labels, Consumer<String> journal) {
    this(
        api,
        namespace,
        labels,
        journal,
        new Bounds(INJECTED_WITHIN, GIVEN_UP_WITHIN, REMOVED_WITHIN));
  }

  ChaosMesh(
      Api api,
      String namespace,
      Map<String, String> labels,
      Consumer<String> journal,
      Bounds bounds) {
    this.api = api;
    this.namespace = namespace;
    this.labels = Map.copyOf(labels);
    this.journal = journal;
    this.bounds = bounds;
  }

  /**
   * How long Chaos Mesh may take.
   *
   * @param injected to report a fault as injected
   * @param givenUp to let go of one that it has not injected
   * @param removed to undo one
   */
  record Bounds(Duration injected, Duration givenUp, Duration removed) {}

  /** Why it cannot be used in a namespace, in one clause; empty when it can. */
  public static Optional<String> obstacle(Api api, String namespace) {
    List<String> unknown =
        Arrays.stream(ChaosKind.values())
            .filter(
                kind ->
                    !api.ask(
                        "say whether Chaos Mesh is installed",
                        client -> client.supports(ChaosKind.API_VERSION, kind.title())))
            .map(ChaosKind::title)
            .toList();
    if (!unknown.isEmpty()) {
      return Optional.of(
          RootLocale.format(
              "Chaos Mesh is not installed there (the API server knows no %s of %s): install it, or leave out -Dkubernetes.engine=chaos-mesh",
              String.join(" and no ", unknown), ChaosKind.API_VERSION));
    }
    List<String> missing =
        Rights.missing(
            api,
            namespace,
            ChaosKind.GROUP,
            Arrays.stream(ChaosKind.values()).map(ChaosKind::resource).toList());
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of(
            RootLocale.format(
                "this user may not %s; docker/kubernetes/role-chaos-mesh.yaml grants it",
                String.join(", ", missing)));
  }

  /** Ends a container; returns when Chaos Mesh reports that it has, which is no proof. */
  public void kill(String component, String pod, String container) {
    ChaosObject object = ChaosObject.kill(namespace, name("kill", component), pod, container);
    inject(object);
    remove(object);
  }

  /** Cuts a pod off from the other components; nothing is done yet. */
  public Disturbance cutOff(String component, String pod) {
    return new MeshFault(
        this, ChaosObject.partition(namespace, name("partition", component), pod, component));
  }

  /** Has all that a pod sends come later; nothing is done yet. */
  public Disturbance delay(String component, String pod, Duration by) {
    return new MeshFault(this, ChaosObject.delay(namespace, name("delay", component), pod, by));
  }

  /**
   * Says in the journal that a component is frozen, which Chaos Mesh has no fault for. Once: a
   * throttle freezes many times.
   */
  public void tellOfFreeze(String component) {
    if (frozen.add(component)) {
      journal.accept(
          RootLocale.format(
              "Chaos Mesh has no fault that freezes: component '%s' is frozen by the run's own agent.",
              component));
    }
  }

  private String name(String fault, String component) {
    return RootLocale.format("%s-%s-%d", fault, component, made.incrementAndGet());
  }

  private Resource<GenericKubernetesResource> at(KubernetesClient client, ChaosObject object) {
    return client
        .genericKubernetesResources(object.kind().context())
        .inNamespace(namespace)
        .withName(object.name());
  }

  private Optional<GenericKubernetesResource> there(ChaosObject object) {
    return api.askFor("look at " + object, client -> at(client, object).get());
  }

  /** Empty when the object is not there. */
  Optional<ChaosReport> look(ChaosObject object) {
    return there(object).map(ChaosReport::of);
  }

  /** Makes the object, and waits until it is reported as injected; else it is removed. */
  void inject(ChaosObject object) {
    long begun = System.nanoTime();
    api.ask(
        "make " + object,
        client ->
            client
                .genericKubernetesResources(object.kind().context())
                .inNamespace(namespace)
                .resource(object.resource(labels))
                .create());
    AtomicReference<ChaosReport> last = new AtomicReference<>(new ChaosReport(Map.of(), ""));
    try {
      new Wait(object + " injected", bounds.injected(), POLL).until(() -> injection(object, last));
    } catch (WaitTimeoutException e) {
      throw notInjected(object, last.get(), e);
    } catch (RuntimeFailureException e) {
      givenUp(object).ifPresent(left -> e.addSuppressed(new RuntimeFailureException(left)));
      throw e;
    }
    journal.accept(
        RootLocale.format(
            "Chaos Mesh reports %s injected after %.1f s: %s.",
            object, seconds(begun), last.get().words()));
  }

  private Progress injection(ChaosObject object, AtomicReference<ChaosReport> last) {
    ChaosReport report =
        look(object)
            .orElseThrow(
                () ->
                    new RuntimeFailureException(
                        RootLocale.format(
                            "%s was removed by somebody before Chaos Mesh had injected it.",
                            object)));
    last.set(report);
    return new Progress(report.isInjected(), report.words());
  }

  private RuntimeFailureException notInjected(
      ChaosObject object, ChaosReport last, WaitTimeoutException cause) {
    return new RuntimeFailureException(
        RootLocale.format(
            "Chaos Mesh has not injected %s within %s s; it reports %s. %s. %s",
            object,
            Words.seconds(bounds.injected()),
            last.words(),
            LOOK,
            givenUp(object).orElse("The object was removed.")),
        cause);
  }

  private Optional<String> givenUp(ChaosObject object) {
    try {
      return remove(object, bounds.givenUp())
          ? Optional.empty()
          : Optional.of(stays(object, bounds.givenUp()));
    } catch (RuntimeFailureException e) {
      return Optional.of(Failure.words(e));
    }
  }

  /**
   * Removes the object and waits until Chaos Mesh has let go of it, which it does once the fault is
   * undone. Does nothing when it is not there.
   *
   * @throws RuntimeFailureException when it does not in time
   */
  void remove(ChaosObject object) {
    if (!remove(object, bounds.removed())) {
      throw new RuntimeFailureException(
          RootLocale.format("%s %s.", stays(object, bounds.removed()), LOOK));
    }
  }

  /** Whether it is gone. */
  private boolean remove(ChaosObject object, Duration within) {
    AtomicReference<Optional<ChaosReport>> last = new AtomicReference<>(look(object));
    if (last.get().isEmpty()) {
      return true;
    }
    long begun = System.nanoTime();
    api.askFor("remove " + object, client -> at(client, object).delete());
    try {
      new Wait(object + " gone", within, POLL).until(() -> removal(object, last));
    } catch (WaitTimeoutException e) {
      return false;
    }
    journal.accept(
        RootLocale.format(
            "Chaos Mesh let go of %s %.1f s after its removal; last it reported %s.",
            object, seconds(begun), last.get().map(ChaosReport::words).orElseThrow()));
    return true;
  }

  private Progress removal(ChaosObject object, AtomicReference<Optional<ChaosReport>> last) {
    Optional<ChaosReport> report = look(object);
    if (report.isPresent()) {
      last.set(report);
    }
    return new Progress(report.isEmpty(), report.map(ChaosReport::words).orElse("it is not there"));
  }

  /** Without its finalizer the object would be gone, and the fault would stay in the pod. */
  private String stays(ChaosObject object, Duration within) {
    Optional<GenericKubernetesResource> there = there(object);
    return RootLocale.format(
        "%s is still there %s s after its removal, because Chaos Mesh has not undone it (finalizers: %s; it reports %s). It goes by itself when Chaos Mesh can undo it, or with its pod. Its finalizers are left, because without them the fault would stay.",
        object,
        Words.seconds(within),
        there.map(one -> String.join(", ", one.getMetadata().getFinalizers())).orElse("none"),
        there.map(ChaosReport::of).map(ChaosReport::words).orElse("nothing"));
  }

  List<String> removeByHand(ChaosObject object) {
    return api.config()
        .kubectl(
            namespace,
            "delete",
            object.kind().toString(),
            object.name(),
            "--ignore-not-found=true");
  }

  private static double seconds(long begun) {
    return (System.nanoTime() - begun) / 1e9;
  }
}
