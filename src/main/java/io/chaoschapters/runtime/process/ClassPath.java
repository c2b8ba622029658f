package io.chaoschapters.runtime.process;

import io.chaoschapters.runtime.RuntimeFailureException;
import io.chaoschapters.text.RootLocale;
import java.io.File;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apiguardian.api.API;

/**
 * The class path with which a child JVM finds a class and all that it needs.
 *
 * <p>A class may have been loaded by the system class loader (IDEs; Surefire, which writes the true
 * path into {@code java.class.path}) or by a {@link URLClassLoader} whose JVM was started with
 * hardly any class path at all (Maven's {@code exec:java}). So the URLs of its class loader and of
 * that one's parents come first, then {@code java.class.path}.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class ClassPath {
  private ClassPath() {}

  /** The folders and jars, absolute and in order. */
  public static List<Path> of(Class<?> type) {
    return of(type, System.getProperty("java.class.path", ""));
  }

  public static List<Path> of(Class<?> type, String javaClassPath) {
    Set<Path> entries = new LinkedHashSet<>();
    boolean system = false;
    for (ClassLoader loader = type.getClassLoader(); loader != null; loader = loader.getParent()) {
      system |= loader == ClassLoader.getSystemClassLoader();
      if (loader instanceof URLClassLoader urls) {
        for (URL url : urls.getURLs()) {
          addFile(url, entries);
        }
      }
    }
    if (system) {
      for (String entry : javaClassPath.split(File.pathSeparator)) {
        if (!entry.isEmpty()) {
          entries.add(Path.of(entry).toAbsolutePath());
        }
      }
    }
    List<Path> path = new ArrayList<>(entries);
    Path own = locationOf(type);
    if (!entries.contains(own) && !system) {
      path.add(0, own);
    }
    return path;
  }

  /** The folder or jar that a class came from. */
  public static Path locationOf(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    Set<Path> file = new LinkedHashSet<>();
    if (source != null && source.getLocation() != null) {
      addFile(source.getLocation(), file);
    }
    if (file.isEmpty()) {
      throw new RuntimeFailureException(
          RootLocale.format(
              "%s cannot run in a child process because it was not loaded from a folder or a plain jar; put it on the class path as one.",
              type.getName()));
    }
    return file.iterator().next();
  }

  private static void addFile(URL url, Set<Path> entries) {
    if (!url.getProtocol().equals("file")) {
      return;
    }
    try {
      entries.add(Path.of(url.toURI()).toAbsolutePath());
    } catch (URISyntaxException | IllegalArgumentException e) {
      throw new RuntimeFailureException(
          RootLocale.format(
              "The class path entry %s is not a file: its address is not well formed.", url),
          e);
    }
  }
}
