package io.chaoschapters.metrics;

import java.util.Map;

/** One condition on a label. As in PromQL, a label that is missing equals the empty string. */
record LabelMatcher(String label, String value, boolean negated) {

  LabelMatcher {
    Names.requireLabel(label);
  }

  boolean matches(Map<String, String> labels) {
    return labels.getOrDefault(label, "").equals(value) != negated;
  }
}
