package io.chaoschapters.agent;

import static io.chaoschapters.agent.Asked.situation;
import static io.chaoschapters.agent.Asked.work;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chaoschapters.ChaosAssertions;
import io.chaoschapters.ChaosDemo;
import io.chaoschapters.Chapter;
import io.chaoschapters.Experiment;
import io.chaoschapters.diagnosis.Diagnoser;
import io.chaoschapters.diagnosis.Diagnosis;
import io.chaoschapters.diagnosis.Diagnostician;
import io.chaoschapters.diagnosis.Verdict;
import io.chaoschapters.diagnosis.grading.DiagnosisGrader;
import io.chaoschapters.diagnosis.grading.Grade.Outcome;
import io.chaoschapters.junit.DemoOutcome;
import io.chaoschapters.junit.DemoRun;
import io.chaoschapters.monitor.Monitor;
import io.chaoschapters.run.AgentWork.Ending;
import io.chaoschapters.run.ChapterVerdict;
import io.chaoschapters.runtime.process.Programs;
import io.chaoschapters.text.RootLocale;
import io.chaoschapters.waiting.Progress;
import io.chaoschapters.waiting.Wait;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An agent that waits for alerts, as somebody on call does, and answers when it is done. */
class OnCallTest {
  private static final Map<String, String> ALERT = Map.of("ai.trigger", "alert");

  @TempDir Path scratch;
  private Asked asked;
  private Path log;

  /** The same, for chapters, which do not know the test. */
  private static final AtomicReference<Path> LOG = new AtomicReference<>();

  @BeforeEach
  void pythonIsThere() throws IOException {
    Assumptions.assumeTrue(Programs.onPath("python3").isPresent(), "no python3");
    asked = new Asked(scratch);
    log = scratch.resolve("oncall.log");
    LOG.set(log);
  }

  @ChaosDemo(subject = "toy")
  static class Flood {
    @Chapter(order = 1, title = "Three times what it holds")
    @Experiment("flood")
    void flood(Monitor monitor, Diagnostician ai) {
      monitor.awaitViolation("backlog-small");
      monitor.awaitEnd();
      ChaosAssertions.assertThat(ai.diagnose()).names("queue overflow");
    }
  }

  @ChaosDemo(subject = "toy")
  static class NobodyAsks {
    @Chapter(order = 1, title = "Three times what it holds")
    @Experiment("flood")
    void flood(Monitor monitor) {
      monitor.awaitViolation("backlog-small");
      // On a busy machine the chapter would end before the message has left.
      Wait.atMost("alert", Duration.ofSeconds(60))
          .until(() -> new Progress(Files.exists(LOG.get()), "nobody was woken"));
      monitor.awaitEnd();
    }

    @Chapter(order = 2, title = "Nothing happens")
    @Experiment("control")
    void control(Monitor monitor, Diagnostician ai) {
      monitor.awaitEnd();
      ChaosAssertions.assertThat(ai.diagnose()).findsNoAnomaly();
    }
  }

  private Asked.Server onCall(String... mode) throws IOException {
    List<String> more = new ArrayList<>(List.of(log.toString()));
    more.addAll(List.of(mode));
    return asked.serve(List.of("python3"), "oncall.py", more.toArray(String[]::new));
  }

  private static String yaml(Asked.Server onCall, String limit, int tools) {
    return RootLocale.format(
        "agent: a\nkind: http\nurl: 'http://127.0.0.1:%d/alert'\nport: %d\nlimits: {time: %s}\n",
        onCall.port(), tools, limit);
  }

  private DemoOutcome play(Asked.Server onCall, String ai, String limit, Class<?> chapters)
      throws IOException {
    Path file = Files.writeString(scratch.resolve("a.yaml"), yaml(onCall, limit, 0));
    return DemoRun.named("on-call-" + ai.replace(',', '-') + "-" + chapters.getSimpleName())
        .setting("ai", ai)
        .setting("ai.agent", file.toString())
        .setting("ai.trigger", "alert")
        .run(chapters);
  }

  private static List<JsonNode> journal(DemoOutcome outcome, String type) throws IOException {
    List<JsonNode> found = new ArrayList<>();
    for (String line : Files.readAllLines(outcome.folder().resolve("journal.jsonl"))) {
      JsonNode entry = new ObjectMapper().readTree(line);
      if (entry.path("type").asText().equals(type)) {
        found.add(entry);
      }
    }
    return found;
  }

  @Test
  void violation_wakesIt_andTheChapterTakesItsAnswer() throws IOException {
    try (Asked.Server onCall = onCall("term", "queue overflow")) {
      DemoOutcome outcome = play(onCall, "a", "30s", Flood.class);

      assertThat(outcome.verdicts().values()).containsExactly(ChapterVerdict.PASS);
      assertThat(Files.readAllLines(log)).hasSize(1);
      List<JsonNode> questions = journal(outcome, "DIAGNOSIS_ASKED");
      assertThat(questions).hasSize(1);
      assertThat(questions.get(0).at("/data/woken").asBoolean()).isTrue();
      assertThat(questions.get(0).path("sequence").asLong())
          .isGreaterThan(journal(outcome, "VIOLATION_RAISED").get(0).path("sequence").asLong());
    }
  }

  /** The chapter's verdict rests on the first, whoever of them was asked first. */
  @Test
  void violation_wakesItBesideAnother_theVerdictStaysWithTheFirst() throws IOException {
    try (Asked.Server onCall = onCall("term", "node outage")) {
      DemoOutcome outcome = play(onCall, "toy,a", "30s", Flood.class);

      assertThat(outcome.verdicts().values()).containsExactly(ChapterVerdict.PASS);
      assertThat(journal(outcome, "DIAGNOSIS_ASKED"))
          .extracting(e -> e.at("/data/diagnoser").asText() + " " + e.at("/data/aside"))
          .containsExactly("a true", "toy false");
      assertThat(outcome.folder().resolve("report.html")).content().contains("node outage");
    }
  }

  @Test
  void chapterEndsWithoutAsking_itIsCalledOff_andTheNextChapterAsksAnew() throws IOException {
    try (Asked.Server onCall = onCall("late", "60")) {
      DemoOutcome outcome = play(onCall, "a", "1s", NobodyAsks.class);

      assertThat(outcome.folder().resolve("journal.jsonl"))
          .content()
          .contains("a was woken by a violation, and the chapter ended without its answer.");
      assertThat(Files.readAllLines(log)).hasSize(2);
      assertThat(Files.readAllLines(log).get(1)).contains("RoutineCheck");
      assertThat(journal(outcome, "DIAGNOSIS_ANSWERED")).hasSize(1);
    }
  }

  @Test
  void answersTwiceAndInTheBody_theFirstSubmissionCounts() throws IOException {
    try (Asked.Server onCall = onCall("twice")) {
      Diagnosis answer = asked.ask(yaml(onCall, "30s", 0), situation(true), ALERT);

      assertThat(answer.verdict()).isEqualTo(Verdict.NONE);
      assertThat(work(answer).ending()).isEqualTo(Ending.SUBMITTED);
    }
  }

  @Test
  void answersWhatIsUnknown_isGradedAsAnyDiagnoser() throws IOException {
    try (Asked.Server onCall = onCall("unknown")) {
      Diagnosis answer = asked.ask(yaml(onCall, "30s", 0), situation(true), ALERT);

      assertThat(DiagnosisGrader.findsNoAnomaly(answer).outcome()).isEqualTo(Outcome.FALSE_ALARM);
    }
  }

  /** Its tools are at the same port again, and a question is open there: but it is another one. */
  @Test
  void answersLate_isOverBudget_andTheNextQuestionIsNotAnsweredByIt() throws IOException {
    int tools;
    try (java.net.ServerSocket free = new java.net.ServerSocket(0)) {
      tools = free.getLocalPort();
    }
    try (Asked.Server onCall = onCall("late", "3");
        Diagnoser agent = asked.open(yaml(onCall, "2s", tools), ALERT)) {
      Diagnosis first = asked.ask(agent, situation(true));
      Diagnosis second = asked.ask(agent, situation(true));

      assertThat(work(first).ending()).isEqualTo(Ending.OVER_BUDGET);
      assertThat(work(second).ending()).isEqualTo(Ending.OVER_BUDGET);
      Wait.atMost("the late answer", Duration.ofSeconds(20))
          .until(() -> new Progress(log().contains("\"late\""), "not yet"));
      assertThat(log()).contains("401");
    }
  }

  private String log() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
