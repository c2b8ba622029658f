package io.chaoschapters.report;

import io.chaoschapters.report.html.Markup;
import io.chaoschapters.report.html.Parts;
import io.chaoschapters.report.html.Texts;
import io.chaoschapters.run.AgentWork;
import io.chaoschapters.run.ChapterResult;
import io.chaoschapters.run.DiagnosisEvent.Answered;
import io.chaoschapters.run.view.AgentWords;
import io.chaoschapters.run.view.AnswerWords;
import io.chaoschapters.run.view.DiagnosisView;
import io.chaoschapters.text.RootLocale;
import java.util.List;
import java.util.stream.Collectors;

/** What the diagnoser was shown, what it answered, and how that compares with what was expected. */
final class DiagnosisPart {
  private final Markup page;
  private final Parts parts;
  private final PlayedChapter chapter;

  DiagnosisPart(Markup page, PlayedChapter chapter) {
    this.page = page;
    this.parts = new Parts(page);
    this.chapter = chapter;
  }

  void write() {
    page.leaf("h3", "Diagnosis");
    List<DiagnosisView> asked = chapter.view().answers().all();
    List<DiagnosisView> answered = chapter.view().answers().answered();
    if (answered.isEmpty()) {
      parts.note(unanswered(asked));
    }
    chapter.view().answers().verdict().ifPresent(this::answer);
    if (answered.size() > 1) {
      answers(answered);
    }
    if (!asked.isEmpty()) {
      verbatim(
          "Evidence, as the diagnoser was shown it",
          asked.get(asked.size() - 1).asked().evidence(),
          "evidence.md");
    }
    chapter.view().answers().verdict().ifPresent(this::verbatim);
  }

  private String unanswered(List<DiagnosisView> asked) {
    ChapterResult result = chapter.view().result();
    if (result != null && result.diagnoser() != null) {
      return RootLocale.format("%s answered; how is not in the journal.", result.diagnoser());
    }
    return asked.isEmpty()
        ? "No diagnoser was asked in this chapter."
        : "A diagnoser was asked; there is no answer.";
  }

  private void verbatim(Answered answer) {
    verbatim("Prompt, exactly as it was sent", answer.prompt(), "prompt.txt");
    verbatim("Answer, exactly as it came", answer.answer(), "answer.txt");
  }

  private void verbatim(String summary, String text, String file) {
    if (!text.isBlank()) {
      parts.verbatim(summary, text, "chapters/" + chapter.view().name() + "/" + file);
    }
  }

  private void answer(Answered answer) {
    page.in("dl", () -> facts(answer), "class", "facts");
    if (answer.anomalies().size() > 1) {
      anomalies(answer.anomalies());
    }
    citations(answer.citations());
    alternatives(answer.alternatives());
  }

  private void facts(Answered answer) {
    parts.fact("Answered", AnswerWords.whole(answer));
    parts.fact("By", answer.diagnoser() + " " + answer.version());
    parts.fact("Evidence", marks(answer));
    AgentWork work = answer.work();
    parts.fact("How", work == null ? "" : AgentWords.of(work));
    parts.fact("Component", answer.component() == null ? "" : answer.component());
    parts.fact("Mechanism", answer.mechanism());
    parts.fact("Confidence", Math.round(answer.confidence() * 100) + " %");
    parts.fact("Advice", answer.advice());
    ChapterResult result = chapter.view().result();
    if (result != null && result.inputTokens() != null && result.outputTokens() != null) {
      parts.fact(
          "Tokens",
          RootLocale.format("%d read, %d written", result.inputTokens(), result.outputTokens()));
    }
  }

  private String marks(Answered answer) {
    return chapter.view().answers().answered().stream()
        .filter(question -> question.answer() == answer)
        .findFirst()
        .map(DiagnosisView::marks)
        .orElse("");
  }

  /** A chapter may ask again, or ask others; the one that the verdict rests on is above. */
  private void answers(List<DiagnosisView> answered) {
    parts.table(
        "All answers in " + chapter.title(),
        List.of("At", "Diagnoser", "Answer", "Took"),
        () -> answered.forEach(this::row));
  }

  private void row(DiagnosisView question) {
    Answered answer = question.answer();
    if (answer != null) {
      parts.row(
          Texts.moment(chapter.since(question.since())),
          List.of(answer.diagnoser(), AnswerWords.whole(answer), Texts.duration(answer.seconds())));
    }
  }

  private void anomalies(List<Answered.Named> anomalies) {
    parts.table(
        "Anomalies named in " + chapter.title(),
        List.of("Term", "Component", "Speaks for it"),
        () ->
            anomalies.forEach(
                named ->
                    parts.row(
                        named.term(),
                        List.of(
                            named.component() == null ? "" : named.component(),
                            named.symptoms().stream()
                                .map(symptom -> (symptom.source() + " " + symptom.value()).strip())
                                .collect(Collectors.joining("; "))))));
  }

  private void citations(List<Answered.Citation> citations) {
    if (!citations.isEmpty()) {
      parts.table(
          "Evidence cited in " + chapter.title(),
          List.of("Source", "Value", "In the evidence"),
          () ->
              citations.forEach(
                  citation ->
                      parts.row(
                          citation.source(),
                          List.of(
                              citation.value(),
                              Boolean.TRUE.equals(citation.grounded()) ? "✓ yes" : "✗ no"))));
    }
  }

  private void alternatives(List<Answered.Alternative> alternatives) {
    if (!alternatives.isEmpty()) {
      parts.details(
          "Alternatives considered",
          () ->
              parts.table(
                  "Alternatives in " + chapter.title() + ", and why not",
                  List.of("Term", "Why not"),
                  () -> alternatives.forEach(a -> parts.row(a.term(), List.of(a.whyNot())))));
    }
  }
}
