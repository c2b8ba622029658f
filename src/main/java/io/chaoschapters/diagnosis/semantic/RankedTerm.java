package io.chaoschapters.diagnosis.semantic;

import io.chaoschapters.subject.Term;
import org.apiguardian.api.API;

/**
 * How well a term fits the symptoms.
 *
 * @param score by which terms are ranked, 0 to 1: likeness beyond what all terms share
 * @param cosine plain likeness, 0 to 1: whether it fits at all
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record RankedTerm(Term term, double score, double cosine) {}
