package io.chaoschapters.presenter.mode;

import io.chaoschapters.ChaosDemo;
import io.chaoschapters.junit.ChapterPlan;
import java.io.File;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * Finds chapter classes: those in the folders of the class path whose names end in {@code
 * Chapters}.
 *
 * <p>Under {@code exec:java} the property {@code java.class.path} holds only Maven's own launcher,
 * so the class loader is asked first.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class ChapterClasses {
  private static final String SUFFIX = "Chapters";

  private ChapterClasses() {}

  /** Every class of chapters, by subject and name. */
  public static List<ChapterPlan> all() {
    List<ChapterPlan> plans = new ArrayList<>();
    for (URI root : roots()) {
      for (Class<?> type :
          ReflectionSupport.findAllClassesInClasspathRoot(
              root,
              found -> AnnotationSupport.isAnnotated(found, ChaosDemo.class),
              name -> name.endsWith(SUFFIX))) {
        plans.add(ChapterPlan.of(type));
      }
    }
    plans.sort(
        Comparator.comparing(ChapterPlan::subject).thenComparing(plan -> plan.type().getName()));
    return plans;
  }

  private static List<URI> roots() {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    Stream<URI> entries =
        loader instanceof URLClassLoader urls
            ? Arrays.stream(urls.getURLs()).map(ChapterClasses::uri)
            : Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toUri());
    return entries
        .filter(uri -> "file".equals(uri.getScheme()) && Files.isDirectory(Path.of(uri)))
        .distinct()
        .toList();
  }

  private static URI uri(URL url) {
    try {
      return url.toURI();
    } catch (URISyntaxException e) {
      throw new IllegalStateException("The class path holds " + url + ", which is no address", e);
    }
  }
}
