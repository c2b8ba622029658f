package io.chaoschapters.diagnosis;

import java.util.List;
import java.util.function.UnaryOperator;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * One anomaly that a diagnosis names.
 *
 * @param term a term of the glossary or {@value Diagnosis#OTHER}, as answered
 * @param component the component that is blamed for it, or null for the whole system
 * @param symptoms the evidence that speaks for this one and not for another one that is named
 *     beside it; may be empty
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record NamedAnomaly(String term, @Nullable String component, List<Citation> symptoms) {
  /** Copies the list. */
  public NamedAnomaly {
    symptoms = List.copyOf(symptoms);
  }

  /** One of the whole system. */
  public static NamedAnomaly of(String term) {
    return new NamedAnomaly(term, null, List.of());
  }

  /** Returns a copy at a component. */
  public NamedAnomaly at(@Nullable String where) {
    return new NamedAnomaly(term, where, symptoms);
  }

  /** Returns a copy in which each symptom has become another one, such as one that was checked. */
  NamedAnomaly with(UnaryOperator<Citation> check) {
    return new NamedAnomaly(term, component, symptoms.stream().map(check).toList());
  }

  /** The term and where it is. */
  @Override
  public String toString() {
    return component == null ? term : term + ", at " + component;
  }
}
