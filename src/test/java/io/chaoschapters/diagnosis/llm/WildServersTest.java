package io.chaoschapters.diagnosis.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.chaoschapters.diagnosis.Diagnoser;
import io.chaoschapters.diagnosis.Diagnosis;
import io.chaoschapters.diagnosis.DiagnosisException;
import io.chaoschapters.diagnosis.DiagnosisException.Reason;
import io.chaoschapters.diagnosis.EvidenceCase;
import io.chaoschapters.diagnosis.EvidenceCases;
import io.chaoschapters.diagnosis.Inquiry;
import io.chaoschapters.diagnosis.Provenance.Ending;
import io.chaoschapters.diagnosis.Verdict;
import io.chaoschapters.diagnosis.evidence.Evidence;
import io.chaoschapters.diagnosis.leak.LeakCheck;
import io.chaoschapters.diagnosis.llm.FakeModelServer.Reply;
import io.chaoschapters.settings.Settings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that are compatible with a provider's as they please. */
class WildServersTest {
  private static final Evidence EVIDENCE =
      EvidenceCases.of("message-queue").stream()
          .filter(EvidenceCase::isFault)
          .findFirst()
          .orElseThrow()
          .evidence();
  private static final Map<String, String> KEYS =
      Map.of("OPENAI_API_KEY", "k", "ANTHROPIC_API_KEY", "k", "GOOGLE_API_KEY", "k");

  private final List<String> notes = new ArrayList<>();

  private Diagnosis ask(Wire wire, FakeModelServer server, Map<String, String> more) {
    Map<String, String> settings = new HashMap<>();
    settings.put("ai", wire.id);
    settings.put("ai.model", "m");
    settings.put("ai.url", server.url());
    settings.put("ai.timeout", "20000");
    settings.putAll(more);
    Inquiry inquiry =
        new Inquiry(
            EVIDENCE, new LeakCheck(EVIDENCE.glossary(), List.of()), piece -> {}, notes::add, null);
    try (Diagnoser diagnoser = wire.provider(KEYS).open(Settings.of(settings))) {
      return diagnoser.diagnose(inquiry);
    }
  }

  private Diagnosis ask(Wire wire, Reply... replies) {
    try (FakeModelServer server = new FakeModelServer(replies)) {
      return ask(wire, server, Map.of());
    }
  }

  private DiagnosisException failure(Wire wire, Reply... replies) {
    return catchThrowableOfType(DiagnosisException.class, () -> ask(wire, replies));
  }

  /** An OpenAI stream whose last chunk says why it ends, in these words or none. */
  private static Reply finishing(String reason, String last) {
    return Reply.stream(
        "text/event-stream",
        List.of(
            chunk("\"content\":" + Wire.json(ProvidersTest.good()), ""), chunk("", reason), last));
  }

  private static String chunk(String delta, String reason) {
    return "data: {\"id\":\"c1\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m\",\"choices\":[{\"index\":0,\"delta\":{"
        + delta
        + "}"
        + reason
        + "}]}\n\n";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ",\"finish_reason\":null",
        ",\"finish_reason\":\"\"",
        ",\"finish_reason\":\"eos_token\"",
        ",\"finish_reason\":\"stop_sequence\"",
        ",\"finish_reason\":\"STOP\"",
        ",\"finish_reason\":\"what is this\""
      })
  void finishReasonMissingOrUnknown_isAWholeAnswerWhenTheStreamSaysSo(String reason) {
    Diagnosis answer = ask(Wire.OPENAI, finishing(reason, "data: [DONE]\n\n"));

    assertThat(answer.verdict()).isEqualTo(Verdict.ANOMALY);
    assertThat(answer.provenance().ending()).isEqualTo(Ending.COMPLETE);
  }

  @Test
  void reasonOfItsOwnAndNothingBehindIt_isAWholeAnswer() {
    assertThat(
            ask(Wire.OPENAI, finishing(",\"finish_reason\":\"eos_token\"", ": bye\n\n")).verdict())
        .isEqualTo(Verdict.ANOMALY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ",\"finish_reason\":null", ",\"finish_reason\":\"\""})
  void noReasonAndNoEnd_brokeOff(String reason) {
    assertThat(failure(Wire.OPENAI, finishing(reason, ": bye\n\n")).reason())
        .isEqualTo(Reason.BROKE_OFF);
  }

  @ParameterizedTest
  @CsvSource({
    "OLLAMA, '\"done_reason\":\"stop\",', ''",
    "OLLAMA, stop, eos",
    "ANTHROPIC, '\"end_turn\"', null",
    "ANTHROPIC, end_turn, eos"
  })
  void otherProvidersWithoutAKnownReason_areWholeAnswers(Wire wire, String known, String other) {
    Reply answer = wire.answer(List.of(ProvidersTest.good()), "end");
    Reply changed =
        Reply.stream(
            answer.type(), answer.chunks().stream().map(c -> c.replace(known, other)).toList());
    assertThat(changed.chunks()).isNotEqualTo(answer.chunks());

    assertThat(ask(wire, changed).verdict()).isEqualTo(Verdict.ANOMALY);
  }

  private static Reply ok(String type, String body) {
    return new Reply(200, type, Map.of(), List.of(body), Reply.End.WELL);
  }

  @ParameterizedTest
  @EnumSource
  void webPage_isToldForWhatItIs(Wire wire) {
    String page = "\ufeff\n<!DOCTYPE html>\n<html><head><title>\nSign in\n</title></head></html>";

    assertThat(failure(wire, ok("text/html", page)))
        .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.UNEXPECTED))
        .hasMessageContaining("sent 'Sign in'")
        .hasMessageContaining("a web page and not a model's server; check the address");
    assertThat(failure(wire, ok("text/event-stream", "<h1>Bad gateway</h1>")))
        .hasMessageContaining("a web page");
  }

  @ParameterizedTest
  @ValueSource(strings = {"OPENAI", "ANTHROPIC", "GEMINI"})
  void plainAnswerToARequestForAStream_isToldForWhatItIs(Wire wire) {
    String plain = "{\"choices\":[{\"message\":{\"content\":\"It is so.\"}}]}";

    assertThat(failure(wire, ok("application/json", plain)))
        .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.UNEXPECTED))
        .hasMessageContaining("plain JSON, all at once, although a stream was asked for");
    assertThat(failure(wire, ok("application/json", "[" + plain + "]")).reason())
        .isEqualTo(Reason.UNEXPECTED);
  }

  /** A line of its stream is an object, too: one that is whole is an answer. */
  @Test
  void plainAnswerOfOllama_isRead() {
    String plain =
        "{\"model\":\"m\",\"message\":{\"role\":\"assistant\",\"content\":%s},\"done\":true,\"done_reason\":\"stop\"}"
            .replace("%s", Wire.json(ProvidersTest.good()));

    assertThat(ask(Wire.OLLAMA, ok("application/json", plain)).verdict())
        .isEqualTo(Verdict.ANOMALY);
  }

  @ParameterizedTest
  @EnumSource
  void nothingOrSomeText_isToldForWhatItIs(Wire wire) {
    assertThat(failure(wire, ok("application/json", "")))
        .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.BROKE_OFF))
        .hasMessageContaining("sent an empty answer");
    assertThat(failure(wire, ok("text/plain", "no healthy upstream")))
        .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.UNEXPECTED))
        .hasMessageContaining("no model's answer: no healthy upstream");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'error':{'message':'odd parameter','type':'invalid_request_error'}} | NOT_ACCEPTED",
        "{ 'error': 'it broke' } | SERVER_ERROR",
        "{'error':{'message':'This is over the maximum context','code':'x'}} | CONTEXT_OVERFLOW",
        "{'error':{'message':'The model m does not exist','code':404}} | UNKNOWN_MODEL",
        "{'error':{'message':'Incorrect API key provided','code':401}} | WRONG_KEY",
        "{'error':{'message':'no','type':'insufficient_quota','code':429}} | NOT_ACCEPTED",
        "{'object':'error','message':'it broke','type':'InternalServerError','code':500} | SERVER_ERROR",
        "{'detail':'it broke'} | SERVER_ERROR",
      })
  void errorInAGoodAnswer_isToldApart(String json, Reason reason) {
    for (Wire wire : Wire.values()) {
      boolean ofAnother = wire == Wire.OLLAMA && json.contains("detail");
      if (!ofAnother) {
        Reply error = ok("application/json", json.replace('\'', '"')).with("Retry-After", "0");
        assertThat(failure(wire, error).reason()).as("%s", wire).isEqualTo(reason);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void errorInAGoodAnswer_isSaidToBeOne(Wire wire) {
    Reply error = Reply.error(200, "{\n \"error\": {\n  \"message\": \"it broke\"\n }\n}\n");

    assertThat(failure(wire, error.with("Retry-After", "0")))
        .hasMessageContaining(
            "sent an error in place of its answer (with HTTP status 200): it broke");
  }

  @ParameterizedTest
  @EnumSource
  void rateLimitInAGoodAnswer_isWaitedForAsLongAsItSays(Wire wire) {
    Reply slow =
        Reply.error(200, "{\"error\":{\"message\":\"Rate limit reached\",\"code\":429}}")
            .with("Retry-After", "0");
    Reply inWords =
        Reply.error(
            200,
            "{\"error\":{\"message\":\"Too many requests. Please try again in 20ms.\",\"type\":\"requests\"}}");

    assertThat(
            ask(wire, slow, inWords, wire.answer(List.of(ProvidersTest.good()), "end")).verdict())
        .isEqualTo(Verdict.ANOMALY);
    assertThat(notes)
        .hasSize(2)
        .allMatch(note -> note.contains("asks to be asked less often"))
        .allMatch(note -> note.endsWith(". Asking again in 0.0 s."));
  }

  @ParameterizedTest
  @CsvSource({"'', false", "off, false", "on, true", "model, none"})
  void ollama_isToldWhetherToThink(String setting, String told) {
    try (FakeModelServer server =
        new FakeModelServer(Wire.OLLAMA.answer(List.of(ProvidersTest.good()), "end"))) {
      ask(Wire.OLLAMA, server, setting.isEmpty() ? Map.of() : Map.of("ai.thinking", setting));

      String body = server.calls().get(0).body().replaceAll("\\s", "");
      assertThat(body.contains("\"think\":false")).isEqualTo(told.equals("false"));
      assertThat(body.contains("\"think\":true")).isEqualTo(told.equals("true"));
    }
  }

  /** What a model thinks, as a server streams it, before an answer or nothing. */
  private static Reply thinking(Wire wire, List<String> answer, String finish) {
    Reply said = wire.answer(answer, finish);
    String thought =
        wire == Wire.OLLAMA
            ? "{\"model\":\"m\",\"created_at\":\"2026-11-24T10:00:00.1Z\",\"message\":{\"role\":\"assistant\",\"content\":\"\",\"thinking\":\"Hm.\"},\"done\":false}\n"
            : "data: {\"id\":\"c1\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m\",\"choices\":[{\"index\":0,\"delta\":{\"reasoning_content\":\"Hm.\"},\"finish_reason\":null}]}\n\n";
    List<String> chunks = new ArrayList<>(List.of(thought));
    chunks.addAll(said.chunks());
    return Reply.stream(said.type(), chunks);
  }

  @ParameterizedTest
  @ValueSource(strings = {"OLLAMA", "OPENAI"})
  void modelThatThinks_isReadAndThatIsTold(Wire wire) {
    assertThat(ask(wire, thinking(wire, List.of(ProvidersTest.good()), "end")).verdict())
        .isEqualTo(Verdict.ANOMALY);
    assertThat(notes)
        .containsExactly(
            "The model m thought before it answered, which took some of its tokens and of the time (setting ai.thinking).");
  }

  @ParameterizedTest
  @EnumSource
  void thoughtWithinTheAnswer_isLeftOutAndTold(Wire wire) {
    List<String> pieces = List.of("<think>", "Is it that? No.", "</think>\n", ProvidersTest.good());

    assertThat(ask(wire, wire.answer(pieces, "end")).verdict()).isEqualTo(Verdict.ANOMALY);
    assertThat(notes).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"OLLAMA", "OPENAI"})
  void allTokensSpentOnThinking_isASentence(Wire wire) {
    for (Reply spent :
        List.of(
            thinking(wire, List.of(""), "length"),
            wire.answer(List.of("<think>", "Is it that? Or"), "length"))) {
      assertThat(failure(wire, spent))
          .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.ONLY_THOUGHT))
          .hasMessageEndingWith(
              "spent all that it may write on thinking, so there is no answer; let it write more with -Dai.answer-tokens=<tokens>, or have it not think with -Dai.thinking=off where it can do without.");
    }
  }

  @ParameterizedTest
  @EnumSource
  void tokensUsedUpAndNothingWritten_isASentence(Wire wire) {
    assertThat(failure(wire, wire.answer(List.of(""), "length")))
        .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.ONLY_THOUGHT))
        .hasMessageContaining("before it had written a word: it seems to think");
  }
}
