package io.chaoschapters.diagnosis.semantic.embedding;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;

/** Encodes a sentence once; a system says the same sentences again and again. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class RememberingEncoder implements SentenceEncoder {
  /** 3 MB of vectors. */
  private static final int MOST = 2000;

  private final SentenceEncoder encoder;
  private final Map<String, float[]> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, float[]> eldest) {
          return size() > MOST;
        }
      };

  public RememberingEncoder(SentenceEncoder encoder) {
    this.encoder = encoder;
  }

  @Override
  public synchronized List<float[]> encode(List<String> sentences) {
    List<String> unknown =
        sentences.stream().distinct().filter(sentence -> !known.containsKey(sentence)).toList();
    List<float[]> vectors = encoder.encode(unknown);
    Map<String, float[]> now = new LinkedHashMap<>();
    for (int i = 0; i < unknown.size(); i++) {
      now.put(unknown.get(i), vectors.get(i));
    }
    sentences.stream()
        .filter(known::containsKey)
        .forEach(sentence -> now.put(sentence, known.get(sentence)));
    known.putAll(now);
    return sentences.stream().map(now::get).toList();
  }
}
