package io.chaoschapters.report;

import com.fasterxml.jackson.databind.JsonNode;
import io.chaoschapters.journal.EventType;
import io.chaoschapters.journal.JournalEvent;
import io.chaoschapters.text.RootLocale;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the diagnoser was shown, what it answered, and how that compares with what was expected. */
final class DiagnosisPart {
  private final Markup page;
  private final Parts parts;
  private final ChapterRecord chapter;
  private final Artefacts artefacts;

  DiagnosisPart(Markup page, ChapterRecord chapter) {
    this.page = page;
    this.parts = new Parts(page);
    this.chapter = chapter;
    this.artefacts = new Artefacts(chapter);
  }

  void write() {
    page.leaf("h3", "Diagnosis");
    List<JournalEvent> answers = chapter.all(EventType.DIAGNOSIS_ANSWERED);
    JsonNode answer = artefacts.answer();
    if (answer == null && answers.isEmpty()) {
      parts.note(
          chapter.all(EventType.DIAGNOSIS_ASKED).isEmpty()
              ? "No diagnoser was asked in this chapter."
              : "A diagnoser was asked; there is no answer.");
    } else {
      page.in("dl", () -> facts(answer, answers), "class", "facts");
      if (answers.size() > 1) {
        answers(answers);
      }
    }
    if (answer != null) {
      citations(answer.path("citations"));
      alternatives(answer.path("alternatives"));
    }
    verbatim("Evidence, as the diagnoser was shown it", artefacts.evidence(), "evidence.md");
    verbatim("Prompt, exactly as it was sent", artefacts.prompt(), "prompt.txt");
    verbatim("Answer, exactly as it came", artefacts.rawAnswer(), "answer.txt");
  }

  private void verbatim(String summary, String text, String file) {
    if (!text.isBlank()) {
      parts.verbatim(summary, text, "chapters/" + chapter.name() + "/" + file);
    }
  }

  private void facts(@Nullable JsonNode answer, List<JournalEvent> answers) {
    ChapterResult result = chapter.result();
    if (answer == null) {
      JournalEvent last = answers.get(answers.size() - 1);
      parts.fact("Answered", answered(last));
      parts.fact("By", last.text("diagnoser") + " " + last.text("version"));
      parts.fact("Mechanism", last.text("mechanism"));
      return;
    }
    parts.fact("Answered", answered(answer));
    parts.fact("By", text(answer, "diagnoser") + " " + text(answer, "version"));
    parts.fact("Component", text(answer, "component"));
    parts.fact("Mechanism", text(answer, "mechanism"));
    if (answer.path("confidence").isNumber()) {
      parts.fact("Confidence", percent(answer.path("confidence").asDouble()));
    }
    parts.fact("Advice", text(answer, "advice"));
    tokens(result);
  }

  private void tokens(@Nullable ChapterResult result) {
    if (result != null && result.inputTokens() != null && result.outputTokens() != null) {
      parts.fact(
          "Tokens",
          RootLocale.format("%d read, %d written", result.inputTokens(), result.outputTokens()));
    }
  }

  private static String answered(JsonNode answer) {
    StringBuilder words = new StringBuilder();
    answer.path("terms").forEach(t -> words.append(words.isEmpty() ? "" : ", ").append(t.asText()));
    if (words.isEmpty()) {
      words.append(text(answer, "otherWords"));
    }
    String verdict = text(answer, "verdict").toLowerCase(Locale.ROOT);
    return words.isEmpty() ? verdict : verdict + ": " + words;
  }

  private static String answered(JournalEvent event) {
    String verdict = event.text("verdict").toLowerCase(Locale.ROOT);
    return event.text("term").isEmpty() ? verdict : verdict + ": " + event.text("term");
  }

  /** A chapter may ask again, or ask others; the last answer is the one above. */
  private void answers(List<JournalEvent> answers) {
    parts.table(
        "All answers in " + chapter.title(),
        List.of("At", "Diagnoser", "Answer", "Took"),
        () ->
            answers.forEach(
                event ->
                    parts.row(
                        Texts.moment(event.elapsed() - chapter.from()),
                        List.of(
                            event.text("diagnoser"),
                            answered(event),
                            Texts.duration(event.number("seconds"))))));
  }

  private void citations(JsonNode citations) {
    if (!citations.isEmpty()) {
      parts.table(
          "Evidence cited in " + chapter.title(),
          List.of("Source", "Value", "In the evidence"),
          () ->
              citations.forEach(
                  citation ->
                      parts.row(
                          text(citation, "source"),
                          List.of(
                              text(citation, "value"),
                              citation.path("grounded").asBoolean() ? "✓ yes" : "✗ no"))));
    }
  }

  private void alternatives(JsonNode alternatives) {
    if (!alternatives.isEmpty()) {
      parts.details(
          "Alternatives considered",
          () ->
              parts.table(
                  "Alternatives in " + chapter.title() + ", and why not",
                  List.of("Term", "Why not"),
                  () ->
                      alternatives.forEach(
                          a -> parts.row(text(a, "term"), List.of(text(a, "whyNot"))))));
    }
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).isNull() ? "" : node.path(field).asText("");
  }

  private static String percent(double share) {
    return Math.round(share * 100) + " %";
  }
}
