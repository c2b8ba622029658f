package io.chaoschapters.diagnosis.semantic;

import io.chaoschapters.diagnosis.evidence.Evidence;
import io.chaoschapters.diagnosis.semantic.embedding.MiniLmEncoder;
import io.chaoschapters.diagnosis.semantic.embedding.SentenceEncoder;
import io.chaoschapters.diagnosis.semantic.symptom.Calibration;
import io.chaoschapters.diagnosis.semantic.symptom.Harm;
import io.chaoschapters.diagnosis.semantic.symptom.StateCourse;
import io.chaoschapters.diagnosis.semantic.symptom.Symptoms;
import io.chaoschapters.diagnosis.semantic.term.GlossaryText;
import io.chaoschapters.subject.Term;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Evidence in numbers, for training and comparison; each sentence is encoded once. */
final class Laboratory {
  private static final Path VECTORS = Path.of("target/semantic-vectors.bin");

  private final Map<String, float[]> known = new HashMap<>();
  private final Map<Set<Term>, GlossaryText> glossaries = new HashMap<>();
  private final SentenceEncoder encoder;
  private final Consequences consequences;

  Laboratory() {
    this(new MiniLmEncoder(Path.of("target/chapters/.cache")));
  }

  Laboratory(SentenceEncoder model) {
    read();
    this.encoder =
        sentences ->
            sentences.stream()
                .map(s -> known.computeIfAbsent(s, t -> model.encode(List.of(t)).get(0)))
                .toList();
    this.consequences = new Consequences(encoder);
  }

  SentenceEncoder encoder() {
    return encoder;
  }

  Symptoms symptoms(Evidence evidence) {
    return Symptoms.of(StateCourse.whileLost(evidence), Calibration.standard());
  }

  GlossaryText glossary(Evidence evidence) {
    return glossaries.computeIfAbsent(
        Set.copyOf(evidence.glossary().terms()),
        terms -> GlossaryText.of(evidence.glossary(), encoder));
  }

  Features features(Evidence evidence) {
    return Features.of(
        symptoms(evidence),
        Harm.of(StateCourse.whileLost(evidence).components()),
        glossary(evidence),
        encoder,
        consequences);
  }

  List<String> names(Evidence evidence) {
    return glossary(evidence).terms().stream().map(t -> t.term().name()).toList();
  }

  /** Keeps the vectors for the next study, which needs most of them again. */
  void keep() {
    try (ObjectOutputStream out =
        new ObjectOutputStream(new BufferedOutputStream(Files.newOutputStream(VECTORS)))) {
      out.writeObject(new HashMap<>(known));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + VECTORS, e);
    }
  }

  private void read() {
    if (!Files.exists(VECTORS)) {
      return;
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new BufferedInputStream(Files.newInputStream(VECTORS)))) {
      ((Map<?, ?>) in.readObject()).forEach((s, v) -> known.put((String) s, (float[]) v));
    } catch (IOException | ClassNotFoundException e) {
      throw new IllegalStateException("Cannot read " + VECTORS + "; delete it.", e);
    }
  }
}
