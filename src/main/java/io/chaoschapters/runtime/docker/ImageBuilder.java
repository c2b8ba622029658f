package io.chaoschapters.runtime.docker;

import com.github.dockerjava.api.exception.DockerException;
import io.chaoschapters.runtime.ContainerImage;
import io.chaoschapters.runtime.ImageRecipe;
import io.chaoschapters.runtime.RuntimeFailureException;
import java.util.Map;
import java.util.Optional;
import org.testcontainers.images.builder.ImageFromDockerfile;

/** Builds the images that a recipe is given for, unless the engine has the very same already. */
final class ImageBuilder {
  /** Says of which image this is one version. */
  private static final String IMAGE_LABEL = "io.chaoschapters.image";

  private final Engine engine;
  private final Images images;

  ImageBuilder(Engine engine, Images images) {
    this.engine = engine;
    this.images = images;
  }

  /** The name under which the engine has what a container is to be made from. */
  synchronized String get(ContainerImage image) {
    ImageRecipe recipe = image.recipe();
    if (recipe == null) {
      return images.get(image.name());
    }
    String base = images.get(recipe.base());
    BuildContext context = BuildContext.of(recipe, base);
    String name = image.name() + ":" + context.digest();
    if (!images.isPresent(name)) {
      build(image.name(), name, base, context);
      removeOthers(image.name(), name);
    }
    return name;
  }

  private static void build(String repository, String name, String base, BuildContext context) {
    ImageFromDockerfile building =
        new ImageFromDockerfile(name, false)
            .withBuildArg("BASE", base)
            .withFileFromString("Dockerfile", context.dockerfile())
            .withBuildImageCmdModifier(
                command -> command.withLabels(Map.of(IMAGE_LABEL, repository)));
    context.files().forEach(building::withFileFromPath);
    try {
      building.get();
    } catch (RuntimeException e) {
      throw new RuntimeFailureException(
          "Image %s could not be built on %s: %s.".formatted(name, base, EngineWords.of(e)), e);
    }
  }

  /** An earlier version that a container still uses stays. */
  private void removeOthers(String repository, String current) {
    var others =
        engine.ask(
            "list images",
            client ->
                client.listImagesCmd().withLabelFilter(IMAGE_LABEL + "=" + repository).exec());
    for (var other : others) {
      String[] names = Optional.ofNullable(other.getRepoTags()).orElse(new String[0]);
      for (String name : names) {
        if (!name.equals(current)) {
          removeUnlessUsed(name);
        }
      }
    }
  }

  private void removeUnlessUsed(String name) {
    try {
      engine.askFor("remove image " + name, client -> client.removeImageCmd(name).exec());
    } catch (RuntimeFailureException e) {
      if (!(e.getCause() instanceof DockerException)) {
        throw e;
      }
    }
  }
}
