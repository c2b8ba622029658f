package io.chaoschapters.diagnosis.semantic;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/**
 * The numbers that were learnt from made-up systems; docs/diagnosis-semantic.md tells how.
 *
 * @param likeness how much each likeness counts
 * @param kindLikeness what is added to that for a kind of symptom
 * @param facts how much each fact counts
 * @param kind how much a kind of symptom counts
 * @param own how much what a symptom is in itself adds to that
 * @param chance how often a kind of symptom comes of something else
 * @param chanceOwn how much its fare, best cosine, likeness to a consequence and a state of being
 *     unwell add to that
 * @param crowd how much less one of many symptoms of a kind counts
 * @param whole how much each number about a whole term counts
 * @param right makes the likelihood that the first term is right of its {@link Certainty}; the
 *     first number is the constant
 * @param two makes the likelihood that two terms are right together; the first is the constant
 */
record Weights(
    double[] likeness,
    double[][] kindLikeness,
    double[] facts,
    double[] kind,
    double[] own,
    double[] chance,
    double[] chanceOwn,
    double crowd,
    double[] whole,
    double[] right,
    double[] two) {
  static final String FILE = "semantic-weights.json";

  private static final Weights STANDARD = load();

  /** Those that ship. */
  static Weights standard() {
    return STANDARD;
  }

  private static Weights load() {
    try (InputStream in = Objects.requireNonNull(Weights.class.getResourceAsStream(FILE), FILE)) {
      return new ObjectMapper().readValue(in, Weights.class);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + FILE + " from the class path", e);
    }
  }
}
