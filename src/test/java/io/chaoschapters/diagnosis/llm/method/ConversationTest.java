package io.chaoschapters.diagnosis.llm.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chaoschapters.diagnosis.Diagnosis;
import io.chaoschapters.diagnosis.EvidenceCase;
import io.chaoschapters.diagnosis.EvidenceCases;
import io.chaoschapters.diagnosis.Inquiry;
import io.chaoschapters.diagnosis.Provenance.Ending;
import io.chaoschapters.diagnosis.Verdict;
import io.chaoschapters.diagnosis.evidence.Evidence;
import io.chaoschapters.diagnosis.evidence.EvidenceText;
import io.chaoschapters.diagnosis.evidence.SystemTools;
import io.chaoschapters.diagnosis.leak.LeakCheck;
import io.chaoschapters.diagnosis.leak.LeakException;
import io.chaoschapters.diagnosis.llm.ProvidersTest;
import io.chaoschapters.diagnosis.llm.chat.Conversation;
import io.chaoschapters.diagnosis.llm.chat.Deadline;
import io.chaoschapters.diagnosis.llm.chat.ModelClient;
import io.chaoschapters.diagnosis.llm.chat.Prompt;
import io.chaoschapters.diagnosis.llm.chat.Prompt.Kind;
import io.chaoschapters.diagnosis.llm.chat.Prompt.Part;
import io.chaoschapters.diagnosis.llm.chat.Prompt.Role;
import io.chaoschapters.diagnosis.llm.chat.Reply;
import io.chaoschapters.diagnosis.llm.chat.Reply.ToolCall;
import io.chaoschapters.diagnosis.llm.chat.RetryPolicy;
import io.chaoschapters.text.RootLocale;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is sent to a model, and what must never be. */
class ConversationTest {
  private static final Evidence EVIDENCE =
      EvidenceCases.of("message-queue").stream()
          .filter(EvidenceCase::isFault)
          .findFirst()
          .orElseThrow()
          .evidence();
  private static final String TERM = EVIDENCE.glossary().names().get(0);

  private final List<Prompt> sent = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  private final class Scripted implements ModelClient {
    private final Deque<Reply> replies;

    Scripted(Reply... replies) {
      this.replies = new ArrayDeque<>(Arrays.asList(replies));
    }

    @Override
    public String name() {
      return "scripted";
    }

    @Override
    public Reply ask(Prompt prompt, Consumer<String> stream, Deadline deadline) {
      sent.add(prompt);
      return replies.size() == 1 ? replies.getFirst() : replies.removeFirst();
    }
  }

  private static Reply says(String text) {
    return new Reply(text, Ending.COMPLETE, 100, 10, List.of());
  }

  private static Reply uses(String tool, String arguments) {
    return new Reply(
        "", Ending.COMPLETE, 100, 10, List.of(new ToolCall("id-" + tool, tool, arguments)));
  }

  private Conversation conversation(
      Evidence evidence, List<String> forbidden, @Nullable SystemTools tools, Reply... replies) {
    Inquiry inquiry =
        new Inquiry(
            evidence, new LeakCheck(evidence.glossary(), forbidden), text -> {}, notes::add, tools);
    return new Conversation(
        inquiry,
        new Scripted(replies),
        new RetryPolicy(Duration.ofMillis(1), new CountDownLatch(1)),
        Deadline.in(Duration.ofSeconds(30)));
  }

  @ParameterizedTest
  @MethodSource("io.chaoschapters.diagnosis.EvidenceCases#all")
  void prompt_holdsTermsInTheGlossaryOnly(EvidenceCase c) {
    new OnePrompt()
        .diagnose(conversation(c.evidence(), List.of(c.name()), null, says(ProvidersTest.good())));
    Prompt prompt = sent.get(0);
    assertThat(prompt.of(Kind.GLOSSARY)).isEqualTo(EvidenceText.glossary(c.evidence().glossary()));
    assertThat(prompt.text()).contains(EvidenceText.observed(c.evidence()).strip());
    assertThat(prompt.messages())
        .extracting(Prompt.Message::role)
        .containsExactly(Role.SYSTEM, Role.USER);
  }

  @Test
  void termPutIntoAPromptOnPurpose_isNotSent() {
    AskingMethod leaky =
        new AskingMethod() {
          @Override
          public String version() {
            return "leaky";
          }

          @Override
          public Diagnosis diagnose(Conversation conversation) {
            Prompt prompt =
                new Prompt(
                    List.of(new Part(Role.USER, Kind.TEXT, "I think that it is " + TERM)), null);
            conversation.ask(prompt);
            throw new AssertionError("It was sent.");
          }
        };
    assertThatThrownBy(() -> leaky.diagnose(conversation(EVIDENCE, List.of(), null, says("{}"))))
        .isInstanceOf(LeakException.class)
        .hasMessageContaining(TERM);
    assertThat(sent).isEmpty();
  }

  @Test
  void forbiddenPhraseInTheGlossary_isNotSentEither() {
    String phrase = EVIDENCE.glossary().terms().get(0).definition().split(" of ")[0].split(",")[0];
    assertThatThrownBy(
            () ->
                new OnePrompt().diagnose(conversation(EVIDENCE, List.of(phrase), null, says("{}"))))
        .isInstanceOf(LeakException.class);
    assertThat(sent).isEmpty();
  }

  @Test
  void repair_mayQuoteTheModelsOwnTerms() {
    Conversation conversation =
        conversation(
            EVIDENCE,
            List.of(),
            null,
            says(
                RootLocale.format(
                    "{\"verdict\":\"none\",\"term\":[\"%s\"],\"mechanism\":\"x\",\"confidence\":1}",
                    TERM)),
            says(ProvidersTest.good()));
    assertThat(new OnePrompt().diagnose(conversation).verdict()).isEqualTo(Verdict.ANOMALY);
    assertThat(sent.get(1).messages())
        .extracting(Prompt.Message::role)
        .containsExactly(Role.SYSTEM, Role.USER, Role.MODEL, Role.USER);
    assertThat(sent.get(1).text()).contains("all the same");
  }

  @Test
  void toolAnswers_areCheckedBeforeTheyAreSent() {
    SystemTools telling = new TellingTools("WARN this looks like " + TERM);
    Conversation conversation =
        conversation(
            EVIDENCE, List.of(), telling, uses("read_log", "{\"component\":\"worker-1\"}"));
    assertThatThrownBy(() -> new LookCloser().diagnose(conversation))
        .isInstanceOf(LeakException.class);
    assertThat(sent).hasSize(1);
  }

  @Test
  void tools_areUsedToldOfAndAnswered() {
    Conversation conversation =
        conversation(
            EVIDENCE,
            List.of(),
            new TellingTools("handled 7"),
            uses("read_log", "{\"component\":\"worker-1\",\"lines\":3}"),
            uses("read_metric", "not json"),
            uses("reboot", "{}"),
            says(ProvidersTest.good()));
    assertThat(new LookCloser().diagnose(conversation).verdict()).isEqualTo(Verdict.ANOMALY);
    assertThat(sent).hasSize(4);
    assertThat(sent.get(0).tools()).hasSize(4);
    assertThat(sent.get(3).text())
        .contains("read_log {\"component\":\"worker-1\",\"lines\":3}")
        .contains("handled 7 (worker-1, 3)")
        .contains("The arguments are not JSON.")
        .contains("There is no such tool.");
    assertThat(notes).hasSize(3).allMatch(note -> note.startsWith("The model used "));
  }

  @Test
  void modelThatOnlyLooks_hasToAnswerInTheEnd() {
    Conversation conversation =
        conversation(
            EVIDENCE, List.of(), new TellingTools("nothing new"), uses("list_components", "{}"));
    assertThat(new LookCloser().diagnose(conversation).verdict()).isEqualTo(Verdict.INVALID);
    assertThat(sent).hasSize(LookCloser.MOST_TURNS + 2);
    assertThat(sent.get(LookCloser.MOST_TURNS).tools()).isEmpty();
    assertThat(sent.get(LookCloser.MOST_TURNS).schema()).isNotNull();
    assertThat(notes).hasSizeLessThanOrEqualTo(LookCloser.MOST_CALLS);
  }

  private record TellingTools(String words) implements SystemTools {
    @Override
    public String listComponents() {
      return words;
    }

    @Override
    public String queryMetric(String signal) {
      return words;
    }

    @Override
    public String readLog(String component, int lines) {
      return words + " (" + component + ", " + lines + ")";
    }

    @Override
    public String checkInvariants() {
      return words;
    }
  }
}
