package io.chaoschapters.junit;

import io.chaoschapters.diagnosis.Diagnostician;
import io.chaoschapters.monitor.Monitor;
import io.chaoschapters.subject.Cluster;
import io.chaoschapters.subject.Subject;
import io.chaoschapters.text.RootLocale;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.commons.support.AnnotationSupport;

/** What a chapter's method can ask for by the type of a parameter. */
final class Injection {
  private static final Set<Class<?>> OWN =
      Set.of(Monitor.class, Diagnostician.class, Laboratory.class);

  private Injection() {}

  /**
   * What a method asks for that it would not get, as far as that is known before the subject is
   * started. JUnit's own types, annotated parameters and resolvers of others are not judged.
   */
  static List<String> refused(Method method, Subject<?> subject) {
    return Arrays.stream(method.getParameters())
        .filter(parameter -> !isGiven(parameter.getType(), subject))
        .filter(parameter -> !mayComeFromOthers(parameter, method))
        .map(
            parameter ->
                RootLocale.format(
                    "it asks for a %s, which nothing gives. A chapter can ask for Monitor, Diagnostician, Laboratory, the cluster (%s) and the subject (%s); for anything else, name a ParameterResolver with @ExtendWith.",
                    parameter.getType().getName(),
                    cluster(subject).getName(),
                    subject.getClass().getName()))
        .toList();
  }

  private static boolean isGiven(Class<?> type, Subject<?> subject) {
    Class<?> cluster = cluster(subject);
    return OWN.contains(type)
        || type.isInstance(subject) && Subject.class.isAssignableFrom(type)
        || Cluster.class.isAssignableFrom(type)
            && (type.isAssignableFrom(cluster) || cluster.isAssignableFrom(type));
  }

  /** What the subject's method declares that it starts. */
  private static Class<?> cluster(Subject<?> subject) {
    return Arrays.stream(subject.getClass().getMethods())
        .filter(method -> method.getName().equals("start") && !method.isBridge())
        .<Class<?>>map(Method::getReturnType)
        .filter(Cluster.class::isAssignableFrom)
        .findFirst()
        .orElse(Cluster.class);
  }

  private static boolean mayComeFromOthers(Parameter parameter, Method method) {
    Class<?> type = method.getDeclaringClass();
    return parameter.getType().getPackage() == Test.class.getPackage()
        || parameter.getAnnotations().length > 0
        || !AnnotationSupport.findAnnotatedFields(type, RegisterExtension.class).isEmpty()
        || Stream.of(type, method)
            .flatMap(
                at -> AnnotationSupport.findRepeatableAnnotations(at, ExtendWith.class).stream())
            .flatMap(extendWith -> Arrays.stream(extendWith.value()))
            .anyMatch(Injection::resolvesParameters)
        || ServiceLoader.load(Extension.class).stream()
            .anyMatch(found -> resolvesParameters(found.type()));
  }

  private static boolean resolvesParameters(Class<?> extension) {
    return extension != ChaosDemoExtension.class
        && ParameterResolver.class.isAssignableFrom(extension);
  }

  static boolean supports(Class<?> type, RunSession show) {
    return OWN.contains(type) || isCluster(type, show) || isSubject(type, show);
  }

  static Object resolve(Class<?> type, RunSession show, ChapterRun run) {
    if (type == Monitor.class) {
      return run.monitor();
    }
    if (type == Diagnostician.class) {
      return run.diagnostician();
    }
    if (type == Laboratory.class) {
      return run.laboratory();
    }
    return isCluster(type, show) ? show.environment().cluster() : show.environment().subject();
  }

  /** {@link Cluster} itself, or the type that the subject's own cluster has. */
  private static boolean isCluster(Class<?> type, RunSession show) {
    return Cluster.class.isAssignableFrom(type) && type.isInstance(show.environment().cluster());
  }

  private static boolean isSubject(Class<?> type, RunSession show) {
    return Subject.class.isAssignableFrom(type) && type.isInstance(show.environment().subject());
  }
}
