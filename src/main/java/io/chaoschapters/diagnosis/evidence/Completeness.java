package io.chaoschapters.diagnosis.evidence;

import io.chaoschapters.text.RootLocale;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Looks for what a record that was read from a file lacks: a member that is null and may not be. A
 * record's own constructor does not find a text or a number that was left out.
 */
final class Completeness {
  private Completeness() {}

  /** The path of the first such member, such as {@code components[0].health}. */
  static Optional<String> missing(Record read) {
    return missing(read, "");
  }

  private static Optional<String> missing(Record read, String path) {
    return Stream.of(read.getClass().getRecordComponents())
        .flatMap(component -> missing(read, component, path).stream())
        .findFirst();
  }

  private static Optional<String> missing(Record read, RecordComponent component, String path) {
    String name = path + component.getName();
    Object value = value(read, component);
    if (value == null) {
      return component.getAnnotatedType().isAnnotationPresent(Nullable.class)
          ? Optional.empty()
          : Optional.of(name);
    }
    if (value instanceof List<?> list) {
      return IntStream.range(0, list.size())
          .filter(i -> list.get(i) instanceof Record)
          .mapToObj(i -> missing((Record) list.get(i), RootLocale.format("%s[%d].", name, i)))
          .flatMap(Optional::stream)
          .findFirst();
    }
    return value instanceof Record inner ? missing(inner, name + ".") : Optional.empty();
  }

  private static @Nullable Object value(Record read, RecordComponent component) {
    try {
      return component.getAccessor().invoke(read);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Cannot read " + component, e);
    }
  }
}
