package io.chaoschapters.runtime.kubernetes.mesh;

import io.chaoschapters.text.RootLocale;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What Chaos Mesh says of an object. It is no proof of an effect: a fault was reported injected
 * that never happened, and recovered before it had begun.
 *
 * @param conditions such as AllInjected: True
 * @param failure what could not be done, in its words; empty when it says of nothing that it failed
 */
record ChaosReport(Map<String, String> conditions, String failure) {
  private static final String YES = "True";
  private static final String INJECTED = "AllInjected";
  private static final String RECOVERED = "AllRecovered";

  ChaosReport {
    conditions = new TreeMap<>(conditions);
  }

  static ChaosReport of(GenericKubernetesResource seen) {
    Object status = seen.getAdditionalProperties().get("status");
    Map<String, String> conditions =
        maps(status, "conditions")
            .filter(one -> one.get("type") != null)
            .collect(
                Collectors.toMap(
                    one -> text(one.get("type")), one -> text(one.get("status")), (a, b) -> b));
    String failure =
        maps(field(status, "experiment"), "containerRecords")
            .flatMap(one -> lastEvent(one).stream())
            .filter(event -> "Failed".equals(event.get("type")))
            .map(event -> text(event.get("message")).replaceAll("\\s+", " ").strip())
            .distinct()
            .collect(Collectors.joining("; "));
    return new ChaosReport(conditions, failure);
  }

  /** The newest is the last. */
  private static Optional<Map<?, ?>> lastEvent(Map<?, ?> containerRecord) {
    return maps(containerRecord, "events").reduce((a, b) -> b);
  }

  private static @Nullable Object field(@Nullable Object parent, String name) {
    return parent instanceof Map<?, ?> map ? map.get(name) : null;
  }

  private static Stream<Map<?, ?>> maps(@Nullable Object parent, String name) {
    return field(parent, name) instanceof List<?> list
        ? list.stream().filter(Map.class::isInstance).map(one -> (Map<?, ?>) one)
        : Stream.empty();
  }

  private static String text(@Nullable Object value) {
    return Objects.toString(value, "");
  }

  boolean isInjected() {
    return YES.equals(conditions.get(INJECTED));
  }

  boolean isRecovered() {
    return YES.equals(conditions.get(RECOVERED));
  }

  /** In one clause. */
  String words() {
    String said =
        conditions.isEmpty()
            ? "nothing, as when its controller manager does not run"
            : conditions.entrySet().stream()
                .map(one -> one.getKey() + " " + one.getValue())
                .collect(Collectors.joining(", "));
    return failure.isEmpty() ? said : RootLocale.format("%s; failed: %s", said, failure);
  }
}
