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
import io.chaoschapters.diagnosis.Preparation;
import io.chaoschapters.diagnosis.Verdict;
import io.chaoschapters.diagnosis.evidence.Evidence;
import io.chaoschapters.diagnosis.llm.chat.Deadline;
import io.chaoschapters.diagnosis.llm.chat.Likelihoods;
import io.chaoschapters.diagnosis.llm.chat.ModelSource;
import io.chaoschapters.diagnosis.llm.chat.Prompt;
import io.chaoschapters.diagnosis.llm.chat.Served;
import io.chaoschapters.diagnosis.llm.llama.FakeLlama;
import io.chaoschapters.diagnosis.llm.llama.GgufFiles;
import io.chaoschapters.settings.InvalidSettingException;
import io.chaoschapters.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A model file behind a server that is started for it; the server is a fake. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the local runtime does not run there")
class LlamaCppTest {
  private static final Evidence EVIDENCE = EvidenceCases.of("message-queue").get(1).evidence();

  @TempDir Path folder;
  private Path run;
  private final List<String> progress = new ArrayList<>();

  @BeforeEach
  void makeRunFolder() throws IOException {
    run = Files.createDirectory(folder.resolve("run"));
  }

  private Diagnoser open(String behaviour, Map<String, String> more) throws IOException {
    Map<String, String> settings = new HashMap<>();
    settings.put("ai", "llamacpp");
    settings.put("ai.model", GgufFiles.whole(folder).toString());
    settings.put("ai.llama-server", FakeLlama.program(folder).toString());
    settings.put("ai.llama-arguments", "--fake " + behaviour);
    settings.put("ai.method", "one-prompt");
    settings.put("ai.timeout", "20000");
    settings.put("chapters.output", folder.resolve("output").toString());
    settings.putAll(more);
    return new LlamaCppProvider().open(Settings.of(settings));
  }

  private Preparation preparation() {
    return new Preparation(EVIDENCE.glossary(), run, progress::add);
  }

  private static List<ProcessHandle> fakes() {
    return ProcessHandle.current()
        .descendants()
        .filter(p -> p.info().commandLine().orElse("").contains(FakeLlama.class.getSimpleName()))
        .toList();
  }

  @Test
  void server_isStartedAskedAndEnded() throws IOException {
    try (Diagnoser diagnoser = open("well", Map.of())) {
      diagnoser.warmUp(preparation());
      assertThat(fakes()).hasSize(1);
      Diagnosis answer = diagnoser.diagnose(Inquiry.about(EVIDENCE, piece -> {}));
      assertThat(answer.verdict()).isEqualTo(Verdict.NONE);
      assertThat(answer.provenance().version()).isEqualTo("one-prompt 1, tiny.gguf");
      assertThat(answer.provenance().promptTokens()).isEqualTo(7);
      assertThat(diagnoser.privacy().leaves()).isFalse();
      assertThat(fakes()).hasSize(1);
    }
    assertThat(fakes()).isEmpty();
    assertThat(progress.get(0)).contains("loads tiny.gguf");
    assertThat(progress.get(progress.size() - 1)).contains("has loaded tiny.gguf");
    assertThat(run.resolve("logs/llama-server.log"))
        .content()
        .contains("--ctx-size 8192")
        .contains("--host 127.0.0.1")
        .doesNotContain("api-key");
    try (var left = Files.list(run)) {
      assertThat(left).containsExactly(run.resolve("logs"));
    }
  }

  @Test
  void questionWithoutWarmUp_startsTheServerItself() throws IOException {
    try (Diagnoser diagnoser = open("well", Map.of())) {
      assertThat(diagnoser.diagnose(Inquiry.about(EVIDENCE, piece -> {})).verdict())
          .isEqualTo(Verdict.NONE);
    }
    assertThat(fakes()).isEmpty();
  }

  @Test
  void unlessAsked_theLettersOfAFewDefinitionsAreCompared() throws IOException {
    try (Diagnoser diagnoser = open("well", Map.of("ai.method", "auto"))) {
      diagnoser.warmUp(preparation());
      Diagnosis answer = diagnoser.diagnose(Inquiry.about(EVIDENCE, piece -> {}));
      assertThat(answer.verdict()).isEqualTo(Verdict.ANOMALY);
      assertThat(answer.provenance().version()).isEqualTo("two-models 2, tiny.gguf");
      assertThat(answer.provenance().questions()).isEqualTo(2);
      assertThat(answer.provenance().promptTokens()).isEqualTo(2 * 9);
    }
    assertThat(fakes()).isEmpty();
  }

  @Test
  void likelihoods_comeFromTheServersOwnEndpoints() throws IOException {
    Settings settings =
        Settings.of(
            Map.of(
                "ai.model", GgufFiles.whole(folder).toString(),
                "ai.llama-server", FakeLlama.program(folder).toString()));
    ProviderSettings choice = new ProviderSettings("llamacpp", settings);
    Served served = new Served("llamacpp", "tiny.gguf", "here", null, 8192);
    try (ModelSource source =
        new LlamaSource(
            served,
            io.chaoschapters.diagnosis.llm.llama.LlamaOptions.of(choice.model(), settings),
            choice,
            run)) {
      Likelihoods likelihoods = source.open(null).likelihoods().orElseThrow();
      Prompt prompt =
          new Prompt(List.of(new Prompt.Part(Prompt.Role.USER, Prompt.Kind.TEXT, "A or B?")), null);
      assertThat(likelihoods.first(prompt, 2, Deadline.in(java.time.Duration.ofSeconds(10))))
          .isEqualTo(
              new Likelihoods.Guess(
                  List.of(new Likelihoods.Token(" A", -0.1), new Likelihoods.Token("B", -2.5)), 9));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          memory       | not enough memory
          killed       | not enough memory
          library      | a library does not load
          processor    | built for another processor
          architecture | does not know its kind of model
          cut          | the model file is cut off, damaged
          version      | of a version of GGUF that this llama-server does not know
          argument     | does not know one of its arguments
          silent       | ended with exit code 3. It said: build
          """)
  void serverThatEndsWhileItLoads_saysWhy(String behaviour, String why) throws IOException {
    try (Diagnoser diagnoser = open(behaviour, Map.of())) {
      DiagnosisException failure =
          catchThrowableOfType(DiagnosisException.class, () -> diagnoser.warmUp(preparation()));
      assertThat(failure).hasMessageContaining(why).hasMessageContaining("tiny.gguf");
      assertThat(failure.reason()).isEqualTo(Reason.NOT_READY);
    }
    assertThat(fakes()).isEmpty();
  }

  @Test
  void serverThatEndsWhenAsked_isToldWithItsLastWordsAndStartedAgain() throws IOException {
    try (Diagnoser diagnoser = open("dies-when-asked", Map.of())) {
      for (int i = 0; i < 2; i++) {
        assertThatThrownBy(() -> diagnoser.diagnose(Inquiry.about(EVIDENCE, piece -> {})))
            .isInstanceOfSatisfying(
                DiagnosisException.class, e -> assertThat(e.reason()).isEqualTo(Reason.SERVER_DOWN))
            .hasMessageContaining("bad_alloc");
      }
    }
    assertThat(fakes()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void loadingThatIsCalledOff_endsTheServer(boolean byInterrupt) throws Exception {
    try (Diagnoser diagnoser = open("never", Map.of())) {
      FutureTask<DiagnosisException> warming =
          new FutureTask<>(
              () ->
                  catchThrowableOfType(
                      DiagnosisException.class, () -> diagnoser.warmUp(preparation())));
      Thread thread = new Thread(warming);
      Runnable callOff = byInterrupt ? thread::interrupt : diagnoser::close;
      thread.start();
      try {
        Awaitility.await().atMost(30, TimeUnit.SECONDS).until(() -> fakes().size() == 1);
      } finally {
        callOff.run();
      }
      assertThat(warming.get(20, TimeUnit.SECONDS).reason()).isEqualTo(Reason.INTERRUPTED);
      assertThat(fakes()).isEmpty();
    }
  }

  @Test
  void missingProgram_saysHowToGetOne() {
    assertThatThrownBy(() -> open("well", Map.of("ai.llama-server", "no-such-llama-server")))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining("no program 'no-such-llama-server' on the PATH")
        .hasMessageContaining("-Dai.llama-server=<path>");
  }

  @Test
  void nameOfAModel_isNotMeantForLlamaCpp() {
    assertThatThrownBy(
            () -> open("well", Map.of("ai", "llamacpp,openai", "ai.model", "gpt-5-mini")))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining("needs a model file");
  }

  @Test
  void fileWithAnotherEnding_isLookedForWhenNobodyElseCanBeMeant() {
    assertThatThrownBy(() -> open("well", Map.of("ai", "semantic,llamacpp", "ai.model", "m.bin")))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining("There is no model file")
        .hasMessageContaining("m.bin");
  }
}
