package io.chaoschapters.session;

import com.fasterxml.jackson.databind.ObjectWriter;
import io.chaoschapters.diagnosis.ChapterDiagnostician;
import io.chaoschapters.diagnosis.Diagnosis;
import io.chaoschapters.diagnosis.evidence.Evidence;
import io.chaoschapters.diagnosis.evidence.EvidenceJson;
import io.chaoschapters.diagnosis.evidence.EvidenceText;
import io.chaoschapters.diagnosis.leak.ForbiddenPhrases;
import io.chaoschapters.diagnosis.leak.ForbiddenPhrasesFile;
import io.chaoschapters.subject.Observation;
import io.chaoschapters.text.Json;
import io.chaoschapters.text.RootLocale;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;

/** Writes what a chapter leaves behind into its folder. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class ChapterArtifacts {
  private static final ObjectWriter JSON =
      Json.withTimes().build().writerWithDefaultPrettyPrinter();

  private final Path folder;

  public ChapterArtifacts(Path folder) {
    this.folder = folder;
  }

  public void write(ChapterDiagnostician diagnostician, List<Observation> observations) {
    diagnostician.evidence().ifPresent(evidence -> evidence(evidence, diagnostician.forbidden()));
    diagnostician.verdict().ifPresent(this::answer);
    diagnostician.comparisons().forEach(this::besides);
    text("series.json", series(observations));
  }

  private void evidence(Evidence evidence, ForbiddenPhrases forbidden) {
    ForbiddenPhrasesFile.write(forbidden, folder);
    EvidenceJson.write(evidence, folder.resolve("evidence.json"));
    text("evidence.md", EvidenceText.markdown(evidence));
  }

  private void answer(Diagnosis diagnosis) {
    text("prompt.txt", diagnosis.provenance().prompt());
    text("answer.txt", diagnosis.provenance().rawAnswer());
    text("answer.json", json(structured(diagnosis)));
  }

  /** Writes what all answers have in common. */
  public void write(Evidence evidence, ForbiddenPhrases forbidden, List<Observation> observations) {
    folder();
    evidence(evidence, forbidden);
    text("series.json", series(observations));
  }

  /** Writes an answer into a folder of its own, beside what it has in common with others. */
  void besides(Diagnosis answer) {
    ChapterArtifacts own = new ChapterArtifacts(folder.resolve(answer.provenance().diagnoser()));
    own.folder();
    own.answer(answer);
  }

  private void folder() {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(
          RootLocale.format("Cannot make the folder %s. Is there free space left?", folder), e);
    }
  }

  private static Map<String, Object> structured(Diagnosis diagnosis) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("diagnoser", diagnosis.provenance().diagnoser());
    answer.put("version", diagnosis.provenance().version());
    answer.put("seconds", diagnosis.provenance().seconds());
    answer.put("promptTokens", diagnosis.provenance().promptTokens());
    answer.put("answerTokens", diagnosis.provenance().answerTokens());
    answer.put("cost", diagnosis.provenance().cost());
    answer.put("ending", diagnosis.provenance().ending());
    answer.put("questions", diagnosis.provenance().questions());
    answer.put("verdict", diagnosis.verdict());
    answer.put("terms", diagnosis.terms());
    answer.put("otherWords", diagnosis.otherWords());
    answer.put("component", diagnosis.component());
    answer.put("anomalies", diagnosis.anomalies());
    answer.put("mechanism", diagnosis.mechanism());
    answer.put("citations", diagnosis.citations());
    answer.put("alternatives", diagnosis.alternatives());
    answer.put("confidence", diagnosis.confidence());
    answer.put("advice", diagnosis.advice());
    return answer;
  }

  /** One entry per observation; an unknown reading is null, so that a plot shows a gap. */
  private static String series(List<Observation> observations) {
    return json(
        observations.stream()
            .map(
                observation -> {
                  Map<String, Object> values = new LinkedHashMap<>();
                  observation.signals().forEach((id, reading) -> values.put(id, reading.value()));
                  return Map.of("at", observation.at().toString(), "signals", values);
                })
            .toList());
  }

  private static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write an artifact as JSON", e);
    }
  }

  private void text(String name, String content) {
    try {
      Files.writeString(folder.resolve(name), content);
    } catch (IOException e) {
      throw new UncheckedIOException(
          RootLocale.format("Cannot write %s. Is there free space left?", folder.resolve(name)), e);
    }
  }
}
