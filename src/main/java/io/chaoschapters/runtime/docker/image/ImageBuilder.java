package io.chaoschapters.runtime.docker.image;

import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.Image;
import io.chaoschapters.runtime.ContainerImage;
import io.chaoschapters.runtime.ImageRecipe;
import io.chaoschapters.runtime.RuntimeFailureException;
import io.chaoschapters.runtime.docker.engine.Engine;
import io.chaoschapters.runtime.docker.engine.EngineErrors;
import io.chaoschapters.text.RootLocale;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.testcontainers.images.builder.ImageFromDockerfile;

/** Builds the images that a recipe is given for, unless the engine has the very same already. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class ImageBuilder {
  /** Says of which image this is one version. */
  private static final String IMAGE_LABEL = "io.chaoschapters.image";

  /** What older engines call an image without a name. */
  private static final String NO_NAME = "<none>:<none>";

  /** From the end of a build to the first container that uses it, by far. */
  private static final Duration MAY_BE_WANTED = Duration.ofHours(1);

  private final Engine engine;
  private final Images images;

  public ImageBuilder(Engine engine, Images images) {
    this.engine = engine;
    this.images = images;
  }

  /** The name under which the engine has what a container is to be made from. */
  public synchronized String get(ContainerImage image) {
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
          RootLocale.format(
              "Image %s could not be built on %s: %s.", name, base, EngineErrors.of(e)),
          e);
    }
  }

  /** An earlier version that a container still uses stays. */
  private void removeOthers(String repository, String current) {
    List<Image> all =
        engine.ask(
            "list images",
            client ->
                client.listImagesCmd().withLabelFilter(IMAGE_LABEL + "=" + repository).exec());
    outdated(all, current, Instant.now()).forEach(this::removeUnlessUsed);
  }

  /**
   * What to remove of the versions of an image, by name, or by id where another run that built the
   * same has taken the name away. A young one may be what another run is about to use.
   */
  static List<String> outdated(List<Image> versions, String current, Instant now) {
    Instant young = now.minus(MAY_BE_WANTED);
    return versions.stream()
        .filter(version -> Instant.ofEpochSecond(version.getCreated()).isBefore(young))
        .flatMap(ImageBuilder::names)
        .filter(name -> !name.equals(current))
        .toList();
  }

  private static Stream<String> names(Image version) {
    String[] tags = Optional.ofNullable(version.getRepoTags()).orElse(new String[0]);
    boolean named = Arrays.stream(tags).anyMatch(tag -> !tag.equals(NO_NAME));
    return named ? Arrays.stream(tags) : Stream.of(version.getId());
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
