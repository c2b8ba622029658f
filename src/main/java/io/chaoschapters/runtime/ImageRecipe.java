package io.chaoschapters.runtime;

import java.util.List;
import org.apiguardian.api.API;

/**
 * How an image with a program of this class path is built.
 *
 * <p>The Dockerfile finds beside it {@code classes/}, with what lies in the program's package and
 * below and with the framework's classes, as far as they are not in jars, and {@code lib/}, with
 * jars; it takes the build argument {@code BASE}.
 *
 * @param dockerfile its name on the class path
 * @param base name and pinned tag of the image that it is built on; replaceable through
 *     Testcontainers' image name substitution
 * @param main the program
 * @param libraries how the file names of the jars that it needs begin
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record ImageRecipe(String dockerfile, String base, Class<?> main, List<String> libraries) {
  /** Copies the list. */
  public ImageRecipe {
    libraries = List.copyOf(libraries);
  }
}
