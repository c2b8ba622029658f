package io.chaoschapters.diagnosis.llm.method;

import io.chaoschapters.diagnosis.Diagnosis;
import io.chaoschapters.diagnosis.Provenance;
import io.chaoschapters.diagnosis.Provenance.Ending;
import io.chaoschapters.diagnosis.Verdict;
import io.chaoschapters.diagnosis.answer.DiagnosisParser;
import io.chaoschapters.diagnosis.evidence.CoreText;
import io.chaoschapters.diagnosis.evidence.Evidence;
import io.chaoschapters.diagnosis.evidence.EvidenceText;
import io.chaoschapters.diagnosis.llm.chat.Conversation;
import io.chaoschapters.diagnosis.llm.chat.Prompt;
import io.chaoschapters.diagnosis.llm.chat.Prompt.Kind;
import io.chaoschapters.diagnosis.llm.chat.Prompt.Part;
import io.chaoschapters.diagnosis.llm.chat.Prompt.Role;
import io.chaoschapters.diagnosis.llm.chat.Reply;
import io.chaoschapters.text.RootLocale;
import io.chaoschapters.text.Shorten;
import java.util.List;

/**
 * Everything in one prompt, one JSON object back. An answer that cannot be read is asked for once
 * more; one that still cannot is what it is.
 */
final class OnePrompt implements AskingMethod {
  private static final int LONGEST_QUOTE = 4_000;

  @Override
  public String version() {
    return "one-prompt 1";
  }

  @Override
  public Diagnosis diagnose(Conversation conversation) {
    Evidence evidence = conversation.evidence();
    Prompt prompt = prompt(evidence);
    return readOrRepair(conversation.ask(prompt), prompt, conversation);
  }

  /** Reads an answer to a prompt, and has it given once more when it cannot be read. */
  static Diagnosis readOrRepair(Reply first, Prompt prompt, Conversation conversation) {
    DiagnosisParser parser = new DiagnosisParser(conversation.evidence().glossary());
    Diagnosis read = read(first, parser);
    if (read.verdict() != Verdict.INVALID || isRefusal(first)) {
      return read;
    }
    Reply second = conversation.ask(repair(prompt, first, read.mechanism()));
    return read(second, parser);
  }

  static Prompt prompt(Evidence evidence) {
    return new Prompt(
        List.of(
            new Part(Role.SYSTEM, Kind.TEXT, CoreText.get("llm.system") + "\n"),
            new Part(Role.SYSTEM, Kind.TEXT, CoreText.get("llm.form")),
            new Part(Role.USER, Kind.TEXT, CoreText.get("llm.ask")),
            new Part(Role.USER, Kind.TEXT, EvidenceText.observed(evidence) + "\n"),
            new Part(Role.USER, Kind.GLOSSARY, EvidenceText.glossary(evidence.glossary()))),
        AnswerSchema.of(evidence.glossary()));
  }

  /** What is wrong with an answer may hold its words, so it is quoted from the model. */
  private static Prompt repair(Prompt prompt, Reply broken, String why) {
    String said = Shorten.to(LONGEST_QUOTE, broken.text().isBlank() ? "{}" : broken.text());
    if (broken.ending() == Ending.TRUNCATED) {
      return prompt.then(
          List.of(
              new Part(Role.MODEL, Kind.QUOTED, said),
              new Part(Role.USER, Kind.TEXT, CoreText.get("llm.repair.shorter"))));
    }
    return prompt.then(
        List.of(
            new Part(Role.MODEL, Kind.QUOTED, said),
            new Part(Role.USER, Kind.TEXT, CoreText.get("llm.repair") + " "),
            new Part(Role.USER, Kind.QUOTED, Shorten.to(LONGEST_QUOTE, why) + ".\n"),
            new Part(Role.USER, Kind.TEXT, CoreText.get("llm.repair.again"))));
  }

  private static Diagnosis read(Reply reply, DiagnosisParser parser) {
    Provenance raw = Provenance.of("", "", 0, "", reply.text());
    if (isRefusal(reply)) {
      return parser.invalid(
          RootLocale.format(CoreText.get("llm.refused"), Shorten.to(LONGEST_QUOTE, reply.text())),
          raw);
    }
    Diagnosis read = parser.parse(raw);
    boolean cutOff = read.verdict() == Verdict.INVALID && reply.ending() == Ending.TRUNCATED;
    return cutOff
        ? parser.invalid(RootLocale.format(CoreText.get("llm.truncated"), read.mechanism()), raw)
        : read;
  }

  private static boolean isRefusal(Reply reply) {
    return reply.ending() == Ending.REFUSED;
  }
}
