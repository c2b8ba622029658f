package io.chaoschapters.presenter.diagnose;

import io.chaoschapters.diagnosis.Alternative;
import io.chaoschapters.diagnosis.Diagnosis;
import io.chaoschapters.diagnosis.evidence.Evidence;
import io.chaoschapters.diagnosis.evidence.EvidenceText;
import io.chaoschapters.diagnosis.evidence.SignalChange;
import io.chaoschapters.presenter.mode.ShowFailedException;
import io.chaoschapters.settings.AiSettings;
import io.chaoschapters.settings.KnownSettings;
import io.chaoschapters.settings.Settings;
import io.chaoschapters.subject.Glossary;
import io.chaoschapters.subject.Signal;
import io.chaoschapters.subject.Subject;
import io.chaoschapters.subject.installed.Subjects;
import io.chaoschapters.text.RootLocale;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Puts today's words of a subject into evidence that was saved earlier, and tells what decided, so
 * that a definition can be tried in seconds instead of in live trials.
 *
 * <p>The glossary and the descriptions of signals are today's. Statements of invariants are as they
 * were saved, because saved violations do not say which invariant they are of.
 */
final class WordsDesk {
  static final String CURRENT = "current";

  private final Subject<?> subject;
  private final PrintStream out;

  private WordsDesk(Subject<?> subject, PrintStream out) {
    this.subject = subject;
    this.out = out;
  }

  /** Empty when the words are to stay as they were saved. */
  static Optional<WordsDesk> open(Settings settings, PrintStream out) {
    String wanted = settings.text(AiSettings.GLOSSARY);
    if (wanted.isEmpty()) {
      return Optional.empty();
    }
    if (!wanted.equals(CURRENT)) {
      throw new ShowFailedException(
          RootLocale.format(
              "-Dglossary=%s is not known: give -Dglossary=%s for the words of the subject on the class path, or leave it out.",
              wanted, CURRENT));
    }
    String id = settings.text(KnownSettings.SUBJECT);
    if (id.isEmpty()) {
      throw new ShowFailedException(
          "-Dglossary=current needs to know of which subject: add -Dsubject=, one of "
              + Subjects.all().stream().map(Subject::id).sorted().collect(Collectors.joining(", "))
              + ".");
    }
    return Optional.of(new WordsDesk(Subjects.find(id), out));
  }

  /** Returns the evidence in today's words; an expected answer is looked up by its name in them. */
  SavedEvidence reworded(SavedEvidence saved) {
    return new SavedEvidence(
        saved.file(), reworded(saved.evidence()), saved.forbidden(), saved.expected());
  }

  private Evidence reworded(Evidence evidence) {
    Glossary glossary = subject.glossary();
    Map<String, Signal> signals =
        subject.signals().stream().collect(Collectors.toMap(Signal::id, Function.identity()));
    return new Evidence(
        evidence.takenAt(),
        evidence.components(),
        evidence.violations(),
        evidence.signals().stream()
            .map(change -> reworded(change, Optional.ofNullable(signals.get(change.id()))))
            .toList(),
        evidence.log(),
        evidence.course(),
        evidence.baseline(),
        glossary);
  }

  private static SignalChange reworded(SignalChange change, Optional<Signal> today) {
    return today
        .map(
            signal ->
                new SignalChange(
                    signal.id(),
                    signal.label(),
                    signal.description(),
                    signal.unit(),
                    change.before(),
                    change.now()))
        .orElse(change);
  }

  /** The symptoms as they were compared, the score of each term, and what decided. */
  void tell(Evidence evidence, Diagnosis answer) {
    String prompt = answer.provenance().prompt();
    String glossary = EvidenceText.glossary(evidence.glossary());
    // Others are shown the whole evidence, which says no more than the file does.
    if (prompt.endsWith(glossary)) {
      lines(prompt.substring(0, prompt.length() - glossary.length()));
      lines(answer.provenance().rawAnswer());
    } else {
      answer.alternatives().stream().map(WordsDesk::alternative).forEach(this::lines);
    }
    lines(answer.mechanism());
    out.println();
    out.flush();
  }

  private static String alternative(Alternative alternative) {
    return alternative.term() + ": " + alternative.whyNot();
  }

  private void lines(String text) {
    List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
    lines.forEach(line -> out.println("    " + line));
  }
}
