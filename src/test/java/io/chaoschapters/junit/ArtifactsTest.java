package io.chaoschapters.junit;

import static io.chaoschapters.ChaosAssertions.assertThat;
import static io.chaoschapters.ChaosAssertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chaoschapters.ChaosDemo;
import io.chaoschapters.Chapter;
import io.chaoschapters.Experiment;
import io.chaoschapters.diagnosis.Diagnostician;
import io.chaoschapters.diagnosis.evidence.Evidence;
import io.chaoschapters.diagnosis.evidence.EvidenceJson;
import io.chaoschapters.diagnosis.evidence.EvidenceText;
import io.chaoschapters.diagnosis.leak.ForbiddenPhrases;
import io.chaoschapters.diagnosis.leak.ForbiddenPhrasesFile;
import io.chaoschapters.diagnosis.leak.LeakCheck;
import io.chaoschapters.monitor.Monitor;
import io.chaoschapters.run.ChapterResult;
import io.chaoschapters.run.ChapterVerdict;
import io.chaoschapters.run.RecoveryOutcome;
import io.chaoschapters.run.RunSummary;
import io.chaoschapters.runtime.ComponentRuntime;
import io.chaoschapters.stage.recording.Cast;
import io.chaoschapters.subject.Subject;
import io.chaoschapters.toy.ToyCluster;
import io.chaoschapters.toy.ToySubject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a run leaves behind. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArtifactsTest {
  private DemoOutcome outcome;

  @ChaosDemo(subject = "toy")
  static class RunSession {
    @Chapter(order = 1, title = "Look at two nodes")
    void meetTheQueue() {}

    @Chapter(order = 2, title = "Three times what it holds")
    @Experiment("flood")
    void tooMuch(Monitor monitor, Diagnostician ai) {
      monitor.awaitViolation("backlog-small");
      assertThat(ai.diagnose()).names("queue overflow");
    }
  }

  /** A toy that has to be changed before it can be shown. */
  public static final class WoundUp extends ToySubject {
    @Override
    public ToyCluster start(ComponentRuntime runtime) {
      return new ToyCluster() {
        @Override
        public List<String> notes() {
          return List.of("The toy was wound up.");
        }
      };
    }
  }

  @BeforeAll
  void run() {
    outcome =
        DemoRun.named("ArtifactsTest")
            .setting("record", "true")
            .service(Subject.class, WoundUp.class)
            .run(RunSession.class);
  }

  @Test
  void runWithoutAStage_isRecordedWhenAskedFor() {
    Cast cast = Cast.read(outcome.folder().resolve("show.cast"));

    assertThat(cast.title()).isEqualTo("Two-node toy queue");
    assertThat(cast.events())
        .filteredOn(event -> event.kind().equals("m"))
        .extracting(Cast.Event::data)
        .containsExactly("Look at two nodes", "Three times what it holds");
    assertThat(outcome.folder().resolve("show.html"))
        .content()
        .contains("<li>", "DIAGNOSED", "Three times what it holds");
  }

  /** What a result was measured on belongs to the result. */
  @Test
  void versions_areInTheSummaryAndInTheJournal() throws IOException {
    assertThat(outcome.summary().versions())
        .containsEntry("node-1", "toy 1.2")
        .containsEntry("node-2", "toy 1.2");
    assertThat(outcome.folder().resolve("journal.jsonl"))
        .content()
        .contains("\"node-1\":\"toy 1.2\"", "The toy was wound up.");
  }

  @Test
  void latest_isALinkToTheRunsFolder() throws IOException {
    assertThat(outcome.folder()).isSymbolicLink();
    assertThat(Files.readSymbolicLink(outcome.folder()))
        .hasToString(outcome.summary().run())
        .isRelative();
    try (var left = Files.list(outcome.output().resolve("toy"))) {
      assertThat(left.map(path -> path.getFileName().toString()))
          .filteredOn(name -> name.startsWith("latest"))
          .containsExactly("latest");
    }
  }

  /** So that somebody who is asked about it later is shown as little. */
  @Test
  void evidence_hasBesideItWhatItMayNotSay() {
    Path chapter = outcome.folder().resolve("chapters/02-too-much");
    ForbiddenPhrases forbidden = ForbiddenPhrasesFile.read(chapter).orElseThrow();
    Evidence evidence = EvidenceJson.read(chapter.resolve("evidence.json"));

    assertThat(forbidden.anywhere()).contains("flood", "Three times what it holds", "tooMuch");
    assertThat(forbidden.outsideGlossary()).contains("kill", "freeze");
    assertThat(
            new LeakCheck(evidence.glossary(), forbidden)
                .check(EvidenceText.observed(evidence), EvidenceText.glossary(evidence.glossary())))
        .isEmpty();
  }

  @Test
  void summary_tellsWhatRanWhereAndWith() {
    RunSummary summary = outcome.summary();
    assertThat(summary.subject()).isEqualTo("toy");
    assertThat(summary.runtime()).isEqualTo("local");
    assertThat(summary.runtimeReason()).contains("chapters.runtime");
    assertThat(summary.metrics()).contains("embedded");
    assertThat(summary.diagnoser()).isEqualTo("toy 1");
    assertThat(summary.settings())
        .containsEntry("poll", "50 (-Dchapters.poll)")
        .containsEntry("ai", "toy (-Dchapters.ai)")
        .containsKey("subject");
    assertThat(summary.clusterReadySeconds()).isPositive().isLessThan(summary.showSeconds());
    assertThat(summary.declaredSeconds()).isCloseTo(0.35, within(1e-9));
    assertThat(summary.count(ChapterVerdict.PASS)).isEqualTo(2);
  }

  @Test
  void chapterWithAFault_hasItsTimesAndWhatWasExpectedAndAnswered() {
    ChapterResult flood = outcome.chapter("02-too-much");
    assertThat(flood.experiment()).isEqualTo("flood");
    assertThat(flood.expected()).isEqualTo("queue overflow");
    assertThat(flood.answered()).isEqualTo("queue overflow");
    assertThat(flood.diagnoser()).isEqualTo("toy 1");
    assertThat(flood.timeToDetect()).isPositive();
    assertThat(flood.timeToDiagnose()).isEqualTo(0.001);
    assertThat(flood.timeToRecover()).isPositive();
    assertThat(flood.recovery()).isEqualTo(RecoveryOutcome.RECOVERED);
    assertThat(flood.declaredSeconds()).isCloseTo(0.35, within(1e-9));
    assertThat(flood.seconds()).isGreaterThan(flood.timeToRecover());
  }

  @Test
  void chapterWithoutChaos_recordsOnlyTheOverheadOfTheExtension() {
    ChapterResult plain = outcome.chapter("01-meet-the-queue");
    assertThat(plain.overheadSeconds()).isPositive().isLessThanOrEqualTo(plain.seconds());
    assertThat(plain.declaredSeconds()).isZero();
    assertThat(plain.expected()).isNull();
    assertThat(plain.timeToDetect()).isNull();
    assertThat(plain.recovery()).isNull();
  }

  @Test
  void chapterWithADiagnosis_leavesEvidencePromptAnswerAndSeries() throws IOException {
    Path folder = outcome.folder().resolve("chapters/02-too-much");
    assertThat(folder).isDirectoryContaining("glob:**/evidence.json");
    assertThat(folder.resolve("evidence.md")).content().contains("few items wait in the queue");
    assertThat(folder.resolve("prompt.txt")).content().contains("few items wait in the queue");
    assertThat(folder.resolve("answer.txt")).hasContent("queue overflow");
    JsonNode answer = read(folder.resolve("answer.json"));
    assertThat(answer.path("verdict").asText()).isEqualTo("ANOMALY");
    assertThat(answer.at("/terms/0").asText()).isEqualTo("queue overflow");
    JsonNode series = read(folder.resolve("series.json"));
    assertThat(series).isNotEmpty();
    assertThat(series.get(0).at("/signals/backlog").isNumber()).isTrue();
  }

  @Test
  void evidence_tellsNothingOfTheChapterOrTheExperiment() throws IOException {
    Path folder = outcome.folder().resolve("chapters/02-too-much");
    assertThat(Files.readString(folder.resolve("evidence.json")))
        .doesNotContainIgnoringCase("flood")
        .doesNotContainIgnoringCase("too-much")
        .doesNotContainIgnoringCase("Three times");
  }

  @Test
  void chapterWithoutADiagnosis_leavesNoAnswer() {
    Path folder = outcome.folder().resolve("chapters/01-meet-the-queue");
    assertThat(folder.resolve("series.json")).exists();
    assertThat(folder.resolve("answer.json")).doesNotExist();
  }

  @Test
  void plainLog_endsWithTheTableAndThePathOfTheArtifacts() {
    assertThat(outcome.printed().strip().lines())
        .last()
        .asString()
        .startsWith("artifacts: ")
        .endsWith(outcome.summary().run());
  }

  private static JsonNode read(Path file) throws IOException {
    return new ObjectMapper().readTree(file.toFile());
  }
}
