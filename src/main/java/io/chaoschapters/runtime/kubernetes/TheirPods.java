package io.chaoschapters.runtime.kubernetes;

import io.chaoschapters.runtime.attach.Candidate;
import io.chaoschapters.runtime.kubernetes.api.Api;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Pods of a namespace that is not the run's. They are looked at, and never changed. */
final class TheirPods {
  private static final String MAIN = "kubectl.kubernetes.io/default-container";

  private final Api api;
  private final String namespace;

  TheirPods(Api api, String namespace) {
    this.api = api;
    this.namespace = namespace;
  }

  String namespace() {
    return namespace;
  }

  /** Those that run or will, with the labels of a selector; all of them for an empty one. */
  List<Pod> find(String selector) {
    return api
        .ask(
            "list the pods '" + selector + "' of namespace " + namespace,
            client -> client.pods().inNamespace(namespace).withLabelSelector(selector).list())
        .getItems()
        .stream()
        .filter(TheirPods::lasts)
        .toList();
  }

  /** Neither ended for good nor about to be removed. */
  static boolean lasts(Pod pod) {
    String phase = pod.getStatus() == null ? null : pod.getStatus().getPhase();
    return pod.getMetadata().getDeletionTimestamp() == null
        && !"Succeeded".equals(phase)
        && !"Failed".equals(phase);
  }

  /** Tells of each change among those with the labels of a selector, until it is stopped. */
  SharedIndexInformer<Pod> follow(String selector, Consumer<List<Pod>> listener) {
    SharedIndexInformer<Pod> informer =
        api.ask(
            "watch the pods '" + selector + "' of namespace " + namespace,
            client ->
                client
                    .pods()
                    .inNamespace(namespace)
                    .withLabelSelector(selector)
                    .runnableInformer(0));
    Runnable tell = () -> listener.accept(List.copyOf(informer.getStore().list()));
    informer.addEventHandler(
        new ResourceEventHandler<>() {
          @Override
          public void onAdd(Pod pod) {
            tell.run();
          }

          @Override
          public void onUpdate(Pod before, Pod pod) {
            tell.run();
          }

          @Override
          public void onDelete(Pod pod, boolean finalStateUnknown) {
            tell.run();
          }
        });
    informer.run();
    return informer;
  }

  Optional<Pod> look(String pod) {
    return api.askFor(
        "look at pod " + pod, client -> client.pods().inNamespace(namespace).withName(pod).get());
  }

  static Candidate candidate(Pod pod) {
    String owner =
        Optional.ofNullable(pod.getMetadata().getOwnerReferences()).orElse(List.of()).stream()
            .filter(reference -> Boolean.TRUE.equals(reference.getController()))
            .findFirst()
            .map(TheirPods::words)
            .orElse("");
    return new Candidate(
        "pod",
        pod.getMetadata().getName(),
        owner,
        Optional.ofNullable(pod.getMetadata().getLabels()).orElse(Map.of()));
  }

  private static String words(OwnerReference reference) {
    return reference.getKind() + " " + reference.getName();
  }

  /** The container that is meant: the one its owner says, or that has a port, or the first. */
  static String mainContainer(Pod pod, Collection<Integer> ports) {
    String said =
        Optional.ofNullable(pod.getMetadata().getAnnotations()).orElse(Map.of()).get(MAIN);
    if (said != null) {
      return said;
    }
    return pod.getSpec().getContainers().stream()
        .filter(
            container ->
                Optional.ofNullable(container.getPorts()).orElse(List.of()).stream()
                    .map(ContainerPort::getContainerPort)
                    .anyMatch(ports::contains))
        .findFirst()
        .orElse(pod.getSpec().getContainers().get(0))
        .getName();
  }
}
