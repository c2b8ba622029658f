package io.chaoschapters.diagnosis;

import com.fasterxml.jackson.databind.JsonNode;
import io.chaoschapters.chaos.experiment.Expectation;
import io.chaoschapters.diagnosis.evidence.Evidence;
import io.chaoschapters.diagnosis.evidence.EvidenceJson;
import io.chaoschapters.diagnosis.grading.DiagnosisGrader;
import io.chaoschapters.diagnosis.grading.Grade;
import io.chaoschapters.report.trials.TrialHeader;
import io.chaoschapters.report.trials.TrialLog;
import io.chaoschapters.text.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

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
    TrialHeader.Tried tried = experiments.get(name.replaceFirst("^\\d+-", ""));
    return tried == null
        ? of(folder, name, beside(folder), beside(folder).equals("none"))
        : of(folder, name, tried.expected(), tried.control());
  }

  /** What is right, in a file beside the evidence. */
  private static String beside(Path folder) {
    try {
      JsonNode right = Json.read(Files.readString(folder.resolve("expected.json"))).path("anomaly");
      return right.isArray()
          ? StreamSupport.stream(right.spliterator(), false)
              .map(JsonNode::asText)
              .collect(Collectors.joining(" and "))
          : right.asText();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read what is right for " + folder, e);
    }
  }

  private static SavedCase of(Path folder, String name, String right, boolean control) {
    Evidence evidence = EvidenceJson.read(folder.resolve("evidence.json"));
    Expectation expected = Expectation.parse(right, evidence.glossary()).orElseThrow();
    boolean open =
        expected.kind() == Expectation.Kind.OTHER || expected.kind() == Expectation.Kind.UNSURE;
    return new SavedCase(
        name,
        control ? "control" : open ? "open" : "fault",
        right,
        evidence,
        answer -> DiagnosisGrader.grade(answer, expected));
  }
}
