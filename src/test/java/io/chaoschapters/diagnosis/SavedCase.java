package io.chaoschapters.diagnosis;

import io.chaoschapters.chaos.experiment.Expectation;
import io.chaoschapters.diagnosis.evidence.Evidence;
import io.chaoschapters.diagnosis.evidence.EvidenceJson;
import io.chaoschapters.diagnosis.grading.DiagnosisGrader;
import io.chaoschapters.diagnosis.grading.Grade;
import io.chaoschapters.report.trials.TrialHeader;
import io.chaoschapters.report.trials.TrialLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Evidence with the answer that is right for it: a made-up situation, or one that a trial has
 * saved.
 *
 * @param kind fault, control or open; open when no single term of the glossary is right
 */
public record SavedCase(
    String name,
    String kind,
    String expected,
    Evidence evidence,
    Function<Diagnosis, Grade> grader) {

  /** The situations of a made-up system, or the evidence of the trials in a folder. */
  public static List<SavedCase> of(String source) {
    return Files.isDirectory(Path.of(source)) ? ofTrials(Path.of(source)) : ofSystem(source);
  }

  private static List<SavedCase> ofSystem(String system) {
    return EvidenceCases.of(system).stream().map(SavedCase::of).toList();
  }

  private static SavedCase of(EvidenceCase made) {
    String kind = made.isControl() ? "control" : made.isOpen() ? "open" : "fault";
    return new SavedCase(made.toString(), kind, made.expect(), made.evidence(), made::grade);
  }

  private static List<SavedCase> ofTrials(Path series) {
    Map<String, TrialHeader.Tried> experiments =
        TrialLog.read(series).header().experiments().stream()
            .collect(Collectors.toMap(TrialHeader.Tried::name, Function.identity()));
    try (Stream<Path> folders = Files.list(series)) {
      return folders
          .filter(folder -> Files.isRegularFile(folder.resolve("evidence.json")))
          .sorted()
          .map(folder -> of(folder, experiments))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list " + series, e);
    }
  }

  private static SavedCase of(Path folder, Map<String, TrialHeader.Tried> experiments) {
    String name = String.valueOf(folder.getFileName());
    TrialHeader.Tried tried = experiments.get(name.replaceFirst("^\\d+-", ""));
    Evidence evidence = EvidenceJson.read(folder.resolve("evidence.json"));
    Expectation expected = Expectation.parse(tried.expected(), evidence.glossary()).orElseThrow();
    boolean open =
        expected.kind() == Expectation.Kind.OTHER || expected.kind() == Expectation.Kind.UNSURE;
    return new SavedCase(
        name,
        tried.control() ? "control" : open ? "open" : "fault",
        tried.expected(),
        evidence,
        answer -> DiagnosisGrader.grade(answer, expected));
  }
}
