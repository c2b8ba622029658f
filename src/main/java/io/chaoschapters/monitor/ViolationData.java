package io.chaoschapters.monitor;

import java.util.LinkedHashMap;
import java.util.Map;

/** A violation as journal data. */
final class ViolationData {
  private ViolationData() {}

  static Map<String, Object> of(Violation violation) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("invariant", violation.invariant().id());
    data.put("statement", violation.invariant().statement());
    data.put("measured", violation.measured());
    data.put("bound", violation.bound().words());
    data.put("unit", violation.invariant().unit());
    if (violation.component() != null) {
      data.put("component", violation.component());
    }
    data.put("sentence", violation.sentence());
    return data;
  }
}
