package io.chaoschapters.agent;

import io.chaoschapters.agent.description.AgentDescription;
import io.chaoschapters.agent.description.AgentLimits;
import io.chaoschapters.diagnosis.Diagnosis;
import io.chaoschapters.diagnosis.Provenance;
import io.chaoschapters.diagnosis.Verdict;
import io.chaoschapters.diagnosis.answer.DiagnosisParser;
import io.chaoschapters.run.AgentWork;
import io.chaoschapters.run.AgentWork.Ending;
import io.chaoschapters.text.RootLocale;
import org.jspecify.annotations.Nullable;

/** Says how an agent came to its end, and what its answer is. */
final class Judgment {
  private final AgentDescription description;
  private final String isolation;
  private final String text;
  private final @Nullable String trajectory;

  Judgment(
      AgentDescription description, String isolation, String text, @Nullable String trajectory) {
    this.description = description;
    this.isolation = isolation;
    this.text = text;
    this.trajectory = trajectory;
  }

  Diagnosis of(OpenQuestion question, Heard heard) {
    question.look(heard.said());
    DiagnosisParser parser = new DiagnosisParser(question.inquiry().evidence().glossary());
    String submitted = question.submission();
    String raw = submitted == null ? heard.said() : submitted;
    Ending ending = ending(question, heard, parser);
    Provenance from = provenance(question, raw, ending, heard);
    if (ending.isAnswer()) {
      return parser.parse(from);
    }
    question.trajectory().write(question.trajectory().step("ended").put("ending", ending.name()));
    return parser.invalid(why(ending, question, heard, parser), from);
  }

  private Ending ending(OpenQuestion question, Heard heard, DiagnosisParser parser) {
    if (question.hasPeeked()) {
      return Ending.PEEKED;
    }
    if (question.submission() != null) {
      return Ending.SUBMITTED;
    }
    if (question.overBudget() != null) {
      return Ending.OVER_BUDGET;
    }
    if (isAnswer(heard, parser)) {
      return Ending.ANSWERED;
    }
    if (heard.failure() != null) {
      return Ending.CRASHED;
    }
    if (!question.isConnected()) {
      return Ending.NEVER_CONNECTED;
    }
    return question.end().isLate() || question.isSpent()
        ? Ending.OVER_BUDGET
        : Ending.NO_SUBMISSION;
  }

  private boolean isAnswer(Heard heard, DiagnosisParser parser) {
    return !heard.said().isBlank() && said(heard, parser).verdict() != Verdict.INVALID;
  }

  private Diagnosis said(Heard heard, DiagnosisParser parser) {
    return parser.parse(Provenance.of(description.id(), "", 0, "", heard.said()));
  }

  private String why(Ending ending, OpenQuestion question, Heard heard, DiagnosisParser parser) {
    return switch (ending) {
      case PEEKED ->
          "it says what stands in a file beside its own folder that it has no business with, and nowhere else";
      case OVER_BUDGET -> overBudget(question);
      case CRASHED -> String.valueOf(heard.failure());
      case NEVER_CONNECTED -> "it never connected to its tools and " + unread(heard, parser);
      case NO_SUBMISSION ->
          question.unreadable() == null
              ? "it ended, submitted nothing and " + unread(heard, parser)
              : "what it submitted cannot be read: " + question.unreadable();
      case SUBMITTED, ANSWERED -> "";
    };
  }

  private String unread(Heard heard, DiagnosisParser parser) {
    return heard.said().isBlank()
        ? "gave no answer"
        : "what it said cannot be read: " + said(heard, parser).mechanism();
  }

  private static String overBudget(OpenQuestion question) {
    AgentLimits limits = question.limits();
    String why = question.overBudget();
    if (why == null && question.isSpent()) {
      why = "its budget for tools was used up, and it submitted nothing";
    }
    return RootLocale.format(
        "%s; it may take %d s, %d calls and %d bytes",
        why == null ? "its time was over" : why,
        limits.time().toSeconds(),
        limits.calls(),
        limits.bytes());
  }

  private Provenance provenance(OpenQuestion question, String raw, Ending ending, Heard heard) {
    AgentWork work =
        new AgentWork(
            description.kind().word(),
            isolation,
            ending,
            question.calls(),
            question.bytes(),
            question.firstCall(),
            question.permissions(),
            trajectory);
    return new Provenance(
        description.id(),
        "agent " + description.kind().word() + " 1",
        question.end().elapsed(),
        heard.tokensRead(),
        heard.tokensWritten(),
        heard.cost(),
        text,
        raw,
        Provenance.Ending.COMPLETE,
        1,
        work);
  }
}
