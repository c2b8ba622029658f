package io.chaoschapters.diagnosis.semantic;

import io.chaoschapters.subject.Term;
import org.apiguardian.api.API;

/**
 * How well a term fits the symptoms.
 *
 * @param score its posterior, 0 to 1: how likely it is if one of the terms is right
 * @param cosine plain likeness to the telling symptom that fits it best: whether it fits at all
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record RankedTerm(Term term, double score, double cosine) {}
