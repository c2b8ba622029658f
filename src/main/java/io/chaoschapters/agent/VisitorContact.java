package io.chaoschapters.agent;

import io.chaoschapters.text.RootLocale;

/** Waits for whoever connects to the tools by themselves. */
final class VisitorContact implements Contact {
  @Override
  public Heard ask(OpenQuestion question, Surroundings around) throws InterruptedException {
    question
        .inquiry()
        .note(
            RootLocale.format(
                "A question is open for whoever connects to %s with the bearer token %s.",
                around.url(), around.token()));
    question.inquiry().text(around.text());
    question.awaitEnd();
    return new Heard("", null);
  }
}
