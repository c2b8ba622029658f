package io.chaoschapters.diagnosis.semantic;

import io.chaoschapters.diagnosis.evidence.Evidence;
import io.chaoschapters.diagnosis.semantic.symptom.RoleState;
import io.chaoschapters.subject.ComponentStatus;
import io.chaoschapters.subject.Health;

/** What became of components: a kind of fault that can be left out of training as a whole. */
enum Shape {
  MOST("most of a role gone or silent"),
  GONE("a component gone"),
  SILENT("a component silent"),
  UNWELL("a component unwell"),
  NONE("every component serves");

  private final String words;

  Shape(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }

  static Shape of(Evidence evidence) {
    if (evidence.components().stream().anyMatch(c -> isMostLost(evidence, c.role()))) {
      return MOST;
    }
    return has(evidence, Health.REFUSING)
        ? GONE
        : has(evidence, Health.SILENT) ? SILENT : has(evidence, Health.DEGRADED) ? UNWELL : NONE;
  }

  private static boolean isMostLost(Evidence evidence, String role) {
    long all = evidence.components().stream().filter(c -> c.role().equals(role)).count();
    long lost =
        evidence.components().stream()
            .filter(c -> c.role().equals(role) && RoleState.isLost(c.health()))
            .count();
    return all > 1 && 2 * lost > all;
  }

  private static boolean has(Evidence evidence, Health health) {
    return evidence.components().stream().map(ComponentStatus::health).anyMatch(health::equals);
  }
}
