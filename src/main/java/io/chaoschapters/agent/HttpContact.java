package io.chaoschapters.agent;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chaoschapters.diagnosis.evidence.Evidence;
import io.chaoschapters.http.SimpleRequest;
import io.chaoschapters.text.Failure;
import io.chaoschapters.text.Json;
import io.chaoschapters.text.RootLocale;
import io.chaoschapters.waiting.DaemonThreads;
import java.io.IOException;
import java.net.URI;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/** Sends the question to an address, and takes the body for the answer if there is one in it. */
final class HttpContact implements Contact {
  private static final int SUCCESS = 2;
  private static final int HUNDRED = 100;

  private final boolean alert;

  /**
   * Made for a question.
   *
   * @param alert whether the question comes as Alertmanager's webhook
   */
  HttpContact(boolean alert) {
    this.alert = alert;
  }

  @Override
  public Heard ask(OpenQuestion question, Surroundings around) throws InterruptedException {
    URI url = Objects.requireNonNull(around.description().url(), "url");
    String message = message(question, around).toString();
    CompletableFuture<Heard> answer = new CompletableFuture<>();
    DaemonThreads.thread("agent-request", () -> answer.complete(send(url, message, question)))
        .start();
    if (!question.end().awaitOr(answer)) {
      return new Heard("", null);
    }
    Heard heard = answer.join();
    if (heard.failure() == null && !heard.said().contains("\"verdict\"")) {
      question.end().await(); // it has only been woken, and hands in what it finds
    }
    return heard;
  }

  private ObjectNode message(OpenQuestion question, Surroundings around) {
    Evidence evidence = question.inquiry().evidence();
    if (alert) {
      return new AlertMessage(evidence, around).message();
    }
    ObjectNode message = Json.object().put("question", around.text());
    message.putObject("tools").put("url", around.url()).put("token", around.token());
    return message;
  }

  private static Heard send(URI url, String message, OpenQuestion question) {
    int most = (int) Math.min(Integer.MAX_VALUE - 1L, question.limits().bytes());
    try {
      SimpleRequest.Answer answer =
          new SimpleRequest(url, question.limits().time(), most)
              .followingRedirects()
              .header("Content-Type", "application/json")
              .header("Accept", "application/json")
              .body(message)
              .send();
      return answer.status() / HUNDRED == SUCCESS
          ? new Heard(answer.text(), null)
          : new Heard("", RootLocale.format("it answers with status %d", answer.status()));
    } catch (SimpleRequest.TooLongException e) {
      question.tooMuch("it sent more than it may");
      return new Heard("", null);
    } catch (IOException e) {
      return new Heard("", "it cannot be reached: " + Failure.words(e));
    }
  }
}
