package io.chaoschapters.subject.yaml.read;

import io.chaoschapters.subject.file.Section;
import io.chaoschapters.text.Failure;
import io.chaoschapters.text.RootLocale;
import io.chaoschapters.text.Words;
import java.lang.reflect.InvocationTargetException;
import java.util.Optional;

/** Finds the classes of a user that a file names. */
final class ClassReader {
  private final ClassLoader loader;

  ClassReader(ClassLoader loader) {
    this.loader = loader;
  }

  /** The class that a key names; errors are reported. */
  Optional<Class<?>> named(Section at, String key) {
    String name = String.valueOf(at.text(key));
    try {
      return Optional.of(Class.forName(name, false, loader));
    } catch (ClassNotFoundException | LinkageError e) {
      at.wrong(
          key,
          RootLocale.format(
              "'%s': there is no class '%s' on the class path; write its name with its package.",
              key, Words.quoted(name)));
      return Optional.empty();
    }
  }

  /** An object of the class that a key names; errors are reported. */
  <T> Optional<T> make(Section at, String key, Class<T> type) {
    return named(at, key).flatMap(found -> make(at, key, found, type));
  }

  private static <T> Optional<T> make(Section at, String key, Class<?> found, Class<T> type) {
    if (!type.isAssignableFrom(found)) {
      at.wrong(
          key,
          RootLocale.format(
              "'%s': the class %s does not implement %s.",
              key, found.getName(), type.getSimpleName()));
      return Optional.empty();
    }
    try {
      return Optional.of(type.cast(found.getConstructor().newInstance()));
    } catch (InvocationTargetException e) {
      at.wrong(
          key,
          RootLocale.format(
              "'%s': the constructor of %s failed: %s.",
              key, found.getName(), Failure.words(e.getTargetException())));
    } catch (ReflectiveOperationException e) {
      at.wrong(
          key,
          RootLocale.format(
              "'%s': the class %s must be public, with a public constructor without parameters.",
              key, found.getName()));
    }
    return Optional.empty();
  }
}
