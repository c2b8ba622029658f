package io.chaoschapters.library;

import io.chaoschapters.text.Failure;
import io.chaoschapters.text.RootLocale;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.apiguardian.api.API;

/**
 * What {@link ServiceLoader} finds. A provider that cannot be made, such as one whose library is
 * not on the class path, does not stand in the way of the others.
 *
 * @param usable those that could be made
 * @param broken a clause for each that could not
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record Providers<T>(List<T> usable, List<String> broken) {
  public Providers {
    usable = List.copyOf(usable);
    broken = List.copyOf(broken);
  }

  /** Loads providers with the class loader of this thread. */
  public static <T> Providers<T> of(Class<T> service) {
    List<T> usable = new ArrayList<>();
    List<String> broken = new ArrayList<>();
    Iterator<ServiceLoader.Provider<T>> found = ServiceLoader.load(service).stream().iterator();
    while (true) {
      try {
        if (!found.hasNext()) {
          return new Providers<>(usable, broken);
        }
        usable.add(found.next().get());
      } catch (ServiceConfigurationError | LinkageError e) {
        broken.add(Failure.words(e).replaceAll("[.]$", ""));
      }
    }
  }

  /** What to append to a sentence about an id that was not found; empty when nothing is broken. */
  public String brokenToo() {
    return broken.isEmpty()
        ? ""
        : RootLocale.format(" What cannot be loaded: %s.", String.join("; ", broken));
  }
}
