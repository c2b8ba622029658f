package io.chaoschapters.diagnosis.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.chaoschapters.diagnosis.Diagnoser;
import io.chaoschapters.diagnosis.Diagnosis;
import io.chaoschapters.diagnosis.DiagnosisException;
import io.chaoschapters.diagnosis.DiagnosisException.Reason;
import io.chaoschapters.diagnosis.EvidenceCases;
import io.chaoschapters.diagnosis.Inquiry;
import io.chaoschapters.diagnosis.Provenance;
import io.chaoschapters.diagnosis.Provenance.Ending;
import io.chaoschapters.diagnosis.Verdict;
import io.chaoschapters.diagnosis.evidence.Evidence;
import io.chaoschapters.diagnosis.llm.FakeModelServer.Reply;
import io.chaoschapters.settings.InvalidSettingException;
import io.chaoschapters.settings.Settings;
import io.chaoschapters.text.RootLocale;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each provider against a server that speaks as its own does. */
public class ProvidersTest {
  static final String KEY = "sk-secret-0123456789";
  private static final Map<String, String> KEYS =
      Map.of("OPENAI_API_KEY", KEY, "ANTHROPIC_API_KEY", KEY, "GOOGLE_API_KEY", KEY);
  private static final Evidence EVIDENCE =
      EvidenceCases.of("message-queue").stream()
          .filter(c -> c.isFault())
          .findFirst()
          .orElseThrow()
          .evidence();
  private static final String TERM = EVIDENCE.glossary().names().get(0);

  public static String good() {
    return RootLocale.format(
        "{\"evidence\":[],\"mechanism\":\"It is so.\",\"alternatives\":[],\"verdict\":\"anomaly\",\"term\":[%s],\"other\":\"\",\"component\":\"\",\"confidence\":0.7,\"advice\":\"Look.\"}",
        Wire.json(TERM));
  }

  private static List<String> pieces(String text) {
    return List.of(text.substring(0, 20), text.substring(20, 60), text.substring(60));
  }

  private static Diagnoser open(Wire wire, String url, Map<String, String> more) {
    Map<String, String> settings = new HashMap<>();
    settings.put("ai", wire.id);
    settings.put("ai.model", "m");
    settings.put("ai.url", url);
    settings.put("ai.timeout", "20000");
    settings.putAll(more);
    return wire.provider(KEYS).open(Settings.of(settings));
  }

  private static Diagnosis ask(Wire wire, FakeModelServer server) {
    try (Diagnoser diagnoser = open(wire, server.url(), Map.of())) {
      return diagnoser.diagnose(Inquiry.about(EVIDENCE, piece -> {}));
    }
  }

  private static DiagnosisException failure(Wire wire, String url, Map<String, String> settings) {
    try (Diagnoser diagnoser = open(wire, url, settings)) {
      DiagnosisException failure =
          catchThrowableOfType(
              DiagnosisException.class,
              () -> diagnoser.diagnose(Inquiry.about(EVIDENCE, piece -> {})));
      assertThat(failure).isNotNull().hasMessageNotContaining(KEY);
      return failure;
    }
  }

  private static DiagnosisException failure(Wire wire, Reply... replies) {
    try (FakeModelServer server = new FakeModelServer(replies)) {
      return failure(wire, server.url(), Map.of());
    }
  }

  @ParameterizedTest
  @EnumSource
  void answer_isStreamedAndRead(Wire wire) {
    try (FakeModelServer server = new FakeModelServer(wire.answer(pieces(good()), "end"));
        Diagnoser diagnoser = open(wire, server.url(), Map.of())) {
      List<String> streamed = new ArrayList<>();
      Diagnosis answer = diagnoser.diagnose(Inquiry.about(EVIDENCE, streamed::add));
      assertThat(answer.verdict()).isEqualTo(Verdict.ANOMALY);
      assertThat(answer.terms()).containsExactly(TERM);
      assertThat(streamed).containsExactlyElementsOf(pieces(good()));
      Provenance from = answer.provenance();
      assertThat(from.diagnoser()).isEqualTo(wire.id);
      assertThat(from.version()).isEqualTo("one-prompt 1, m");
      assertThat(from.promptTokens()).isEqualTo(700);
      assertThat(from.answerTokens()).isEqualTo(50);
      assertThat(from.cost()).isNull();
      assertThat(from.ending()).isEqualTo(Ending.COMPLETE);
      assertThat(from.questions()).isEqualTo(1);
      assertThat(from.rawAnswer()).isEqualTo(good());
      assertThat(from.prompt()).contains(EVIDENCE.glossary().terms().get(0).definition());
      assertThat(server.calls()).hasSize(1);
      FakeModelServer.Call call = server.calls().get(0);
      assertThat(call.body()).contains("why_not");
      assertThat(call.path() + call.body()).containsAnyOf("\"m\"", "models/m:");
    }
  }

  @ParameterizedTest
  @EnumSource
  void brokenAnswer_isAskedForOnceMore(Wire wire) {
    try (FakeModelServer server =
        new FakeModelServer(
            wire.answer(List.of("It is ", TERM), "end"), wire.answer(List.of(good()), "end"))) {
      Diagnosis answer = ask(wire, server);
      assertThat(answer.verdict()).isEqualTo(Verdict.ANOMALY);
      assertThat(answer.provenance().questions()).isEqualTo(2);
      assertThat(answer.provenance().promptTokens()).isEqualTo(1400);
      assertThat(server.calls()).hasSize(2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void nonsenseTwice_isAWrongAnswerNotAnError(Wire wire) {
    try (FakeModelServer server =
        new FakeModelServer(wire.answer(List.of("no idea", " at all"), "end"))) {
      Diagnosis answer = ask(wire, server);
      assertThat(answer.verdict()).isEqualTo(Verdict.INVALID);
      assertThat(answer.mechanism()).contains("not JSON");
      assertThat(answer.provenance().ending()).isEqualTo(Ending.COMPLETE);
      assertThat(server.calls()).hasSize(2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void truncatedTwice_isAWrongAnswerThatSaysSo(Wire wire) {
    try (FakeModelServer server =
        new FakeModelServer(wire.answer(List.of("{\"evidence\":", "["), "length"))) {
      Diagnosis answer = ask(wire, server);
      assertThat(answer.verdict()).isEqualTo(Verdict.INVALID);
      assertThat(answer.mechanism()).contains("longer than it may be");
      assertThat(answer.provenance().ending()).isEqualTo(Ending.TRUNCATED);
      assertThat(server.calls()).hasSize(2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void refusal_isAWrongAnswerAndIsNotRepeated(Wire wire) {
    try (FakeModelServer server = new FakeModelServer(wire.refusal())) {
      Diagnosis answer = ask(wire, server);
      assertThat(answer.verdict()).isEqualTo(Verdict.INVALID);
      assertThat(answer.mechanism()).contains("would not answer");
      assertThat(answer.provenance().ending()).isEqualTo(Ending.REFUSED);
      assertThat(server.calls()).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void rateLimit_isWaitedFor(Wire wire) {
    try (FakeModelServer server =
        new FakeModelServer(
            Reply.error(429, "{\"error\":{\"message\":\"slow down\"}}").with("Retry-After", "0"),
            wire.answer(List.of(good()), "end"))) {
      assertThat(ask(wire, server).verdict()).isEqualTo(Verdict.ANOMALY);
      assertThat(server.calls()).hasSize(2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void rateLimitForGood_isAnError(Wire wire) {
    Reply slow = Reply.error(429, "{\"error\":{\"message\":\"slow down\"}}");
    assertThat(failure(wire, slow.with("Retry-After", "0")).reason())
        .isEqualTo(Reason.RATE_LIMITED);
  }

  @ParameterizedTest
  @EnumSource
  void rateLimitLongerThanTheTime_isNotWaitedFor(Wire wire) {
    Reply slow = Reply.error(429, "{\"error\":{\"message\":\"slow down\"}}");
    assertThat(failure(wire, slow.with("Retry-After", "3600")))
        .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.RATE_LIMITED))
        .hasMessageContaining("3600.0 s");
  }

  @ParameterizedTest
  @EnumSource
  void serverError_isRepeatedAndThenAnError(Wire wire) {
    Reply failed = Reply.error(503, "{\"error\":{\"message\":\"overloaded\"}}");
    assertThat(failure(wire, failed.with("Retry-After", "0")))
        .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.SERVER_ERROR))
        .hasMessageContaining("503");
  }

  @ParameterizedTest
  @EnumSource
  void silence_isATimeOut(Wire wire) {
    Reply silent = wire.answer(List.of("{"), "end");
    Reply hanging =
        new Reply(200, silent.type(), Map.of(), silent.chunks().subList(0, 1), Reply.End.HANGS);
    try (FakeModelServer server = new FakeModelServer(hanging)) {
      DiagnosisException failure = failure(wire, server.url(), Map.of("ai.timeout", "700"));
      assertThat(failure.reason()).isEqualTo(Reason.TIME_OUT);
      assertThat(failure).hasMessageContaining("-Dai.timeout");
    }
  }

  @ParameterizedTest
  @EnumSource
  void connectionBrokenInTheMiddle_isAnError(Wire wire) {
    Reply whole = wire.answer(pieces(good()), "end");
    Reply broken =
        new Reply(200, whole.type(), Map.of(), whole.chunks().subList(0, 2), Reply.End.BREAKS);
    assertThat(failure(wire, broken).reason()).isEqualTo(Reason.BROKE_OFF);
  }

  @ParameterizedTest
  @EnumSource
  void streamWithoutItsEnd_isAnError(Wire wire) {
    Reply whole = wire.answer(pieces(good()), "end");
    Reply open = Reply.stream(whole.type(), whole.chunks().subList(0, 2));
    assertThat(failure(wire, open).reason()).isEqualTo(Reason.BROKE_OFF);
  }

  @ParameterizedTest
  @EnumSource
  void contextOverflow_isAnErrorOfItsOwn(Wire wire) {
    assertThat(failure(wire, wire.overflow()).reason()).isEqualTo(Reason.CONTEXT_OVERFLOW);
  }

  @ParameterizedTest
  @EnumSource
  void unknownModel_isNamed(Wire wire) {
    assertThat(failure(wire, wire.unknownModel()))
        .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.UNKNOWN_MODEL))
        .hasMessageContaining("knows no model 'm'");
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403})
  void wrongKey_namesTheVariableAndNotTheKey(int status) {
    for (Wire wire : Wire.values()) {
      assertThat(
              failure(
                  wire, Reply.error(status, "{\"error\":{\"message\":\"bad key " + KEY + "\"}}")))
          .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.WRONG_KEY))
          .hasMessageContaining(wire == Wire.OLLAMA ? "want one" : "_API_KEY")
          .satisfies(e -> assertThat(printed(e)).doesNotContain(KEY));
    }
  }

  /** With an answer's beginning sent, a server has no status left to say what went wrong. */
  @ParameterizedTest
  @CsvSource({
    "overloaded_error, Overloaded, SERVER_ERROR",
    "UNAVAILABLE, The model is overloaded., SERVER_ERROR",
    "server_error, an unexpected error was encountered, SERVER_ERROR",
    "rate_limit_error, Rate limit reached, RATE_LIMITED",
    "RESOURCE_EXHAUSTED, RESOURCE_EXHAUSTED quota, RATE_LIMITED",
    "invalid_request_error, exceeds the available context size, CONTEXT_OVERFLOW",
    "api_error, cudaMalloc failed: out of memory, NOT_READY",
  })
  void failureInTheMiddleOfAnAnswer_isToldApart(String kind, String words, Reason reason) {
    for (Wire wire : Wire.values()) {
      Reply reply = wire.failsInTheMiddle(kind, words + " " + keySentBy(wire));
      try (FakeModelServer server = new FakeModelServer(reply)) {
        DiagnosisException failure = failure(wire, server.url(), Map.of("ai.timeout", "900"));
        assertThat(failure.reason()).as("%s", wire).isEqualTo(reason);
        assertThat(printed(failure)).as("%s", wire).doesNotContain(KEY);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "GEMINI, 400, API key not valid. Please pass a valid API key., WRONG_KEY",
    "OLLAMA, 500, model requires more system memory (5.6 GiB) than is available (3.1 GiB), NOT_READY",
    "OPENAI, 400, odd parameter, NOT_ACCEPTED",
    "OPENAI, 500, it broke, SERVER_ERROR",
  })
  void keyThatAServerRepeats_isShownNowhere(Wire wire, int status, String words, Reason reason) {
    Reply reply =
        Reply.error(
            status, "{\"error\":{\"message\":\"" + words + " for " + keySentBy(wire) + "\"}}");
    assertThat(failure(wire, reply.with("Retry-After", "0")))
        .satisfies(e -> assertThat(e.reason()).isEqualTo(reason))
        .satisfies(e -> assertThat(printed(e)).doesNotContain(KEY));
  }

  /** A server can repeat only what it was sent. */
  private static String keySentBy(Wire wire) {
    return wire == Wire.OLLAMA ? "no key" : KEY;
  }

  @Test
  void serverOnThisMachine_isNotSaidToKeepEverythingHere() {
    for (Wire wire : Wire.values()) {
      try (Diagnoser here = open(wire, "http://127.0.0.1:1", Map.of());
          Diagnoser there = open(wire, "http://model.example", Map.of())) {
        assertThat(here.privacy().leaves()).isTrue();
        assertThat(here.privacy().sentence())
            .contains("127.0.0.1:1 on this computer", "is not known");
        assertThat(there.privacy().sentence()).contains("go to model.example, to the model m");
      }
    }
  }

  /** All that a test report shows of it, causes included. */
  private static String printed(Throwable failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text, true));
    return text.toString();
  }

  @ParameterizedTest
  @EnumSource
  void badRequest_isAnErrorWithTheServersWords(Wire wire) {
    assertThat(failure(wire, Reply.error(400, "{\"error\":{\"message\":\"odd parameter\"}}")))
        .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.NOT_ACCEPTED))
        .hasMessageContaining("odd parameter");
  }

  @ParameterizedTest
  @EnumSource
  void serverWithoutStructuredOutput_isAskedWithoutASchema(Wire wire) {
    Reply refused =
        Reply.error(400, "{\"error\":{\"message\":\"'response_format' is not supported\"}}");
    try (FakeModelServer server =
            new FakeModelServer(refused, wire.answer(List.of(good()), "end"));
        Diagnoser diagnoser = open(wire, server.url(), Map.of())) {
      assertThat(diagnoser.diagnose(Inquiry.about(EVIDENCE, piece -> {})).verdict())
          .isEqualTo(Verdict.ANOMALY);
      assertThat(diagnoser.diagnose(Inquiry.about(EVIDENCE, piece -> {})).verdict())
          .isEqualTo(Verdict.ANOMALY);
      assertThat(server.calls())
          .extracting(call -> call.body().contains("additionalProperties"))
          .containsExactly(true, false, false);
    }
  }

  @ParameterizedTest
  @EnumSource
  void nobodyListening_isServerDown(Wire wire) throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    assertThat(failure(wire, "http://127.0.0.1:" + port, Map.of()).reason())
        .isEqualTo(Reason.SERVER_DOWN);
  }

  @Test
  void missingKey_namesTheVariable() {
    assertThatThrownBy(
            () -> new AnthropicProvider(name -> null).open(Settings.of(Map.of("ai", "anthropic"))))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining("ANTHROPIC_API_KEY");
    assertThatThrownBy(
            () -> new OpenAiProvider(name -> null).open(Settings.of(Map.of("ai", "openai"))))
        .hasMessageContaining("OPENAI_API_KEY");
    assertThatThrownBy(
            () -> new GeminiProvider(name -> null).open(Settings.of(Map.of("ai", "gemini"))))
        .hasMessageContaining("GEMINI_API_KEY or GOOGLE_API_KEY");
  }

  @Test
  void keyOfNoUse_isNowhereInWhatADiagnoserSays() {
    for (Wire wire : Wire.values()) {
      try (Diagnoser diagnoser = open(wire, "http://127.0.0.1:1", Map.of())) {
        assertThat(
                diagnoser
                    + diagnoser.version()
                    + diagnoser.description()
                    + diagnoser.privacy().sentence())
            .doesNotContain(KEY);
      }
    }
  }
}
