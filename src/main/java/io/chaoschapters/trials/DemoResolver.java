package io.chaoschapters.trials;

import io.chaoschapters.ChaosDemo;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.engine.discovery.MethodSelector;
import org.junit.platform.engine.support.discovery.SelectorResolver;

/** Finds the subject of a class of chapters; several classes of one subject are tried once. */
final class DemoResolver implements SelectorResolver {
  private final Predicate<String> classNames;

  DemoResolver(Predicate<String> classNames) {
    this.classNames = classNames;
  }

  @Override
  public Resolution resolve(ClassSelector selector, Context context) {
    return classNames.test(selector.getClassName())
        ? resolve(selector.getJavaClass(), context)
        : Resolution.unresolved();
  }

  /** A single chapter selects its whole subject: trials are made of experiments. */
  @Override
  public Resolution resolve(MethodSelector selector, Context context) {
    return resolve(selector.getJavaClass(), context);
  }

  private static Resolution resolve(Class<?> type, Context context) {
    return AnnotationSupport.findAnnotation(type, ChaosDemo.class)
        .flatMap(demo -> context.addToParent(parent -> subject(parent, demo.subject(), type)))
        .map(found -> Resolution.match(Match.exact(found)))
        .orElse(Resolution.unresolved());
  }

  private static Optional<TestDescriptor> subject(
      TestDescriptor parent, String subject, Class<?> type) {
    SubjectTrials trials = new SubjectTrials(parent.getUniqueId(), subject, type);
    return parent.getChildren().stream()
        .filter(child -> child.getUniqueId().equals(trials.getUniqueId()))
        .map(TestDescriptor.class::cast)
        .findFirst()
        .or(() -> Optional.of(trials));
  }
}
