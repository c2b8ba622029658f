package io.chaoschapters.diagnosis.llm.method;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.diagnosis.Diagnosis;
import io.chaoschapters.diagnosis.EvidenceCase;
import io.chaoschapters.diagnosis.EvidenceCases;
import io.chaoschapters.diagnosis.Inquiry;
import io.chaoschapters.diagnosis.Provenance.Ending;
import io.chaoschapters.diagnosis.Verdict;
import io.chaoschapters.diagnosis.evidence.Evidence;
import io.chaoschapters.diagnosis.grading.DiagnosisGrader;
import io.chaoschapters.diagnosis.llm.chat.Conversation;
import io.chaoschapters.diagnosis.llm.chat.Deadline;
import io.chaoschapters.diagnosis.llm.chat.Likelihoods;
import io.chaoschapters.diagnosis.llm.chat.Likelihoods.Guess;
import io.chaoschapters.diagnosis.llm.chat.Likelihoods.Token;
import io.chaoschapters.diagnosis.llm.chat.ModelClient;
import io.chaoschapters.diagnosis.llm.chat.Prompt;
import io.chaoschapters.diagnosis.llm.chat.Prompt.Kind;
import io.chaoschapters.diagnosis.llm.chat.Reply;
import io.chaoschapters.diagnosis.llm.chat.RetryPolicy;
import io.chaoschapters.diagnosis.semantic.RankedTerm;
import io.chaoschapters.diagnosis.semantic.Retriever;
import io.chaoschapters.settings.Settings;
import io.chaoschapters.text.RootLocale;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The embedded model and a language model together; the language model is scripted. */
class TwoModelsMethodTest {
  private static final Settings SETTINGS = Settings.of(Map.of());
  private static final Retriever RETRIEVER = new Retriever(SETTINGS);
  private static final AskingMethod METHOD = Methods.of(SETTINGS, Methods.TWO_MODELS);
  private static final AskingMethod LETTERS = Methods.of(SETTINGS, "shortlist");

  private final List<Prompt> sent = new ArrayList<>();

  /** Prefers the definition of one term by so many nats, wherever it stands. */
  private final class Partial implements ModelClient {
    private final String favourite;
    private final double nats;

    Partial(String favourite, double nats) {
      this.favourite = favourite;
      this.nats = nats;
    }

    @Override
    public String name() {
      return "partial";
    }

    @Override
    public Reply ask(Prompt prompt, Consumer<String> stream, Deadline deadline) {
      throw new AssertionError("It is asked for probabilities only.");
    }

    @Override
    public Optional<Likelihoods> likelihoods() {
      return Optional.of(
          (prompt, most, deadline) -> {
            sent.add(prompt);
            List<Token> tokens = new ArrayList<>();
            for (String line : prompt.of(Kind.GLOSSARY).split("\\R")) {
              boolean liked = line.startsWith(favourite + ":", 3);
              tokens.add(new Token(line.substring(0, 1), liked ? -1 : -1 - nats));
            }
            return new Guess(tokens, 100);
          });
    }
  }

  private static Conversation about(Evidence evidence, ModelClient model) {
    return new Conversation(
        Inquiry.about(evidence, text -> {}),
        model,
        new RetryPolicy(Duration.ofMillis(1), new CountDownLatch(1)),
        Deadline.in(Duration.ofSeconds(30)));
  }

  private static EvidenceCase fault() {
    return EvidenceCases.of("web-shop").stream()
        .filter(EvidenceCase::isFault)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void languageModel_winsWhenItIsSure() {
    Evidence evidence = fault().evidence();
    List<RankedTerm> ranked = RETRIEVER.of(evidence).terms();
    String second = ranked.get(1).term().name();
    Conversation conversation = about(evidence, new Partial(second, 5));
    Diagnosis answer = METHOD.diagnose(conversation);
    assertThat(answer.terms()).containsExactly(second);
    assertThat(answer.confidence()).isGreaterThan(0.5);
    assertThat(answer.alternatives()).hasSize(3);
    assertThat(answer.citations()).isNotEmpty();
    assertThat(conversation.provenance("x", "y", null).promptTokens()).isEqualTo(200);
    assertThat(conversation.provenance("x", "y", null).rawAnswer()).contains("language model");
  }

  @Test
  void embeddedModel_winsWhenTheLanguageModelHasNoOpinion() {
    Evidence evidence = fault().evidence();
    Diagnosis answer = METHOD.diagnose(about(evidence, new Partial("nothing", 0)));
    assertThat(answer.term()).isEqualTo(RETRIEVER.of(evidence).terms().get(0).term().name());
  }

  @ParameterizedTest
  @MethodSource("io.chaoschapters.diagnosis.EvidenceCases#all")
  void languageModel_isAskedOnlyAboutWhatIsAmissAndIsNotToldTheAnswer(EvidenceCase c) {
    boolean fits = RETRIEVER.of(c.evidence()).fits();
    boolean none = RETRIEVER.of(c.evidence()).answer().verdict() == Verdict.NONE;
    Diagnosis answer = METHOD.diagnose(about(c.evidence(), new Partial(c.expect(), 5)));
    assertThat(sent).hasSize(none || !fits ? 0 : 2);
    if (c.isControl()) {
      assertThat(answer.verdict()).isEqualTo(Verdict.NONE);
    }
    // Definitions stand in the order of their names: the first is not the likeliest.
    sent.stream()
        .limit(1)
        .map(prompt -> prompt.of(Kind.GLOSSARY).lines().map(line -> line.substring(3)).toList())
        .forEach(lines -> assertThat(lines).isSorted().hasSizeLessThanOrEqualTo(4));
  }

  @Test
  void modelThatTellsNoProbabilities_writesALetterAndIsTakenAtItsWord() {
    Evidence evidence = fault().evidence();
    List<RankedTerm> ranked = RETRIEVER.of(evidence).terms();
    String second = ranked.get(1).term().name();
    Diagnosis answer = LETTERS.diagnose(about(evidence, new Writing(second, "%s.")));
    assertThat(answer.terms()).containsExactly(second);
    assertThat(sent).hasSize(2);
  }

  @Test
  void modelThatWritesNoLetter_isAskedOnceMoreAndThenSaidToHaveWrittenNone() {
    Evidence evidence = fault().evidence();
    String first = RETRIEVER.of(evidence).terms().get(0).term().name();
    for (String form : List.of("…", "A store is down.", "It is not %s.", "Maybe %s.", "%s or Z?")) {
      sent.clear();
      Diagnosis answer = METHOD.diagnose(about(evidence, new Writing(first, form)));
      assertThat(answer.verdict()).as(form).isEqualTo(Verdict.INVALID);
      assertThat(answer.mechanism())
          .startsWith("the language model was asked for one of A, B, C, D, twice, and wrote: ");
      assertThat(DiagnosisGrader.names(answer, first).isRight()).as(form).isFalse();
      assertThat(sent).hasSize(2);
      assertThat(sent.get(1).text()).contains("Answer with one of these alone: A, B, C, D.");
    }
  }

  @Test
  void modelThatWritesALetterTheSecondTime_isTakenAtItsWord() {
    Evidence evidence = fault().evidence();
    String second = RETRIEVER.of(evidence).terms().get(1).term().name();
    Writing writing = new Writing(second, "\\boxed{%s}");
    ModelClient late =
        new ModelClient() {
          @Override
          public String name() {
            return "late";
          }

          @Override
          public Reply ask(Prompt prompt, Consumer<String> stream, Deadline deadline) {
            Reply reply = writing.ask(prompt, stream, deadline);
            boolean asked = prompt.text().contains("Answer with one of these alone");
            return asked ? reply : new Reply("Hm.", Ending.COMPLETE, 100, 2, List.of());
          }
        };

    assertThat(LETTERS.diagnose(about(evidence, late)).terms()).containsExactly(second);
    assertThat(sent).hasSize(4);
  }

  /** Writes the letter of one term, in some form, wherever it stands. */
  private final class Writing implements ModelClient {
    private final String favourite;
    private final String form;

    Writing(String favourite, String form) {
      this.favourite = favourite;
      this.form = form;
    }

    @Override
    public String name() {
      return "writing";
    }

    @Override
    public Reply ask(Prompt prompt, Consumer<String> stream, Deadline deadline) {
      sent.add(prompt);
      String letter =
          prompt
              .of(Kind.GLOSSARY)
              .lines()
              .filter(line -> line.startsWith(favourite + ":", 3))
              .map(line -> line.substring(0, 1))
              .findFirst()
              .orElse("Z");
      return new Reply(RootLocale.format(form, letter), Ending.COMPLETE, 100, 2, List.of());
    }
  }
}
