package io.chaoschapters.session;

import io.chaoschapters.chaos.experiment.Experiment;
import io.chaoschapters.chaos.fault.ComponentFaults;
import io.chaoschapters.diagnosis.evidence.EvidenceText;
import io.chaoschapters.diagnosis.leak.ForbiddenPhrases;
import io.chaoschapters.diagnosis.leak.Leak;
import io.chaoschapters.diagnosis.leak.LeakCheck;
import io.chaoschapters.subject.FaultType;
import io.chaoschapters.subject.Subject;
import io.chaoschapters.text.RootLocale;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/** The phrases that would tell a diagnoser the answer. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class ForbiddenPhrasesBuilder {
  private final List<String> phrases = new ArrayList<>();
  private final Subject<?> subject;

  /**
   * For a chapter.
   *
   * @param ownPhrases what a chapter says of itself; see {@link #sentences}
   */
  public ForbiddenPhrasesBuilder(List<String> ownPhrases, Subject<?> subject) {
    this.subject = subject;
    phrases.addAll(ownPhrases);
    addFaults();
  }

  /** For an experiment that no chapter performs. */
  public ForbiddenPhrasesBuilder(Experiment experiment, Subject<?> subject) {
    this.subject = subject;
    phrases.add(experiment.name());
    phrases.add(experiment.description());
    addFaults();
  }

  private void addFaults() {
    subject.faults().stream().map(FaultType::name).forEach(phrases::add);
  }

  /** The sentences of a text, each of which alone would reveal the answer. */
  public static Stream<String> sentences(String text) {
    return Arrays.stream(text.split("(?<=[.!?])\\s+")).map(String::strip).filter(s -> !s.isBlank());
  }

  /**
   * Phrases in the glossary's definitions that reveal the answer, so that no diagnoser could be
   * asked.
   */
  public List<Leak> inGlossary() {
    return leaks("");
  }

  private List<Leak> leaks(String text) {
    return new LeakCheck(subject.glossary(), phrases())
        .check(text, EvidenceText.glossary(subject.glossary()));
  }

  /**
   * What the subject always shows and reveals an experiment, so that no diagnoser could be asked
   * about it: its name, its description, or the name of a fault, in a definition, signal or
   * invariant.
   *
   * @return a sentence each; empty when there is none
   */
  public static List<String> told(Subject<?> subject, List<Experiment> experiments) {
    Set<String> told = new LinkedHashSet<>();
    for (Experiment experiment : experiments) {
      ForbiddenPhrasesBuilder of = new ForbiddenPhrasesBuilder(experiment, subject);
      Set<String> own = Set.copyOf(of.phrases);
      of.leaks(of.ownWords()).stream()
          .filter(leak -> own.contains(leak.phrase()))
          .map(leak -> sentence(experiment, leak))
          .forEach(told::add);
    }
    return List.copyOf(told);
  }

  private static String sentence(Experiment experiment, Leak leak) {
    boolean itself = List.of(experiment.name(), experiment.description()).contains(leak.phrase());
    return itself
        ? RootLocale.format(
            "%s: experiment '%s' says %s, which every diagnoser is shown, so it would be told the answer. Rename the experiment, or reword its description or that text.",
            experiment.where(), experiment.name(), leak)
        : RootLocale.format(
            "The name of the fault '%s' stands in \"%s\", which every diagnoser is shown, so it would be told the answer. Rename the fault, or reword that text.",
            leak.phrase(), leak.excerpt());
  }

  public ForbiddenPhrases phrases() {
    return new ForbiddenPhrases(phrases, commonFaults());
  }

  /** A word that a subject says of itself whatever happens, such as latency, tells nothing. */
  private List<String> commonFaults() {
    List<String> names = ComponentFaults.all().stream().map(FaultType::name).toList();
    Set<String> said =
        new LeakCheck(subject.glossary(), names)
            .check(ownWords(), "").stream().map(Leak::phrase).collect(Collectors.toSet());
    return names.stream().filter(name -> !said.contains(name)).toList();
  }

  private String ownWords() {
    return Stream.concat(
            subject.signals().stream().flatMap(s -> Stream.of(s.id(), s.label(), s.description())),
            subject.invariants().stream().flatMap(i -> Stream.of(i.id(), i.statement())))
        .collect(Collectors.joining("\n"));
  }
}
