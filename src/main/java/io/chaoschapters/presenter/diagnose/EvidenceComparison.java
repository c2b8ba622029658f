package io.chaoschapters.presenter.diagnose;

import io.chaoschapters.chaos.experiment.Expectation;
import io.chaoschapters.diagnosis.Diagnoser;
import io.chaoschapters.diagnosis.Diagnosis;
import io.chaoschapters.diagnosis.grading.DiagnosisGrader;
import io.chaoschapters.diagnosis.grading.Grade;
import io.chaoschapters.presenter.mode.ShowFailedException;
import io.chaoschapters.report.StepSummary;
import io.chaoschapters.report.baseline.Comparability;
import io.chaoschapters.report.baseline.Contents;
import io.chaoschapters.report.baseline.Digest;
import io.chaoschapters.report.baseline.Tally;
import io.chaoschapters.report.trials.Times;
import io.chaoschapters.settings.BaselineSettings;
import io.chaoschapters.settings.Settings;
import io.chaoschapters.text.Failure;
import io.chaoschapters.trials.baseline.BaselineGate;
import io.chaoschapters.trials.baseline.Comparison;
import io.chaoschapters.trials.baseline.ComparisonText;
import io.chaoschapters.trials.baseline.Standing;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares the first diagnoser's answers about saved evidence with a baseline, or writes it. */
final class EvidenceComparison {
  private static final String SUBJECT = "saved evidence";
  private static final int WORSE = 1;
  private static final int CANNOT_BE_TOLD = 2;

  private final BaselineGate gate;
  private final String diagnoser;
  private final Map<String, List<SavedEvidence>> experiments;
  private final Map<Path, Graded> answers = new HashMap<>();

  private record Graded(Grade.Outcome outcome, double seconds) {}

  private EvidenceComparison(
      BaselineGate gate, String diagnoser, Map<String, List<SavedEvidence>> experiments) {
    this.gate = gate;
    this.diagnoser = diagnoser;
    this.experiments = experiments;
  }

  /** Reads the baseline before anything is asked; empty when none is named. */
  static Optional<EvidenceComparison> open(
      Settings settings, List<SavedEvidence> all, Diagnoser first) {
    Map<String, List<SavedEvidence>> experiments = new LinkedHashMap<>();
    all.stream()
        .filter(saved -> ExpectedAnswers.find(saved).isPresent())
        .forEach(
            saved -> experiments.computeIfAbsent(name(saved), n -> new ArrayList<>()).add(saved));
    Map<String, String> digests = new TreeMap<>();
    experiments.forEach((name, pieces) -> digests.put(name, digest(pieces)));
    Stream<SavedEvidence> known = experiments.values().stream().flatMap(List::stream);
    Comparability now =
        new Comparability(
            SUBJECT,
            Comparability.Source.SAVED_EVIDENCE,
            digests,
            Contents.glossary(known.map(saved -> saved.evidence().glossary())),
            "",
            first.id(),
            first.version(),
            Contents.asking(settings));
    return BaselineGate.open(settings, BaselineSettings.BASELINE, BaselineSettings.UPDATE, now)
        .map(gate -> new EvidenceComparison(gate, first.id(), experiments));
  }

  /** Folders of trials may hold experiments of the same name, of different subjects. */
  private static String name(SavedEvidence saved) {
    Path own = Objects.requireNonNull(saved.file().toAbsolutePath().getParent());
    Path series = Objects.requireNonNull(own.getParent());
    return series.getFileName() + "/" + saved.name().replaceFirst("^\\d+-", "");
  }

  /** Ignores where the evidence is stored and when it was asked about. */
  private static String digest(List<SavedEvidence> pieces) {
    return Digest.of(
        pieces.stream()
            .map(
                piece ->
                    text(piece.file())
                        + ExpectedAnswers.find(piece).map(Expectation::words).orElse(""))
            .sorted()
            .collect(Collectors.joining("\n")));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file + ": " + Failure.words(e), e);
    }
  }

  void answered(SavedEvidence saved, Diagnosis answer) {
    if (answer.provenance().diagnoser().equals(diagnoser)) {
      ExpectedAnswers.find(saved)
          .ifPresent(
              expected ->
                  answers.put(
                      saved.file(),
                      new Graded(
                          DiagnosisGrader.grade(answer, expected).outcome(),
                          answer.provenance().seconds())));
    }
  }

  /**
   * Prints the table, or writes the baseline.
   *
   * @throws ShowFailedException when it is worse, or cannot be told
   */
  void end(PrintStream out, Map<String, String> environment) {
    List<Tally> tallies = experiments.entrySet().stream().map(this::tally).toList();
    Optional<String> written = gate.update(Instant.now(), SUBJECT, tallies);
    if (written.isPresent()) {
      out.println(written.get());
      return;
    }
    Comparison comparison = gate.compare(tallies);
    ComparisonText text = new ComparisonText(comparison, gate.file());
    text.lines().forEach(out::println);
    out.flush();
    StepSummary.append(
        environment, "Diagnoses of saved evidence by " + diagnoser, text.markdown(), out::println);
    if (comparison.standing() == Standing.WORSE) {
      throw new ShowFailedException(text.sentence(), WORSE);
    }
    if (comparison.standing() == Standing.UNDECIDED) {
      throw new ShowFailedException(text.sentence(), CANNOT_BE_TOLD);
    }
  }

  private Tally tally(Map.Entry<String, List<SavedEvidence>> experiment) {
    List<SavedEvidence> pieces = experiment.getValue();
    List<Graded> graded =
        pieces.stream().flatMap(piece -> Stream.ofNullable(answers.get(piece.file()))).toList();
    boolean control =
        pieces.stream()
            .flatMap(piece -> ExpectedAnswers.find(piece).stream())
            .allMatch(expected -> expected.kind() == Expectation.Kind.NONE);
    return new Tally(
        experiment.getKey(),
        control,
        graded.size(),
        count(graded, Grade.Outcome.RIGHT),
        count(graded, Grade.Outcome.FALSE_ALARM),
        pieces.size() - graded.size(),
        Times.of(graded.stream().map(Graded::seconds).toList()).median(),
        null);
  }

  private static int count(List<Graded> graded, Grade.Outcome outcome) {
    return (int) graded.stream().filter(one -> one.outcome() == outcome).count();
  }
}
