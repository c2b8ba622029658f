package io.chaoschapters.junit;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * Whether JUnit would run a method that is not among those selected: it evaluates conditions only
 * for those.
 */
final class Conditions {
  private final ExtensionContext context;

  /** Conditions see this context of the run, with another method. */
  Conditions(ExtensionContext context) {
    this.context = context;
  }

  /** Why the method would not be run; empty when it would. */
  Optional<String> against(Method method) {
    Optional<String> disabled =
        AnnotationSupport.findAnnotation(method, Disabled.class)
            .map(annotation -> annotation.value())
            .map(why -> why.isBlank() ? method.getName() + " is @Disabled" : why);
    return disabled.or(
        () ->
            conditions(method)
                .map(condition -> condition.evaluateExecutionCondition(contextOf(method)))
                .filter(ConditionEvaluationResult::isDisabled)
                .map(result -> result.getReason().orElse("a condition disables it"))
                .findFirst());
  }

  /**
   * Those that annotations of the method, or of its class, bring: {@code @EnabledOnOs} and such.
   */
  private Stream<ExecutionCondition> conditions(Method method) {
    return Stream.<AnnotatedElement>of(method, context.getRequiredTestClass())
        .flatMap(
            element ->
                AnnotationSupport.findRepeatableAnnotations(element, ExtendWith.class).stream())
        .flatMap(extendWith -> Arrays.<Class<? extends Extension>>stream(extendWith.value()))
        .filter(ExecutionCondition.class::isAssignableFrom)
        .filter(type -> type != ChaosDemoExtension.class)
        .distinct()
        .map(type -> (ExecutionCondition) ReflectionSupport.newInstance(type));
  }

  /** Made by a proxy, as each version of JUnit adds methods to the interface. */
  private ExtensionContext contextOf(Method method) {
    Map<String, Object> own =
        Map.of(
            "getElement", Optional.of(method),
            "getTestMethod", Optional.of(method),
            "getRequiredTestMethod", method);
    return (ExtensionContext)
        Proxy.newProxyInstance(
            ExtensionContext.class.getClassLoader(),
            new Class<?>[] {ExtensionContext.class},
            (proxy, called, arguments) ->
                own.containsKey(called.getName())
                    ? own.get(called.getName())
                    : ReflectionSupport.invokeMethod(
                        called, context, arguments == null ? new Object[0] : arguments));
  }
}
