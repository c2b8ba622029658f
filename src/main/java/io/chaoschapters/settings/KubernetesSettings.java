package io.chaoschapters.settings;

import java.util.List;
import org.apiguardian.api.API;

/** Which cluster the Kubernetes runtime uses, and what for. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class KubernetesSettings {
  public static final Setting CONTEXT =
      Setting.of(
          "kubernetes.context",
          "",
          "The context of the kubeconfig that -Druntime=kubernetes uses; not set: the current one.");

  public static final Setting NAMESPACE =
      Setting.of(
          "kubernetes.namespace",
          "",
          "What the namespace is called that a run makes in the cluster and removes; not set: a name"
              + " of its own. With attach: the namespace in which the components run.");

  public static final Setting IMAGES =
      Setting.of(
          "kubernetes.images",
          "",
          "The registry that takes the place of the one in each image's name, such as"
              + " registry.example.com/chapters.");

  /** The value of the setting below with which Chaos Mesh carries faults out. */
  public static final String CHAOS_MESH = "chaos-mesh";

  public static final Setting ENGINE =
      Setting.of(
          "kubernetes.engine",
          "own",
          "What carries faults out: own, or chaos-mesh, where that is installed in the cluster"
              + " (kill, partition and latency; a freeze is always the run's own).",
          "own",
          CHAOS_MESH);

  static final List<Setting> ALL = List.of(CONTEXT, NAMESPACE, IMAGES, ENGINE);

  private KubernetesSettings() {}
}
