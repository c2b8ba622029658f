package io.chaoschapters.junit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chaoschapters.run.ChapterResult;
import io.chaoschapters.run.ChapterVerdict;
import io.chaoschapters.run.RunSummary;
import io.chaoschapters.run.file.SummaryFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.Event;

/**
 * What came out of a run of fixtures.
 *
 * @param results what JUnit saw
 * @param output the folder under which the run left its artifacts
 * @param printed what it printed
 */
public record DemoOutcome(EngineExecutionResults results, Path output, String printed) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The methods that were begun, in order. */
  List<String> started() {
    return results.testEvents().started().stream().map(DemoOutcome::name).toList();
  }

  /** The methods that were skipped, with the reason. */
  Map<String, String> skipped() {
    Map<String, String> reasons = new LinkedHashMap<>();
    results.testEvents().skipped().stream()
        .forEach(event -> reasons.put(name(event), event.getRequiredPayload(String.class)));
    return reasons;
  }

  /** What a method failed with. */
  Throwable failure(String method) {
    return failures(results.testEvents().failed().stream().filter(e -> name(e).equals(method)));
  }

  /** What a class, or the engine when it ended, failed with. */
  Throwable containerFailure() {
    return failures(results.containerEvents().failed().stream());
  }

  private static Throwable failures(Stream<Event> failed) {
    return failed
        .map(event -> event.getRequiredPayload(TestExecutionResult.class))
        .findFirst()
        .flatMap(TestExecutionResult::getThrowable)
        .orElseThrow(() -> new AssertionError("it did not fail"));
  }

  private static String name(Event event) {
    return event.getTestDescriptor().getLegacyReportingName().replaceFirst("\\(.*", "");
  }

  /** The newest run's folder. */
  public Path folder() {
    return output.resolve("toy").resolve("latest");
  }

  RunSummary summary() {
    return SummaryFile.read(folder().resolve("summary.json"));
  }

  ChapterResult chapter(String name) {
    return summary().chapters().stream()
        .filter(chapter -> chapter.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no chapter " + name + " in the summary"));
  }

  /** The verdict of each chapter, in the order in which they ran. */
  public Map<String, ChapterVerdict> verdicts() {
    Map<String, ChapterVerdict> verdicts = new LinkedHashMap<>();
    summary().chapters().forEach(chapter -> verdicts.put(chapter.name(), chapter.verdict()));
    return verdicts;
  }

  /** The journal's lines. */
  List<JsonNode> journal() {
    try {
      List<JsonNode> events = new ArrayList<>();
      for (String line : Files.readAllLines(folder().resolve("journal.jsonl"))) {
        events.add(JSON.readTree(line));
      }
      return events;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The types of the journal's events, without what the monitor saw. */
  List<String> happened() {
    return journal().stream()
        .map(event -> event.path("type").asText())
        .filter(type -> !type.equals("OBSERVED"))
        .toList();
  }

  /** The events of one type. */
  List<JsonNode> events(String type) {
    return journal().stream().filter(event -> event.path("type").asText().equals(type)).toList();
  }

  /** What was noted, but for what a busy machine adds of itself: how long observations took. */
  List<String> notes() {
    return events("NOTE").stream()
        .map(event -> event.at("/data/text").asText())
        .filter(text -> !text.matches("(?:An observation took|Observations are made) .*"))
        .toList();
  }
}
