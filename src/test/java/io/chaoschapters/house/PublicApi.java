package io.chaoschapters.house;

import com.tngtech.archunit.core.domain.JavaClass;
import io.chaoschapters.text.RootLocale;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** What users may compile against: all that is public and not marked {@code INTERNAL}. */
final class PublicApi {
  private static final Set<String> OF_EVERY_OBJECT = Set.of("equals", "hashCode", "toString");

  private final List<Class<?>> types;

  private PublicApi(List<Class<?>> types) {
    this.types = types;
  }

  /** That of the framework, without its subjects. */
  static PublicApi ofFramework() {
    return new PublicApi(
        Built.framework().stream()
            .filter(type -> !type.isAnonymousClass() && !type.isLocalClass())
            .<Class<?>>map(JavaClass::reflect)
            .filter(PublicApi::isPublic)
            .filter(type -> !isInternal(type))
            .sorted(Comparator.comparing(Class::getName))
            .toList());
  }

  List<Class<?>> types() {
    return types;
  }

  private static boolean isPublic(Class<?> type) {
    Class<?> outer = type.getDeclaringClass();
    return Modifier.isPublic(type.getModifiers()) && (outer == null || isPublic(outer));
  }

  private static boolean isInternal(Class<?> type) {
    Class<?> outer = type.getDeclaringClass();
    return isMarkedInternal(type) || outer != null && isInternal(outer);
  }

  private static boolean isMarkedInternal(AnnotatedElement element) {
    API stability = element.getAnnotation(API.class);
    return stability != null && stability.status() == API.Status.INTERNAL;
  }

  /** Types that are mentioned and that users are not to use, with one place of each. */
  Set<String> leaks() {
    Set<String> leaks = new TreeSet<>();
    for (Class<?> type : types) {
      mentioned(type, type, leaks);
      for (Member member : members(type)) {
        for (Type part : parts(member)) {
          mentioned(part, type, leaks);
        }
      }
    }
    return leaks;
  }

  /** What is called with so many arguments that nobody can tell which is which. */
  List<String> crowded(int mostParameters) {
    return types.stream()
        .flatMap(type -> members(type).stream())
        .filter(Executable.class::isInstance)
        .map(Executable.class::cast)
        .filter(called -> called.getParameterCount() > mostParameters)
        .map(Executable::toGenericString)
        .toList();
  }

  private static void mentioned(Type part, Class<?> by, Set<String> leaks) {
    Set<Class<?>> classes = new LinkedHashSet<>();
    collect(part, classes);
    if (part == by) {
      classes.addAll(Arrays.asList(by.getInterfaces()));
      collect(by.getGenericSuperclass(), classes);
    }
    classes.stream()
        .filter(type -> type.getName().startsWith("io.chaoschapters"))
        .filter(type -> isPublic(type) && isInternal(type))
        .forEach(type -> leaks.add(type.getName() + " in " + by.getName()));
  }

  private static void collect(@Nullable Type type, Set<Class<?>> classes) {
    if (type instanceof Class<?> one) {
      classes.add(one.isArray() ? one.getComponentType() : one);
    } else if (type instanceof ParameterizedType some) {
      collect(some.getRawType(), classes);
      Arrays.stream(some.getActualTypeArguments()).forEach(each -> collect(each, classes));
    } else if (type instanceof WildcardType any) {
      Arrays.stream(any.getUpperBounds()).forEach(each -> collect(each, classes));
      Arrays.stream(any.getLowerBounds()).forEach(each -> collect(each, classes));
    } else if (type instanceof GenericArrayType array) {
      collect(array.getGenericComponentType(), classes);
    }
  }

  private static List<Type> parts(Member member) {
    List<Type> parts = new ArrayList<>();
    if (member instanceof Executable called) {
      parts.addAll(Arrays.asList(called.getGenericParameterTypes()));
      parts.addAll(Arrays.asList(called.getGenericExceptionTypes()));
    }
    if (member instanceof Method method) {
      parts.add(method.getGenericReturnType());
    }
    if (member instanceof Field field) {
      parts.add(field.getGenericType());
    }
    return parts;
  }

  private static List<Member> members(Class<?> type) {
    return Stream.<Member[]>of(
            type.getDeclaredConstructors(), type.getDeclaredMethods(), type.getDeclaredFields())
        .flatMap(Arrays::stream)
        .filter(member -> !member.isSynthetic())
        .filter(member -> isVisible(member, type))
        .filter(member -> !OF_EVERY_OBJECT.contains(member.getName()))
        .filter(member -> !isMarkedInternal((AnnotatedElement) member))
        .toList();
  }

  private static boolean isVisible(Member member, Class<?> type) {
    int modifiers = member.getModifiers();
    return Modifier.isPublic(modifiers)
        || Modifier.isProtected(modifiers) && !Modifier.isFinal(type.getModifiers());
  }

  /** All of it as text, a type after the other, in an order that depends on names alone. */
  String text() {
    return types.stream().map(PublicApi::text).collect(Collectors.joining("\n"));
  }

  private static String text(Class<?> type) {
    List<String> lines = new ArrayList<>();
    lines.add(header(type));
    members(type).stream().map(PublicApi::line).sorted().forEach(lines::add);
    return lines.stream().collect(Collectors.joining("\n", "", "\n"));
  }

  private static String header(Class<?> type) {
    StringBuilder header = new StringBuilder(type.toGenericString());
    if (type.isRecord()) {
      header.append(
          Arrays.stream(type.getRecordComponents())
              .map(PublicApi::component)
              .collect(Collectors.joining(", ", "(", ")")));
    }
    Type parent = type.getGenericSuperclass();
    if (parent != null && parent != Object.class && !type.isRecord() && !type.isEnum()) {
      header.append(" extends ").append(parent.getTypeName());
    }
    header.append(names(" implements ", Arrays.asList(type.getGenericInterfaces())));
    return header.toString();
  }

  private static String component(RecordComponent component) {
    return component.getGenericType().getTypeName() + " " + component.getName();
  }

  private static String names(String before, Collection<Type> types) {
    return types.isEmpty()
        ? ""
        : types.stream().map(Type::getTypeName).collect(Collectors.joining(", ", before, ""));
  }

  private static String line(Member member) {
    String text =
        member instanceof Executable called
            ? called.toGenericString()
            : ((Field) member).toGenericString();
    Object standard = member instanceof Method method ? method.getDefaultValue() : null;
    String declaring = member.getDeclaringClass().getName();
    // A constructor is called as its type.
    String shown = text.replace(declaring + ".", "");
    return RootLocale.format(
        "  %s%s", shown, standard == null ? "" : " default " + words(standard));
  }

  private static String words(Object value) {
    return value instanceof Object[] several ? Arrays.toString(several) : value.toString();
  }
}
