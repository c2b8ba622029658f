package io.chaoschapters.session;

import io.chaoschapters.chaos.experiment.Experiment;
import io.chaoschapters.chaos.fault.ComponentFaults;
import io.chaoschapters.diagnosis.leak.ForbiddenPhrases;
import io.chaoschapters.diagnosis.leak.Leak;
import io.chaoschapters.diagnosis.leak.LeakCheck;
import io.chaoschapters.subject.FaultType;
import io.chaoschapters.subject.Subject;
import java.util.ArrayList;
import java.util.Arrays;
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

  /** The sentences of a text, each of which would tell the answer by itself. */
  public static Stream<String> sentences(String text) {
    return Arrays.stream(text.split("(?<=[.!?])\\s+")).map(String::strip).filter(s -> !s.isBlank());
  }

  public ForbiddenPhrases phrases() {
    return new ForbiddenPhrases(phrases, commonFaults());
  }

  /** A word that a subject says of itself whatever happens, such as latency, tells nothing. */
  private List<String> commonFaults() {
    List<String> names = ComponentFaults.all().stream().map(FaultType::name).toList();
    String own = ownWords().collect(Collectors.joining("\n"));
    Set<String> said =
        new LeakCheck(subject.glossary(), names)
            .check(own, "").stream().map(Leak::phrase).collect(Collectors.toSet());
    return names.stream().filter(name -> !said.contains(name)).toList();
  }

  private Stream<String> ownWords() {
    return Stream.concat(
        subject.signals().stream().flatMap(s -> Stream.of(s.id(), s.label(), s.description())),
        subject.invariants().stream().flatMap(i -> Stream.of(i.id(), i.statement())));
  }
}
