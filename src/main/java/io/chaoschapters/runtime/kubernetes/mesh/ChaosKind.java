package io.chaoschapters.runtime.kubernetes.mesh;

import io.chaoschapters.text.RootLocale;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.util.Locale;

/** The kinds of Chaos Mesh that a run uses. */
enum ChaosKind {
  POD("PodChaos"),
  NETWORK("NetworkChaos");

  static final String GROUP = "chaos-mesh.org";
  static final String API_VERSION = GROUP + "/v1alpha1";

  private final String title;

  ChaosKind(String title) {
    this.title = title;
  }

  /** As in {@code kind:}. */
  String title() {
    return title;
  }

  /** As in the API's addresses, and for kubectl; it has no plural of its own. */
  String resource() {
    return title.toLowerCase(Locale.ROOT);
  }

  ResourceDefinitionContext context() {
    return new ResourceDefinitionContext.Builder()
        .withGroup(GROUP)
        .withVersion("v1alpha1")
        .withKind(title)
        .withPlural(resource())
        .withNamespaced(true)
        .build();
  }

  @Override
  public String toString() {
    return RootLocale.format("%s.%s", resource(), GROUP);
  }
}
