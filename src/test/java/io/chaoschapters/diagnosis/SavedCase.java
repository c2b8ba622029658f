package io.chaoschapters.diagnosis;

import io.chaoschapters.chaos.experiment.Expectation;
import io.chaoschapters.diagnosis.evidence.Evidence;
import io.chaoschapters.diagnosis.evidence.EvidenceJson;
import io.chaoschapters.diagnosis.grading.DiagnosisGrader;
import io.chaoschapters.diagnosis.grading.Grade;
import io.chaoschapters.presenter.diagnose.ExpectedFile;
import io.chaoschapters.report.trials.TrialHeader;
import io.chaoschapters.report.trials.TrialLog;
import io.chaoschapters.subject.Glossary;
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
    boolean logged = Files.isRegularFile(series.resolve("trials.jsonl"));
    Map<String, TrialHeader.Tried> experiments =
        logged
            ? TrialLog.read(series).header().experiments().stream()
                .collect(Collectors.toMap(TrialHeader.Tried::name, Function.identity()))
            : Map.of();
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
    Evidence evidence = EvidenceJson.read(folder.resolve("evidence.json"));
    Glossary glossary = evidence.glossary();
    TrialHeader.Tried tried = experiments.get(name.replaceFirst("^\\d+-", ""));
    Expectation expected =
        (tried == null
                ? ExpectedFile.read(folder, glossary)
                : Expectation.parse(tried.expected(), glossary))
            .orElseThrow();
    boolean control = tried == null ? expected.kind() == Expectation.Kind.NONE : tried.control();
    boolean open =
        expected.kind() == Expectation.Kind.OTHER || expected.kind() == Expectation.Kind.UNSURE;
    return new SavedCase(
        name,
        control ? "control" : open ? "open" : "fault",
        expected.words(),
        evidence,
        answer -> DiagnosisGrader.grade(answer, expected));
  }
}
