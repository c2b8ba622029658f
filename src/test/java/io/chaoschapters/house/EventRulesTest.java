package io.chaoschapters.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import io.chaoschapters.run.EventTypes;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Nothing is written to the journal that nobody reads, and nothing read that nobody writes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // The classes are imported once.
class EventRulesTest {
  private static final String EVENTS = "io.chaoschapters.run";
  private static final String VIEW = "io.chaoschapters.run.view";

  private final JavaClasses classes = Built.product();

  /** The events, and the records that they are made of. */
  private static Set<Class<?>> records() {
    Set<Class<?>> records = new TreeSet<>(Comparator.comparing(Class::getName));
    EventTypes.all().values().forEach(type -> add(type, records));
    return records;
  }

  private static void add(Class<?> type, Set<Class<?>> records) {
    if (type.isRecord() && records.add(type)) {
      Arrays.stream(type.getRecordComponents())
          .flatMap(component -> parts(component.getGenericType()))
          .forEach(part -> add(part, records));
    }
  }

  private static Stream<Class<?>> parts(Type type) {
    return type instanceof ParameterizedType generic
        ? Arrays.stream(generic.getActualTypeArguments()).map(part -> (Class<?>) part)
        : Stream.of((Class<?>) type);
  }

  @Test
  void everyPartOfAnEvent_isRead() {
    List<String> unread =
        records().stream()
            .flatMap(type -> Arrays.stream(type.getRecordComponents()))
            .filter(component -> !isRead(component))
            .map(c -> c.getDeclaringRecord().getSimpleName() + "." + c.getName())
            .toList();
    assertThat(unread).isEmpty();
  }

  /** By a call, or by a reference such as {@code Started::title}. */
  private boolean isRead(RecordComponent component) {
    JavaClass owner = classes.get(component.getDeclaringRecord());
    JavaMethod accessor = owner.getMethod(component.getAccessor().getName());
    return Stream.concat(
            accessor.getCallsOfSelf().stream(), accessor.getReferencesToSelf().stream())
        .map(JavaAccess::getOriginOwner)
        .anyMatch(reader -> !reader.equals(owner));
  }

  @Test
  void everyEvent_isWritten() {
    List<String> unwritten =
        EventTypes.all().values().stream()
            .filter(type -> !isWritten(type))
            .map(EventTypes::name)
            .toList();
    assertThat(unwritten).isEmpty();
  }

  /** By somebody who has seen it happen: the view only knows what was written. */
  private boolean isWritten(Class<?> type) {
    JavaClass event = classes.get(type);
    return Stream.concat(
            event.getConstructors().stream().flatMap(c -> c.getCallsOfSelf().stream()),
            event.getMethods().stream()
                .filter(m -> m.getModifiers().contains(JavaModifier.STATIC))
                .flatMap(m -> m.getCallsOfSelf().stream()))
        .map(JavaAccess::getOriginOwner)
        .map(JavaClass::getPackageName)
        .anyMatch(writer -> !writer.equals(EVENTS) && !writer.equals(VIEW));
  }
}
