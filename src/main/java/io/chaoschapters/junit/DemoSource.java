package io.chaoschapters.junit;

import io.chaoschapters.ChaosDemo;
import java.util.Optional;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;

/** Finds the class of chapters that a test comes from. */
final class DemoSource {
  private DemoSource() {}

  /** The launcher leaves out nothing but leaves, so methods are judged by their class. */
  static Optional<ChaosDemo> demo(TestSource source) {
    Class<?> type = null;
    if (source instanceof ClassSource ofClass) {
      type = ofClass.getJavaClass();
    } else if (source instanceof MethodSource ofMethod) {
      type = ofMethod.getJavaClass();
    }
    for (; type != null; type = type.getEnclosingClass()) {
      Optional<ChaosDemo> demo = AnnotationSupport.findAnnotation(type, ChaosDemo.class);
      if (demo.isPresent()) {
        return demo;
      }
    }
    return Optional.empty();
  }
}
