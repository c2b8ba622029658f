package io.chaoschapters.metrics;

import io.chaoschapters.metrics.exposition.Names;
import java.util.Map;

/** One condition on a label. As in PromQL, a label that is missing equals the empty string. */
record LabelMatcher(String label, String value, boolean negated) {

  LabelMatcher {
    Names.requireLabel(label);
  }

  /** Whether the text of a sample may match; only one that does not hold the value cannot. */
  boolean mayMatch(String text) {
    String escaped = value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    return negated || value.isEmpty() || text.contains("\"" + escaped + "\"");
  }

  boolean matches(Map<String, String> labels) {
    return labels.getOrDefault(label, "").equals(value) != negated;
  }
}
