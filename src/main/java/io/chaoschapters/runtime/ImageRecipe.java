package io.chaoschapters.runtime;

import java.util.List;
import org.apiguardian.api.API;

/**
 * How an image with a program of this class path is built.
 *
 * <p>The Dockerfile finds in its folder {@code classes/}, what the program's own folder or jar
 * holds, and {@code lib/} with the libraries; it takes the build argument {@code BASE}.
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
