package io.chaoschapters.diagnosis.semantic;

import io.chaoschapters.diagnosis.Diagnoser;
import io.chaoschapters.diagnosis.Diagnosis;
import io.chaoschapters.diagnosis.Inquiry;
import io.chaoschapters.diagnosis.Preparation;
import io.chaoschapters.diagnosis.Privacy;
import io.chaoschapters.diagnosis.evidence.CoreText;
import io.chaoschapters.diagnosis.evidence.Evidence;
import io.chaoschapters.diagnosis.semantic.embedding.MiniLmEncoder;
import io.chaoschapters.diagnosis.semantic.embedding.SentenceEncoder;
import io.chaoschapters.diagnosis.semantic.symptom.Calibration;
import io.chaoschapters.diagnosis.semantic.symptom.Harm;
import io.chaoschapters.diagnosis.semantic.symptom.StateCourse;
import io.chaoschapters.diagnosis.semantic.symptom.Surges;
import io.chaoschapters.diagnosis.semantic.symptom.Symptom;
import io.chaoschapters.diagnosis.semantic.symptom.Symptoms;
import io.chaoschapters.diagnosis.semantic.term.GlossaryText;
import io.chaoschapters.diagnosis.semantic.term.Surging;
import io.chaoschapters.subject.Glossary;
import io.chaoschapters.subject.Term;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Ranks the glossary's definitions by how well they explain what changed since the steady state.
 */
final class SemanticDiagnoser implements Diagnoser {
  static final String ID = "semantic";
  static final String VERSION = "9, " + MiniLmEncoder.MODEL;

  private static final int PRACTICE_ROUNDS = 3;
  private static final int MOST_GLOSSARIES = 4;

  private final SentenceEncoder encoder;
  private final Calibration calibration;
  private final Weights weights;

  /** The ones that were asked for last; a system has one, and masked terms make another. */
  private final Map<Set<Term>, GlossaryText> glossaries =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Set<Term>, GlossaryText> eldest) {
          return size() > MOST_GLOSSARIES;
        }
      };

  private @Nullable Consequences consequences;

  SemanticDiagnoser(SentenceEncoder encoder, Calibration calibration, Weights weights) {
    this.encoder = encoder;
    this.calibration = calibration;
    this.weights = weights;
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String version() {
    return VERSION;
  }

  @Override
  public String description() {
    return CoreText.get("semantic.description");
  }

  @Override
  public Privacy privacy() {
    return Privacy.staysOnMachine(CoreText.get("semantic.leaves"));
  }

  /** Loads the model. */
  void load() {
    encoder.encode(List.of(description()));
  }

  @Override
  public void warmUp(Preparation preparation) {
    for (int round = 0; round < PRACTICE_ROUNDS; round++) {
      diagnose(PracticeEvidence.of(preparation.glossary()), text -> {});
    }
  }

  @Override
  public Diagnosis diagnose(Inquiry inquiry) {
    return diagnose(inquiry.evidence(), inquiry::text);
  }

  Diagnosis diagnose(Evidence evidence, Consumer<String> stream) {
    Diagnosis diagnosis = retrieve(evidence).answer();
    stream.accept(diagnosis.mechanism());
    return diagnosis;
  }

  Retrieval retrieve(Evidence evidence) {
    long start = System.nanoTime();
    Evidence seen = StateCourse.whileLost(evidence);
    Symptoms symptoms = Symptoms.of(seen, calibration);
    GlossaryText glossary = text(evidence.glossary());
    Judgment judgment =
        Objects.requireNonNullElseGet(
            surge(seen, symptoms, glossary), () -> judge(seen, symptoms, glossary));
    double seconds = (System.nanoTime() - start) / 1e9;
    return new Retrieval(
        new SemanticAnswer(evidence, judgment.symptoms, judgment.ranking, judgment.weighing)
            .diagnosis(seconds),
        judgment.ranking.terms(),
        judgment.weighing.hasTerm());
  }

  private record Judgment(Symptoms symptoms, Ranking ranking, Weighing weighing) {}

  private Judgment judge(Evidence seen, Symptoms symptoms, GlossaryText glossary) {
    Ranking ranking = Ranking.of(symptoms, features(seen, symptoms, glossary), glossary, weights);
    return new Judgment(symptoms, ranking, Weighing.of(symptoms, ranking, calibration));
  }

  /**
   * Much more work than usual, with nothing out of bounds, is an anomaly only where a term says so;
   * else null. As nothing else is amiss, no other term can be right.
   */
  private @Nullable Judgment surge(Evidence seen, Symptoms symptoms, GlossaryText glossary) {
    List<Symptom> surges = Surges.of(seen, calibration);
    List<String> numbers = surges.stream().map(Symptom::words).toList();
    GlossaryText some = glossary.only(term -> Surging.isOf(term, numbers));
    if (some.terms().isEmpty()) {
      return null;
    }
    Judgment judgment = judge(seen, symptoms.with(surges), some);
    return judgment.weighing.hasTerm() ? judgment : null;
  }

  private Features features(Evidence evidence, Symptoms symptoms, GlossaryText glossary) {
    return Features.of(symptoms, Harm.of(evidence.components()), glossary, encoder, consequences());
  }

  private synchronized Consequences consequences() {
    if (consequences == null) {
      consequences = new Consequences(encoder);
    }
    return consequences;
  }

  /** A glossary that is only shuffled has the same texts. */
  private synchronized GlossaryText text(Glossary glossary) {
    Set<Term> terms = Set.copyOf(glossary.terms());
    GlossaryText known = glossaries.get(terms);
    if (known == null) {
      known = GlossaryText.of(glossary, encoder);
      glossaries.put(terms, known);
    }
    return known;
  }
}
