package io.chaoschapters.runtime;

import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * The image that a container is made from.
 *
 * @param name with a pinned tag; replaceable through Testcontainers' image name substitution,
 *     unless it is built here
 * @param recipe how it is built, or null when it is used as it is
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record ContainerImage(String name, @Nullable ImageRecipe recipe) {
  /** An image that a registry has. */
  public static ContainerImage of(String name) {
    return new ContainerImage(name, null);
  }

  /** The image that is pulled before this one can be used: itself, or its base. */
  public String needed() {
    return recipe == null ? name : recipe.base();
  }
}
