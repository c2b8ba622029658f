package io.chaoschapters.diagnosis.semantic;

import io.chaoschapters.diagnosis.Citation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that is not as it was at the steady state.
 *
 * @param sentence in words, without numbers
 * @param weight how much it counts, above 0
 * @param component what it is about, or null for the whole system
 * @param citation where it is in the evidence
 * @param states the same sentence for every state that its subject could be in, or for every number
 *     of subjects; empty when that is not known
 */
record EarlierSymptom(
    String sentence,
    double weight,
    @Nullable String component,
    Citation citation,
    List<String> states) {
  EarlierSymptom {
    states = List.copyOf(states);
  }
}
