package io.chaoschapters.agent;

import io.chaoschapters.text.RootLocale;

/** Waits for any client that connects to the tools. */
final class VisitorContact implements Contact {
  @Override
  public Heard ask(OpenQuestion question, Surroundings around) throws InterruptedException {
    question
        .inquiry()
        .note(
            RootLocale.format(
                "A question is open: connect to %s with the bearer token %s.",
                around.url(), around.token()));
    question.inquiry().text(around.text());
    question.end().await();
    return new Heard("", null);
  }
}
