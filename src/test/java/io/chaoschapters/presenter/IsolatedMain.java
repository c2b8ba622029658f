package io.chaoschapters.presenter;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts a program as Maven's {@code exec:java} does: with a class loader of its own, in a JVM
 * whose system class loader has no library.
 */
final class IsolatedMain {
  private IsolatedMain() {}

  /** Takes the class path and the main class. */
  public static void main(String[] arguments) throws Exception {
    ClassLoader loader =
        new URLClassLoader(urls(arguments[0]), ClassLoader.getPlatformClassLoader());
    Thread.currentThread().setContextClassLoader(loader);
    Class<?> main = Class.forName(arguments[1], true, loader);
    main.getMethod("main", String[].class).invoke(null, (Object) new String[0]);
  }

  private static URL[] urls(String classPath) throws MalformedURLException {
    List<URL> urls = new ArrayList<>();
    for (String entry : classPath.split(File.pathSeparator)) {
      urls.add(Path.of(entry).toUri().toURL());
    }
    return urls.toArray(URL[]::new);
  }
}
