package io.chaoschapters.diagnosis.semantic;

import io.chaoschapters.subject.Term;

/**
 * How well a term fits the symptoms.
 *
 * @param score by which terms are ranked, 0 to 1: likeness beyond what all terms share
 * @param cosine plain likeness, 0 to 1: whether it fits at all
 */
record RankedTerm(Term term, double score, double cosine) {}
