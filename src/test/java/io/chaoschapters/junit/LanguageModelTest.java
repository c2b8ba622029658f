package io.chaoschapters.junit;

import static io.chaoschapters.ChaosAssertions.assertThat;

import io.chaoschapters.ChaosDemo;
import io.chaoschapters.Chapter;
import io.chaoschapters.Experiment;
import io.chaoschapters.diagnosis.DiagnoserProvider;
import io.chaoschapters.diagnosis.DiagnosisException;
import io.chaoschapters.diagnosis.Diagnostician;
import io.chaoschapters.diagnosis.llm.FakeModelServer;
import io.chaoschapters.diagnosis.llm.FakeModelServer.Reply;
import io.chaoschapters.diagnosis.llm.KeyedOpenAiProvider;
import io.chaoschapters.diagnosis.llm.Wire;
import io.chaoschapters.monitor.Monitor;
import io.chaoschapters.run.ChapterVerdict;
import io.chaoschapters.toy.ToyDiagnoserProvider;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Chapters whose diagnoser is a language model that somebody else serves. */
class LanguageModelTest {
  static final String RIGHT =
      "{\"evidence\":[{\"source\":\"backlog\",\"value\":\"99999 items\"}],\"mechanism\":\"Too much came in.\",\"alternatives\":[],\"verdict\":\"anomaly\",\"term\":[\"queue overflow\"],\"other\":\"\",\"component\":\"\",\"confidence\":0.9,\"advice\":\"Wait.\"}";

  @ChaosDemo(subject = "toy")
  static class Flood {
    @Chapter(order = 1, title = "Three times what it holds")
    @Experiment("flood")
    void flood(Monitor monitor, Diagnostician ai) {
      monitor.awaitViolation("backlog-small");
      assertThat(ai.diagnose()).names("queue overflow");
    }
  }

  private static DemoRun run(String name, FakeModelServer server, String ai) {
    String providers =
        KeyedOpenAiProvider.class.getName() + "\n" + ToyDiagnoserProvider.class.getName();
    return DemoRun.named(name)
        .resource("META-INF/services/" + DiagnoserProvider.class.getName(), providers)
        .setting("ai", ai)
        .setting("ai.url", server.url())
        .setting("ai.model", "gpt-4.1")
        .setting("ai.timeout", "20000");
  }

  private static Reply right() {
    return Wire.OPENAI.answer(List.of(RIGHT.substring(0, 50), RIGHT.substring(50)), "end");
  }

  @Test
  void answer_givesTheVerdictAndLeavesPromptAnswerTokensAndCost() throws IOException {
    try (FakeModelServer server = new FakeModelServer(right())) {
      DemoOutcome outcome = run("model", server, "openai").run(Flood.class);
      assertThat(outcome.verdicts().values()).containsExactly(ChapterVerdict.PASS);
      Path chapter = outcome.folder().resolve("chapters/01-flood");
      assertThat(chapter.resolve("answer.txt")).content().isEqualTo(RIGHT);
      assertThat(chapter.resolve("prompt.txt"))
          .content()
          .contains("[system]", "[user]", "[schema]");
      assertThat(chapter.resolve("answer.json"))
          .content()
          .contains("\"promptTokens\" : 700", "\"cost\" : 0.0018", "\"ending\" : \"COMPLETE\"")
          .contains("\"grounded\" : false"); // It made that number up.
      assertThat(outcome.folder().resolve("journal.jsonl"))
          .content()
          .contains("on this computer, to the model gpt-4.1", "what leaves this machine");
    }
  }

  /** Its own words go through the journal, the report, the summary and the artifacts. */
  @Test
  void key_isInNothingThatARunLeavesBehind() throws IOException {
    Reply tellsTheKey =
        Reply.error(
            401, "{\"error\":{\"message\":\"Wrong key: " + KeyedOpenAiProvider.KEY + "\"}}");
    Reply tellsItInTheMiddle =
        Reply.stream(
            "text/event-stream",
            List.of("data: {\"error\":{\"message\":\"" + KeyedOpenAiProvider.KEY + "\"}}\n\n"));
    Reply tellsItElsewhere = Reply.error(400, "No " + KeyedOpenAiProvider.KEY);
    int run = 0;
    for (Reply reply : List.of(right(), tellsTheKey, tellsItInTheMiddle, tellsItElsewhere)) {
      try (FakeModelServer server = new FakeModelServer(reply)) {
        DemoOutcome outcome = run("key-" + run++, server, "openai").run(Flood.class);
        assertThat(outcome.printed()).doesNotContain(KeyedOpenAiProvider.KEY);
        assertThat(server.calls().get(0).headers().get("Authorization"))
            .containsExactly("Bearer " + KeyedOpenAiProvider.KEY);
        try (Stream<Path> files = Files.walk(outcome.folder().toRealPath())) {
          assertThat(files.filter(Files::isRegularFile))
              .isNotEmpty()
              .allSatisfy(
                  file ->
                      assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                          .doesNotContain(KeyedOpenAiProvider.KEY));
        }
      }
    }
  }

  @Test
  void modelThatGivesNoAnswer_isAnInfrastructureErrorAndNobodyStepsIn() {
    try (FakeModelServer server = new FakeModelServer(Reply.error(404, "{}"))) {
      DemoOutcome outcome = run("silent", server, "openai,toy").run(Flood.class);
      assertThat(outcome.verdicts().values()).containsExactly(ChapterVerdict.INFRASTRUCTURE_ERROR);
      assertThat(outcome.failure("flood"))
          .isInstanceOf(DiagnosisException.class)
          .hasMessageContaining("knows no model 'gpt-4.1'");
    }
  }

  @Test
  void secondOpinion_isShownBesideTheFirstAndDoesNotCount() {
    Reply none = Wire.OPENAI.answer(List.of(RIGHT.replace("queue overflow", "other")), "end");
    try (FakeModelServer server = new FakeModelServer(none)) {
      DemoOutcome outcome = run("second", server, "toy,openai").run(Flood.class);
      assertThat(outcome.verdicts().values()).containsExactly(ChapterVerdict.PASS);
      Path chapter = outcome.folder().resolve("chapters/01-flood");
      assertThat(chapter.resolve("answer.json")).content().contains("\"diagnoser\" : \"toy\"");
      assertThat(chapter.resolve("openai/answer.json"))
          .content()
          .contains("\"diagnoser\" : \"openai\"", "\"other\"");
      assertThat(outcome.folder().resolve("report.html")).content().contains("All answers in ");
    }
  }

  @Test
  void secondOpinionThatDoesNotCome_isNotedOnly() {
    try (FakeModelServer server = new FakeModelServer(Reply.error(404, "{}"))) {
      DemoOutcome outcome = run("second-silent", server, "toy,openai").run(Flood.class);
      assertThat(outcome.verdicts().values()).containsExactly(ChapterVerdict.PASS);
      assertThat(outcome.folder().resolve("journal.jsonl"))
          .content()
          .contains("openai did not answer: ");
    }
  }
}
