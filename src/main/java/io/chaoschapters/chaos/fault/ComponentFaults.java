package io.chaoschapters.chaos.fault;

import io.chaoschapters.runtime.ComponentRuntime;
import io.chaoschapters.subject.Cluster;
import io.chaoschapters.subject.FaultType;
import io.chaoschapters.subject.Requirements;
import io.chaoschapters.subject.Subject;
import io.chaoschapters.text.RootLocale;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/** The faults that every component knows. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class ComponentFaults {
  private static final List<ComponentFaultType> ALL =
      List.of(
          new FreezeFaultType(),
          new KillFaultType(),
          new ThrottleFaultType(),
          new PartitionFaultType(),
          new LatencyFaultType());

  private ComponentFaults() {}

  /**
   * {@code freeze}, {@code kill}, {@code throttle}, and where a runtime can, {@code partition},
   * {@code latency}.
   */
  public static List<FaultType<Cluster>> all() {
    return List.copyOf(ALL);
  }

  /**
   * Why no witness of a subject could ever see a fault, so that no chapter with it would be valid;
   * empty when one could, or when its code does not tell before it runs.
   *
   * @param targets as an experiment names them
   */
  public static Optional<String> unwitnessed(
      FaultType<?> fault, Subject<?> subject, List<String> targets) {
    if (fault instanceof ComponentFaultType && subject instanceof Requirements file) {
      return file.unwitnessed(fault.name(), targets);
    }
    return fault instanceof ComponentFaultType ours
        ? ours.witness()
            .filter(witness -> isMissing(witness, cluster(subject)))
            .map(
                witness ->
                    RootLocale.format(
                        "nothing could see it, for the Cluster of subject '%s' has no %s() of its own; write that in Java, or a fault of your own with a witness",
                        subject.id(), witness))
        : Optional.empty();
  }

  private static boolean isMissing(String witness, Class<?> cluster) {
    return !Modifier.isAbstract(cluster.getModifiers())
        && Arrays.stream(cluster.getMethods())
            .filter(method -> method.getName().equals(witness))
            .allMatch(method -> method.getDeclaringClass() == Cluster.class);
  }

  /** What it says that it starts; an interface, which is abstract, when it says no more. */
  private static Class<?> cluster(Subject<?> subject) {
    return Arrays.stream(subject.getClass().getMethods())
        .filter(method -> method.getName().equals("start") && !method.isBridge())
        .filter(
            method -> List.of(method.getParameterTypes()).equals(List.of(ComponentRuntime.class)))
        .<Class<?>>map(Method::getReturnType)
        .findFirst()
        .orElse(Cluster.class);
  }
}
