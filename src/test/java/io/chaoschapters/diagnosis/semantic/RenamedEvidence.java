package io.chaoschapters.diagnosis.semantic;

import io.chaoschapters.diagnosis.evidence.Evidence;
import io.chaoschapters.diagnosis.evidence.EvidenceJson;
import io.chaoschapters.subject.ComponentStatus;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The same evidence of components that have exchanged their names within each role. */
final class RenamedEvidence {
  private RenamedEvidence() {}

  static Evidence of(Evidence evidence, int shift) {
    Map<String, String> names = new LinkedHashMap<>();
    evidence.components().stream()
        .map(ComponentStatus::role)
        .distinct()
        .forEach(
            role -> {
              List<String> ids =
                  evidence.components().stream()
                      .filter(c -> c.role().equals(role))
                      .map(ComponentStatus::id)
                      .toList();
              for (int i = 0; i < ids.size(); i++) {
                names.put(ids.get(i), ids.get((i + shift) % ids.size()));
              }
            });
    Pattern ids =
        Pattern.compile(
            names.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|", "\\b(?:", ")\\b")));
    String renamed =
        ids.matcher(EvidenceJson.text(evidence))
            .replaceAll(
                found ->
                    Matcher.quoteReplacement(names.getOrDefault(found.group(), found.group())));
    return EvidenceJson.parse(renamed, "renamed");
  }
}
