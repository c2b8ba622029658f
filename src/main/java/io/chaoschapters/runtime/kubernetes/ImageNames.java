package io.chaoschapters.runtime.kubernetes;

import io.chaoschapters.runtime.ContainerImage;

/**
 * What images are called in a cluster. Nothing is built there: an image with a recipe has to be
 * where the others come from, with the tag {@code local}.
 *
 * @param registry what takes the place of the registry in each name; empty for none
 */
record ImageNames(String registry) {
  /** A shell, kill and iptables: what injects faults from inside a pod. */
  private static final String AGENT = "agent:1";

  /** What the guard's program runs on. */
  private static final String JAVA = "eclipse-temurin:17.0.15_6-jre";

  private static final String BUILT_TAG = ":local";

  ImageNames {
    registry = registry.replaceAll("/+$", "");
  }

  String of(ContainerImage image) {
    return of(image.recipe() == null ? image.name() : image.name() + BUILT_TAG);
  }

  String of(String name) {
    if (registry.isEmpty()) {
      return name;
    }
    int slash = name.indexOf('/');
    String first = slash < 0 ? "" : name.substring(0, slash);
    boolean namesRegistry = first.contains(".") || first.contains(":") || first.equals("localhost");
    return registry + "/" + (namesRegistry ? name.substring(slash + 1) : name);
  }

  String agent() {
    return of(AGENT);
  }

  String java() {
    return of(JAVA);
  }
}
