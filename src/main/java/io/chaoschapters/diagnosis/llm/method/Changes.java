package io.chaoschapters.diagnosis.llm.method;

import io.chaoschapters.diagnosis.evidence.CoreText;
import io.chaoschapters.diagnosis.evidence.Evidence;
import io.chaoschapters.diagnosis.evidence.LogEvidence;
import io.chaoschapters.diagnosis.evidence.ViolationEvidence;
import io.chaoschapters.subject.ComponentStatus;
import io.chaoschapters.subject.Health;
import io.chaoschapters.text.RootLocale;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What sets evidence apart from the same system's own steady state, in a few lines for a model that
 * loses its way in more: component states, what is out of bounds, new warnings. Metrics that have
 * changed are left out, because they change in healthy systems too.
 */
final class Changes {
  private static final int WARNINGS = 2;
  private static final Pattern LEVEL =
      Pattern.compile("^\\W*(?:WARN(?:ING)?|ERROR|SEVERE|FATAL)\\W*", Pattern.CASE_INSENSITIVE);

  private Changes() {}

  /** Of this evidence; nothing but the lack of changes when all is as it was. */
  static String of(Evidence evidence) {
    List<String> lines = new ArrayList<>(components(evidence));
    evidence.violations().stream()
        .filter(ViolationEvidence::active)
        .forEach(v -> lines.add(v.sentence()));
    evidence.violations().stream().filter(v -> !v.active()).forEach(v -> lines.add(v.sentence()));
    lines.addAll(warnings(evidence));
    return lines.isEmpty() ? none() : text(lines);
  }

  /** The steady state against itself. */
  static String none() {
    return CoreText.get("llm.changes") + "- " + CoreText.get("llm.changes.none") + "\n";
  }

  private static String text(List<String> lines) {
    return CoreText.get("llm.changes")
        + lines.stream().map(line -> "- " + line + "\n").collect(Collectors.joining())
        + CoreText.get("llm.changes.rest")
        + "\n";
  }

  private static List<String> components(Evidence evidence) {
    Map<String, Health> before =
        evidence.baseline().components().stream()
            .collect(Collectors.toMap(ComponentStatus::id, ComponentStatus::health, (a, b) -> a));
    return evidence.components().stream()
        .filter(c -> before.get(c.id()) != c.health())
        .map(c -> RootLocale.format("%s %s %s", c.role(), c.id(), c.words()))
        .toList();
  }

  /** Components often print the same line; it is shown once, for the one that printed it first. */
  private static List<String> warnings(Evidence evidence) {
    Map<String, String> firstComponent = new LinkedHashMap<>();
    evidence.log().stream()
        .filter(LogEvidence::warning)
        .forEach(line -> firstComponent.putIfAbsent(bare(line), line.component()));
    return firstComponent.entrySet().stream()
        .limit(WARNINGS)
        .map(
            line ->
                RootLocale.format(CoreText.get("llm.changes.log"), line.getValue(), line.getKey()))
        .toList();
  }

  private static String bare(LogEvidence line) {
    return LEVEL.matcher(line.text()).replaceFirst("");
  }
}
