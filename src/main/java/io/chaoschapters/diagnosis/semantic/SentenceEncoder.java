package io.chaoschapters.diagnosis.semantic;

import java.util.List;

/** Turns sentences into vectors of length 1 whose dot product says how alike they are. */
@FunctionalInterface
interface SentenceEncoder {
  /** The vectors of some sentences, in their order. */
  List<float[]> encode(List<String> sentences);
}
