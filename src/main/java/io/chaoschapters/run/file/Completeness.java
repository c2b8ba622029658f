package io.chaoschapters.run.file;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Whether a record that was read has all that it must have. */
final class Completeness {
  private Completeness() {}

  /** Whether only components that may be null are, here and in every record within. */
  static boolean isComplete(Record read) {
    for (RecordComponent component : read.getClass().getRecordComponents()) {
      Object value = value(read, component);
      boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
      if (value == null ? !optional : !isWhole(value)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isWhole(Object value) {
    if (value instanceof Record inner) {
      return isComplete(inner);
    }
    return !(value instanceof Collection<?> all) || all.stream().allMatch(Completeness::isWhole);
  }

  private static @Nullable Object value(Record read, RecordComponent component) {
    try {
      return component.getAccessor().invoke(read);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Cannot read " + component + " of " + read.getClass(), e);
    }
  }
}
