package io.chaoschapters.diagnosis.semantic;

import io.chaoschapters.diagnosis.Evidence;
import io.chaoschapters.subject.ComponentStatus;
import io.chaoschapters.subject.Term;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Evidence in numbers, for training and comparison; each sentence is encoded once. */
final class Laboratory {
  private final Map<String, float[]> known = new HashMap<>();
  private final Map<Set<Term>, GlossaryText> glossaries = new HashMap<>();
  private final SentenceEncoder encoder;
  private final Consequences consequences;

  Laboratory() {
    this(new MiniLmEncoder(Path.of("target/chapters/.cache")));
  }

  Laboratory(SentenceEncoder model) {
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
    return Symptoms.of(evidence, Calibration.standard());
  }

  GlossaryText glossary(Evidence evidence) {
    return glossaries.computeIfAbsent(
        Set.copyOf(evidence.glossary().terms()),
        terms -> GlossaryText.of(evidence.glossary(), encoder));
  }

  Features features(Evidence evidence) {
    List<String> roles =
        evidence.components().stream().map(ComponentStatus::role).distinct().toList();
    return Features.of(symptoms(evidence), roles, glossary(evidence), encoder, consequences);
  }

  List<String> names(Evidence evidence) {
    return glossary(evidence).terms().stream().map(t -> t.term().name()).toList();
  }
}
