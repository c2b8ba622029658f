package io.chaoschapters.diagnosis.llm;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.diagnosis.Diagnoser;
import io.chaoschapters.diagnosis.Diagnosis;
import io.chaoschapters.diagnosis.EvidenceCase;
import io.chaoschapters.diagnosis.EvidenceCases;
import io.chaoschapters.diagnosis.Inquiry;
import io.chaoschapters.diagnosis.Verdict;
import io.chaoschapters.diagnosis.evidence.Evidence;
import io.chaoschapters.diagnosis.evidence.EvidenceTools;
import io.chaoschapters.diagnosis.leak.LeakCheck;
import io.chaoschapters.diagnosis.llm.FakeModelServer.Reply;
import io.chaoschapters.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A model uses a tool, as each provider streams that, and answers with what it got. */
class ToolsOnTheWireTest {
  private static final Evidence EVIDENCE =
      EvidenceCases.of("message-queue").stream()
          .filter(EvidenceCase::isFault)
          .findFirst()
          .orElseThrow()
          .evidence();

  private static Reply call(Wire wire) {
    return switch (wire) {
      case OPENAI ->
          Reply.stream(
              "text/event-stream",
              List.of(
                  "data: {\"id\":\"c1\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m\",\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"tool_calls\":[{\"index\":0,\"id\":\"t1\",\"type\":\"function\",\"function\":{\"name\":\"read_log\",\"arguments\":\"\"}}]},\"finish_reason\":null}]}\n\n",
                  "data: {\"id\":\"c1\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m\",\"choices\":[{\"index\":0,\"delta\":{\"tool_calls\":[{\"index\":0,\"function\":{\"arguments\":\"{\\\"component\\\":\\\"worker-1\\\"}\"}}]},\"finish_reason\":null}]}\n\n",
                  "data: {\"id\":\"c1\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m\",\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"tool_calls\"}]}\n\n",
                  "data: [DONE]\n\n"));
      case ANTHROPIC ->
          Reply.stream(
              "text/event-stream",
              List.of(
                  "event: message_start\ndata: {\"type\":\"message_start\",\"message\":{\"id\":\"m1\",\"type\":\"message\",\"role\":\"assistant\",\"content\":[],\"model\":\"m\",\"stop_reason\":null,\"usage\":{\"input_tokens\":700,\"output_tokens\":1}}}\n\n",
                  "event: content_block_start\ndata: {\"type\":\"content_block_start\",\"index\":0,\"content_block\":{\"type\":\"tool_use\",\"id\":\"t1\",\"name\":\"read_log\",\"input\":{}}}\n\n",
                  "event: content_block_delta\ndata: {\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"input_json_delta\",\"partial_json\":\"{\\\"component\\\":\\\"worker-1\\\"}\"}}\n\n",
                  "event: content_block_stop\ndata: {\"type\":\"content_block_stop\",\"index\":0}\n\n",
                  "event: message_delta\ndata: {\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"tool_use\"},\"usage\":{\"output_tokens\":20}}\n\n",
                  "event: message_stop\ndata: {\"type\":\"message_stop\"}\n\n"));
      case GEMINI ->
          Reply.stream(
              "text/event-stream",
              List.of(
                  "data: {\"candidates\":[{\"content\":{\"parts\":[{\"functionCall\":{\"name\":\"read_log\",\"args\":{\"component\":\"worker-1\"}}}],\"role\":\"model\"},\"finishReason\":\"STOP\",\"index\":0}],\"usageMetadata\":{\"promptTokenCount\":700,\"candidatesTokenCount\":5,\"totalTokenCount\":705},\"modelVersion\":\"m\"}\r\n\r\n"));
      case OLLAMA ->
          Reply.stream(
              "application/x-ndjson",
              List.of(
                  "{\"model\":\"m\",\"created_at\":\"2026-11-24T10:00:00.1Z\",\"message\":{\"role\":\"assistant\",\"content\":\"\",\"tool_calls\":[{\"function\":{\"name\":\"read_log\",\"arguments\":{\"component\":\"worker-1\"}}}]},\"done\":false}\n",
                  "{\"model\":\"m\",\"created_at\":\"2026-11-24T10:00:00.2Z\",\"message\":{\"role\":\"assistant\",\"content\":\"\"},\"done_reason\":\"stop\",\"done\":true,\"prompt_eval_count\":700,\"eval_count\":5}\n"));
    };
  }

  @ParameterizedTest
  @EnumSource
  void call_isMadeAndItsResultSent(Wire wire) {
    List<String> notes = new ArrayList<>();
    Inquiry inquiry =
        new Inquiry(
            EVIDENCE,
            new LeakCheck(EVIDENCE.glossary(), List.of()),
            piece -> {},
            notes::add,
            new EvidenceTools(EVIDENCE));
    try (FakeModelServer server =
            new FakeModelServer(call(wire), wire.answer(List.of(ProvidersTest.good()), "end"));
        Diagnoser diagnoser =
            wire.provider(
                    Map.of("OPENAI_API_KEY", "k", "ANTHROPIC_API_KEY", "k", "GEMINI_API_KEY", "k"))
                .open(
                    Settings.of(
                        Map.of(
                            "ai",
                            wire.id,
                            "ai.model",
                            "m",
                            "ai.url",
                            server.url(),
                            "ai.tools",
                            "true")))) {
      Diagnosis answer = diagnoser.diagnose(inquiry);
      assertThat(answer.verdict()).isEqualTo(Verdict.ANOMALY);
      assertThat(answer.provenance().version()).startsWith("look-closer 1, ");
      assertThat(server.calls()).hasSize(2);
      assertThat(server.calls().get(0).body())
          .contains("check_invariants")
          .doesNotContain("why_not\" :");
      assertThat(server.calls().get(1).body())
          .contains("handling took 1900 ms")
          .contains("read_log");
      assertThat(notes).singleElement().asString().contains("read_log", "worker-1");
    }
  }
}
