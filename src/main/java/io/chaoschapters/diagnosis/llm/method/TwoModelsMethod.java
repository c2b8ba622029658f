package io.chaoschapters.diagnosis.llm.method;

import io.chaoschapters.diagnosis.Alternative;
import io.chaoschapters.diagnosis.Diagnosis;
import io.chaoschapters.diagnosis.NamedAnomaly;
import io.chaoschapters.diagnosis.Provenance;
import io.chaoschapters.diagnosis.Verdict;
import io.chaoschapters.diagnosis.answer.DiagnosisParser;
import io.chaoschapters.diagnosis.evidence.CoreText;
import io.chaoschapters.diagnosis.llm.chat.Conversation;
import io.chaoschapters.diagnosis.llm.chat.Likelihoods;
import io.chaoschapters.diagnosis.semantic.RankedTerm;
import io.chaoschapters.diagnosis.semantic.Retrieval;
import io.chaoschapters.diagnosis.semantic.Retriever;
import io.chaoschapters.subject.Term;
import io.chaoschapters.text.Failure;
import io.chaoschapters.text.RootLocale;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Two models, each for what it is good at. The embedded one says whether anything is amiss, and
 * which few definitions come into question; the language model says by its probabilities how likely
 * it finds each of them. The two are added up, unless the embedded one is given no say.
 */
final class TwoModelsMethod implements AskingMethod {
  private static final double MOST_CONFIDENT = 0.95;

  private final String version;
  private final Retriever retriever;
  private final Question question;
  private final int shortlist;
  private final double embedding;

  /**
   * Makes it.
   *
   * @param shortlist how many definitions the language model is asked about
   * @param embedding how much a score of 1 of the embedded model counts, in nats
   */
  TwoModelsMethod(
      String version, Retriever retriever, Question question, int shortlist, double embedding) {
    this.version = version;
    this.retriever = retriever;
    this.question = question;
    this.shortlist = shortlist;
    this.embedding = embedding;
  }

  /** A definition that comes into question, and what speaks for it. */
  private record Candidate(RankedTerm found, double model, double total) {
    private String line(double share) {
      return RootLocale.format(
          "%.3f (embedding %.3f, language model %+.2f) %s",
          share, found.score(), model, found.term().name());
    }
  }

  @Override
  public String version() {
    return version;
  }

  @Override
  public void warmUp() {
    retriever.warmUp();
  }

  @Override
  public Diagnosis diagnose(Conversation conversation) {
    Retrieval found = retriever.of(conversation.evidence());
    Diagnosis embedded = found.answer();
    if (embedded.verdict() == Verdict.NONE || !found.fits()) {
      conversation.conclude(embedded.provenance().rawAnswer());
      return embedded;
    }
    List<RankedTerm> few =
        found.terms().subList(0, Math.min(shortlist, found.terms().size())).stream()
            .sorted(Comparator.comparing(ranked -> ranked.term().name()))
            .toList();
    List<Term> terms = few.stream().map(RankedTerm::term).toList();
    List<Double> model;
    try {
      model = question.ask(Changes.of(conversation.evidence()), terms, asker(conversation));
    } catch (NoWordException e) {
      return new DiagnosisParser(embedded.glossary())
          .invalid(Failure.words(e), Provenance.of("", "", 0, "", ""));
    }
    List<Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < few.size(); i++) {
      double total = model.get(i) + embedding * few.get(i).score();
      candidates.add(new Candidate(few.get(i), model.get(i), total));
    }
    candidates.sort(Comparator.comparingDouble(Candidate::total).reversed());
    return answer(embedded, candidates, conversation);
  }

  /**
   * Where the probabilities of the next word are not available, the model is asked to write one.
   */
  private static Question.Asker asker(Conversation conversation) {
    Optional<Likelihoods> likelihoods = conversation.likelihoods();
    return (prompt, words) ->
        likelihoods
            .map(known -> known.first(prompt, NextWord.MOST, conversation.deadline()).tokens())
            .map(NextWord::new)
            .orElseGet(() -> WrittenWord.ask(prompt, words, conversation));
  }

  private Diagnosis answer(
      Diagnosis embedded, List<Candidate> candidates, Conversation conversation) {
    List<Double> shares = shares(candidates);
    List<String> lines = new ArrayList<>();
    List<Alternative> alternatives = new ArrayList<>();
    for (int i = 0; i < candidates.size(); i++) {
      lines.add(candidates.get(i).line(shares.get(i)));
      if (i > 0) {
        alternatives.add(
            new Alternative(
                candidates.get(i).found().term().name(),
                RootLocale.format(CoreText.get("llm.likelihood.whyNot"), percent(shares.get(i))),
                shares.get(i)));
      }
    }
    conversation.conclude(String.join("\n", lines));
    Term best = candidates.get(0).found().term();
    String mechanism =
        RootLocale.format(
            CoreText.get("llm.likelihood.mechanism"),
            best.definition(),
            embedded.citations().stream()
                .limit(1)
                .map(c -> (c.source() + " " + c.value()).strip())
                .collect(Collectors.joining()));
    conversation.inquiry().text(mechanism);
    return new Diagnosis(
        Verdict.ANOMALY,
        List.of(NamedAnomaly.of(best.name()).at(embedded.component())),
        null,
        mechanism,
        embedded.citations(),
        alternatives,
        Math.min(MOST_CONFIDENT, shares.get(0)),
        CoreText.get("semantic.advice.anomaly"),
        embedded.glossary(),
        Provenance.of("", "", 0, "", ""));
  }

  private static List<Double> shares(List<Candidate> candidates) {
    double most = candidates.get(0).total();
    List<Double> powers =
        candidates.stream().map(candidate -> Math.exp(candidate.total() - most)).toList();
    double sum = powers.stream().mapToDouble(Double::doubleValue).sum();
    return powers.stream().map(power -> power / sum).toList();
  }

  private static String percent(double share) {
    return Math.round(100 * share) + " %";
  }
}
