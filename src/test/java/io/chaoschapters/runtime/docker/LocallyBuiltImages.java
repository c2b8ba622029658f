package io.chaoschapters.runtime.docker;

import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.ImageNameSubstitutor;

/**
 * Puts the images that {@code docker/build-local-images} has built in the place of all others, for
 * machines that reach no registry. Chosen by {@code TESTCONTAINERS_IMAGE_SUBSTITUTOR}.
 */
public final class LocallyBuiltImages extends ImageNameSubstitutor {
  /** Names none that could be reached, so that nobody asks another registry for them. */
  static final String REGISTRY = "chaoschapters.local/";

  @Override
  public DockerImageName apply(DockerImageName original) {
    return DockerImageName.parse(
        REGISTRY + original.getRepository() + ":" + original.getVersionPart());
  }

  @Override
  protected String getDescription() {
    return "images built by docker/build-local-images";
  }
}
