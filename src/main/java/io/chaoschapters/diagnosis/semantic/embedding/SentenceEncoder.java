package io.chaoschapters.diagnosis.semantic.embedding;

import java.util.List;
import org.apiguardian.api.API;

/** Turns sentences into vectors of length 1 whose dot product says how alike they are. */
@API(status = API.Status.INTERNAL, since = "0.1")
@FunctionalInterface
public interface SentenceEncoder {
  /** The vectors of some sentences, in their order. */
  List<float[]> encode(List<String> sentences);
}
