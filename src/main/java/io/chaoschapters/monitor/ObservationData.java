package io.chaoschapters.monitor;

import io.chaoschapters.subject.ComponentStatus;
import io.chaoschapters.subject.Observation;
import io.chaoschapters.subject.Reading;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An observation as journal data; an unknown signal is written as its reason. */
final class ObservationData {
  private ObservationData() {}

  static Map<String, Object> of(Observation observation, List<InvariantStatus> statuses) {
    List<Map<String, Object>> components =
        observation.components().stream().map(ObservationData::component).toList();
    Map<String, Object> signals = new LinkedHashMap<>();
    Map<String, Object> unknown = new LinkedHashMap<>();
    List<String> notYet = new ArrayList<>();
    observation
        .signals()
        .forEach(
            (id, reading) -> {
              if (reading.value() != null) {
                signals.put(id, reading.value());
              } else {
                unknown.put(id, reading.why());
                if (reading.notYet()) {
                  notYet.add(id);
                }
              }
            });
    return Map.of(
        "components", components,
        "signals", signals,
        "unknown", unknown,
        "notYet", notYet,
        "invariants", statuses.stream().map(ObservationData::invariant).toList());
  }

  private static Map<String, Object> invariant(InvariantStatus status) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("id", status.invariant().id());
    data.put("statement", status.invariant().statement());
    data.put("unit", status.invariant().unit());
    data.put("state", status.state().name());
    Reading reading = status.measurement().reading();
    if (reading.value() == null) {
      data.put("why", reading.why());
      data.put("notYet", reading.notYet());
    } else {
      data.put("measured", reading.value());
      data.put("bound", status.measurement().bound().words());
      end(data, "min", status.measurement().bound().min());
      end(data, "max", status.measurement().bound().max());
    }
    return data;
  }

  /** An end that the bound does not have is left out: infinity is not a number of JSON. */
  private static void end(Map<String, Object> data, String key, double value) {
    if (Double.isFinite(value)) {
      data.put(key, value);
    }
  }

  private static Map<String, Object> component(ComponentStatus status) {
    return Map.of(
        "id", status.id(),
        "role", status.role(),
        "health", status.health().name(),
        "detail", status.detail());
  }
}
