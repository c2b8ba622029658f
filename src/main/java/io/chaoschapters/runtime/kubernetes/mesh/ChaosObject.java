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
        Map.of(
            "action",
            "container-kill",
            "mode",
            "all",
            "selector",
            onlyPod(namespace, pod),
            "containerNames",
            List.of(container)));
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
    return new ChaosObject(
        ChaosKind.NETWORK,
        namespace,
        name,
        Map.of(
            "action",
            "partition",
            "mode",
            "all",
            "selector",
            onlyPod(namespace, pod),
            "direction",
            "both",
            "target",
            Map.of("mode", "all", "selector", others)));
  }

  /** All that a pod sends comes later, whoever it is for. */
  static ChaosObject delay(String namespace, String name, String pod, Duration by) {
    return new ChaosObject(
        ChaosKind.NETWORK,
        namespace,
        name,
        Map.of(
            "action",
            "delay",
            "mode",
            "all",
            "selector",
            onlyPod(namespace, pod),
            "direction",
            "to",
            "delay",
            Map.of("latency", millis(by), "jitter", "0ms", "correlation", "0")));
  }

  private static Map<String, Object> onlyPod(String namespace, String pod) {
    return Map.of("pods", Map.of(namespace, List.of(pod)));
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
