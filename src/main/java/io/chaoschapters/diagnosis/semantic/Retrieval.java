package io.chaoschapters.diagnosis.semantic;

import io.chaoschapters.diagnosis.Diagnosis;
import java.util.List;
import org.apiguardian.api.API;

/**
 * What the embedded model makes of evidence, as a start for other diagnosers.
 *
 * @param answer its whole answer
 * @param terms every term of the glossary, the one that fits best first; empty when nothing has
 *     changed for the worse
 * @param fits whether the first of them explains more of what has changed than it leaves open
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record Retrieval(Diagnosis answer, List<RankedTerm> terms, boolean fits) {
  public Retrieval {
    terms = List.copyOf(terms);
  }
}
