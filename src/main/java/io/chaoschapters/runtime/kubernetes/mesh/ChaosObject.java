package io.chaoschapters.runtime.kubernetes.mesh;

import io.chaoschapters.runtime.kubernetes.guard.Orders;
import io.chaoschapters.runtime.kubernetes.namespace.Labels;
import io.chaoschapters.text.RootLocale;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceBuilder;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What Chaos Mesh is asked to do.
 *
 * @param spec as in the object's YAML
 */
record ChaosObject(ChaosKind kind, String namespace, String name, Map<String, Object> spec) {

  /** SIGKILL for a container; nothing starts it again where its pod says so. */
  static ChaosObject kill(String namespace, String name, String pod, String container) {
    return new ChaosObject(
        ChaosKind.POD,
        namespace,
        name,
        spec("container-kill", namespace, pod, Map.of("containerNames", List.of(container))));
  }

  /**
   * A pod and those of the other components do not reach each other. The relay, by which this
   * machine still reaches it, is none of them.
   */
  static ChaosObject partition(String namespace, String name, String pod, String component) {
    Map<String, Object> others =
        Map.of(
            "namespaces",
            List.of(namespace),
            "labelSelectors",
            Map.of(Labels.CURRENT, "true"),
            "expressionSelectors",
            List.of(
                Map.of(
                    "key", Orders.COMPONENT, "operator", "NotIn", "values", List.of(component))));
    Map<String, Object> target = Map.of("mode", "all", "selector", others);
    return new ChaosObject(
        ChaosKind.NETWORK,
        namespace,
        name,
        spec("partition", namespace, pod, Map.of("direction", "both", "target", target)));
  }

  /** All that a pod sends comes later, whoever it is for. */
  static ChaosObject delay(String namespace, String name, String pod, Duration by) {
    Map<String, Object> delay = Map.of("latency", millis(by), "jitter", "0ms", "correlation", "0");
    return new ChaosObject(
        ChaosKind.NETWORK,
        namespace,
        name,
        spec("delay", namespace, pod, Map.of("direction", "to", "delay", delay)));
  }

  /** Of something that is done to one pod. */
  private static Map<String, Object> spec(
      String action, String namespace, String pod, Map<String, Object> more) {
    Map<String, Object> all = new HashMap<>(more);
    all.put("action", action);
    all.put("mode", "all");
    all.put("selector", Map.of("pods", Map.of(namespace, List.of(pod))));
    return all;
  }

  private static String millis(Duration time) {
    return time.toMillis() + "ms";
  }

  /** Undone by Chaos Mesh itself when that time is over, whatever becomes of the run. */
  ChaosObject lasting(Duration limit) {
    Map<String, Object> more = new HashMap<>(spec);
    more.put("duration", millis(limit));
    return new ChaosObject(kind, namespace, name, more);
  }

  GenericKubernetesResource resource(Map<String, String> labels) {
    return new GenericKubernetesResourceBuilder()
        .withApiVersion(ChaosKind.API_VERSION)
        .withKind(kind.title())
        .withMetadata(
            new ObjectMetaBuilder()
                .withName(name)
                .withNamespace(namespace)
                .withLabels(labels)
                .build())
        .addToAdditionalProperties("spec", spec)
        .build();
  }

  @Override
  public String toString() {
    return RootLocale.format("%s %s in namespace %s", kind.title(), name, namespace);
  }
}
