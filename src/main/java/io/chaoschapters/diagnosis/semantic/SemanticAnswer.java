package io.chaoschapters.diagnosis.semantic;

import io.chaoschapters.diagnosis.Alternative;
import io.chaoschapters.diagnosis.Citation;
import io.chaoschapters.diagnosis.Diagnosis;
import io.chaoschapters.diagnosis.NamedAnomaly;
import io.chaoschapters.diagnosis.Provenance;
import io.chaoschapters.diagnosis.Verdict;
import io.chaoschapters.diagnosis.answer.Grounding;
import io.chaoschapters.diagnosis.evidence.CoreText;
import io.chaoschapters.diagnosis.evidence.Evidence;
import io.chaoschapters.diagnosis.evidence.EvidenceText;
import io.chaoschapters.diagnosis.evidence.SignalChange;
import io.chaoschapters.diagnosis.semantic.symptom.Symptom;
import io.chaoschapters.diagnosis.semantic.symptom.Symptoms;
import io.chaoschapters.subject.Term;
import io.chaoschapters.text.RootLocale;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts a ranking into words. */
final class SemanticAnswer {
  private static final int CITED_SIGNALS = 4;

  /** An embedding that reads no negation is never certain. */
  private static final double MOST_CONFIDENT = 0.95;

  private final Evidence evidence;
  private final Symptoms symptoms;
  private final Ranking ranking;
  private final Weighing weighing;
  private final Verdict verdict;
  private final @Nullable List<Ranking.OfTwo> two;

  SemanticAnswer(Evidence evidence, Symptoms symptoms, Ranking ranking, Weighing weighing) {
    this.evidence = evidence;
    this.symptoms = symptoms;
    this.ranking = ranking;
    this.weighing = weighing;
    this.two = ranking.isOfTwo() ? inOrder(ranking) : null;
    this.verdict = weighing.verdict();
  }

  Diagnosis diagnosis(double seconds) {
    boolean named = verdict == Verdict.ANOMALY && weighing.hasTerm();
    boolean other = verdict == Verdict.ANOMALY && !named;
    Diagnosis unchecked =
        new Diagnosis(
            verdict,
            anomalies(named, other),
            other ? strongest() : null,
            mechanism(named, other),
            citations(),
            alternatives(named),
            confidence(named),
            CoreText.get("semantic.advice." + verdict.name().toLowerCase(Locale.ROOT)),
            evidence.glossary(),
            Provenance.of(
                SemanticDiagnoser.ID, SemanticDiagnoser.VERSION, seconds, prompt(), raw()));
    return new Grounding(evidence).check(unchecked);
  }

  private List<NamedAnomaly> anomalies(boolean named, boolean other) {
    if (named && two != null) {
      return two.stream()
          .map(
              one ->
                  new NamedAnomaly(
                      one.term().name(), component(one.symptoms()), citations(one.symptoms())))
          .toList();
    }
    List<String> terms = named ? names() : other ? List.of(Diagnosis.OTHER) : List.of();
    String component = component(symptoms.list());
    return terms.stream().map(term -> NamedAnomaly.of(term).at(component)).toList();
  }

  private static @Nullable List<Ranking.OfTwo> inOrder(Ranking ranking) {
    List<Ranking.OfTwo> two = ranking.two();
    List<Term> order = ranking.terms().stream().map(RankedTerm::term).toList();
    return two == null
        ? null
        : two.stream().sorted(Comparator.comparing(one -> order.indexOf(one.term()))).toList();
  }

  private List<String> names() {
    return two == null
        ? List.of(best().term().name())
        : two.stream().map(one -> one.term().name()).toList();
  }

  private RankedTerm best() {
    return ranking.terms().get(0);
  }

  private String strongest() {
    return symptoms.list().isEmpty() ? CoreText.get("nothing") : symptoms.list().get(0).sentence();
  }

  /** The component that the weightiest symptoms are about, if they agree on one. */
  private static @Nullable String component(List<Symptom> symptoms) {
    Map<String, Double> weights = new HashMap<>();
    double whole = 0;
    for (Symptom symptom : symptoms) {
      if (symptom.component() == null) {
        whole += symptom.weight();
      } else {
        weights.merge(symptom.component(), symptom.weight(), Double::sum);
      }
    }
    double others = whole;
    return weights.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .filter(first -> first.getValue() > others)
        .filter(first -> weights.values().stream().filter(first.getValue()::equals).count() == 1)
        .map(Map.Entry::getKey)
        .orElse(null);
  }

  private String mechanism(boolean named, boolean other) {
    if (named) {
      return explanation();
    }
    if (other) {
      return RootLocale.format(CoreText.get("semantic.mechanism.other"), strongest());
    }
    return switch (verdict) {
      case NONE ->
          RootLocale.format(CoreText.get("semantic.mechanism.none"), percent(weighing.steady()));
      default ->
          RootLocale.format(
              CoreText.get("semantic.mechanism.unsure"),
              percent(weighing.unknown()),
              percent(weighing.unexplained()));
    };
  }

  /** The definition, what decided for it, and what would have been second. */
  private String explanation() {
    StringBuilder text = new StringBuilder();
    for (String name : names()) {
      evidence.glossary().find(name).ifPresent(term -> text.append(term.definition()).append(' '));
    }
    text.append(
        RootLocale.format(
            CoreText.get("semantic.mechanism.decided"), sentence(ranking.decisive())));
    ranking.terms().stream()
        .filter(found -> !names().contains(found.term().name()))
        .findFirst()
        .ifPresent(second -> text.append(' ').append(second(second)));
    return text.toString();
  }

  private String second(RankedTerm second) {
    Symptom speaking = two == null ? ranking.forSecond() : null;
    return speaking == null
        ? RootLocale.format(CoreText.get("semantic.mechanism.second"), second.term().name())
        : RootLocale.format(
            CoreText.get("semantic.mechanism.second.why"),
            second.term().name(),
            speaking.sentence());
  }

  private String sentence(@Nullable Symptom symptom) {
    return symptom == null ? strongest() : symptom.sentence();
  }

  private List<Citation> citations() {
    List<Citation> cited = new ArrayList<>(citations(symptoms.list()));
    evidence.signals().stream()
        .filter(SignalChange::hasChanged)
        .limit(CITED_SIGNALS)
        .forEach(s -> cited.add(Citation.of(s.id(), s.change())));
    return cited;
  }

  private static List<Citation> citations(List<Symptom> symptoms) {
    return symptoms.stream()
        .filter(symptom -> symptom.weight() > 0)
        .map(Symptom::citation)
        .toList();
  }

  private List<Alternative> alternatives(boolean named) {
    return ranking.terms().stream()
        .filter(term -> !named || !names().contains(term.term().name()))
        .map(
            term ->
                new Alternative(
                    term.term().name(),
                    RootLocale.format(
                        CoreText.get(named ? "semantic.whyNot.behind" : "semantic.whyNot.noFit"),
                        best().score() - term.score(),
                        term.cosine()),
                    term.score()))
        .toList();
  }

  private double confidence(boolean named) {
    double confidence =
        switch (verdict) {
          case NONE -> weighing.steady();
          case ANOMALY -> named ? ranking.best() : 1 - ranking.best();
          case UNSURE, INVALID -> 0;
        };
    return Math.min(MOST_CONFIDENT, Math.max(0, confidence));
  }

  /** All that the model was given: the sentences, then the terms with their definitions. */
  private String prompt() {
    String sentences =
        symptoms.list().stream().map(s -> "- " + s.sentence() + "\n").collect(Collectors.joining());
    return RootLocale.format(
        "## %s\n%s\n%s",
        CoreText.get("semantic.prompt.symptoms"),
        sentences.isEmpty() ? "- " + CoreText.get("nothing") + "\n" : sentences,
        EvidenceText.glossary(evidence.glossary()));
  }

  private String raw() {
    return ranking.terms().stream()
        .map(
            t -> RootLocale.format("%.3f (cosine %.3f) %s", t.score(), t.cosine(), t.term().name()))
        .collect(Collectors.joining("\n"));
  }

  private static String percent(double share) {
    return Math.round(100 * share) + " %";
  }
}
