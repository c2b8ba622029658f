package io.chaoschapters.diagnosis.llm.method;

import io.chaoschapters.diagnosis.Provenance.Ending;
import io.chaoschapters.diagnosis.evidence.CoreText;
import io.chaoschapters.diagnosis.llm.chat.Conversation;
import io.chaoschapters.diagnosis.llm.chat.Prompt;
import io.chaoschapters.diagnosis.llm.chat.Prompt.Kind;
import io.chaoschapters.diagnosis.llm.chat.Prompt.Part;
import io.chaoschapters.diagnosis.llm.chat.Prompt.Role;
import io.chaoschapters.diagnosis.llm.chat.Reply;
import io.chaoschapters.text.RootLocale;
import io.chaoschapters.text.Shorten;
import java.util.List;
import java.util.Optional;

/**
 * Has a model write a word whose server does not tell what it thinks of the next one. An answer
 * without the word is asked for once more; one that still has none is said to be one.
 */
final class WrittenWord {
  private static final int LONGEST_QUOTE = 200;

  private WrittenWord() {}

  /**
   * The word.
   *
   * @throws NoWordException when there is none
   */
  static NextWord ask(Prompt prompt, Question.Words words, Conversation conversation) {
    Reply first = conversation.ask(prompt);
    Optional<String> word = read(first, words);
    if (word.isPresent()) {
      return NextWord.written(word.get());
    }
    String choices = String.join(", ", words.all());
    Reply second =
        conversation.ask(
            prompt.then(
                List.of(
                    new Part(Role.MODEL, Kind.QUOTED, quoted(first)),
                    new Part(
                        Role.USER,
                        Kind.TEXT,
                        RootLocale.format(CoreText.get("llm.word.again"), choices)))));
    return read(second, words)
        .map(NextWord::written)
        .orElseThrow(
            () ->
                new NoWordException(
                    RootLocale.format(CoreText.get("llm.word.none"), choices, quoted(second))));
  }

  private static Optional<String> read(Reply reply, Question.Words words) {
    if (reply.ending() == Ending.REFUSED) {
      throw new NoWordException(RootLocale.format(CoreText.get("llm.refused"), quoted(reply)));
    }
    return words.reader().apply(reply.text());
  }

  private static String quoted(Reply reply) {
    String text = reply.text().strip().replaceAll("\\s+", " ");
    if (text.isEmpty()) {
      return "…"; // servers refuse messages without words
    }
    return Shorten.to(LONGEST_QUOTE, text);
  }
}
