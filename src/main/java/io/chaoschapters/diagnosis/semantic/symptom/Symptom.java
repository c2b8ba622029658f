package io.chaoschapters.diagnosis.semantic.symptom;

import io.chaoschapters.diagnosis.Citation;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Something that is not as it was at the steady state.
 *
 * @param kind where it comes from
 * @param sentence in words, without numbers and without ids
 * @param words the part of it that the system itself worded
 * @param weight how much it speaks against the steady state; 0 for what moves without any fault
 * @param strength how far it moved, from 0 to 1
 * @param component what it is about, or null for none or several
 * @param citation where it is in the evidence
 * @param state what became of components, or null when it is about something else
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record Symptom(
    SymptomKind kind,
    String sentence,
    String words,
    double weight,
    double strength,
    @Nullable String component,
    Citation citation,
    @Nullable RoleState state) {

  /** One that did not come of a component's state. */
  public static Symptom of(
      SymptomKind kind,
      String sentence,
      String words,
      double weight,
      @Nullable String component,
      Citation citation) {
    return new Symptom(kind, sentence, words, weight, 1, component, citation, null);
  }
}
