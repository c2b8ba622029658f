package io.chaoschapters.agent;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chaoschapters.diagnosis.evidence.Evidence;
import io.chaoschapters.http.Connections;
import io.chaoschapters.text.Failure;
import io.chaoschapters.text.RootLocale;
import io.chaoschapters.waiting.DaemonThreads;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/** Sends the question to an address, and takes the body for the answer if there is one in it. */
final class HttpContact implements Contact {
  private static final int SUCCESS = 2;
  private static final int HUNDRED = 100;

  private final boolean alert;
  private final ObjectMapper json = new ObjectMapper();

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
    URI url = java.util.Objects.requireNonNull(around.description().url(), "url");
    String message = message(question, around).toString();
    CompletableFuture<Heard> answer = new CompletableFuture<>();
    DaemonThreads.thread("agent-request", () -> answer.complete(send(url, message, question)))
        .start();
    if (!question.awaitEndOr(answer)) {
      return new Heard("", null);
    }
    Heard heard = answer.join();
    if (heard.failure() == null && !heard.said().contains("\"verdict\"")) {
      question.awaitEnd(); // it has only been woken, and hands in what it finds
    }
    return heard;
  }

  private ObjectNode message(OpenQuestion question, Surroundings around) {
    Evidence evidence = question.inquiry().evidence();
    if (alert) {
      return new AlertMessage(evidence, around).message();
    }
    ObjectNode message = json.createObjectNode().put("question", around.text());
    message.putObject("tools").put("url", around.url()).put("token", around.token());
    return message;
  }

  private static Heard send(URI url, String message, OpenQuestion question) {
    try {
      HttpURLConnection request = Connections.connection(url);
      int most = (int) Math.min(Integer.MAX_VALUE, question.limits().time().toMillis());
      request.setConnectTimeout(most);
      request.setReadTimeout(most);
      request.setRequestProperty("Content-Type", "application/json");
      request.setRequestProperty("Accept", "application/json");
      request.setDoOutput(true);
      try (OutputStream body = request.getOutputStream()) {
        body.write(message.getBytes(StandardCharsets.UTF_8));
      }
      int status = request.getResponseCode();
      if (status / HUNDRED != SUCCESS) {
        return new Heard("", RootLocale.format("it answers with status %d", status));
      }
      return new Heard(body(request, question), null);
    } catch (IOException e) {
      return new Heard("", "it cannot be reached: " + Failure.words(e));
    }
  }

  private static String body(HttpURLConnection request, OpenQuestion question) throws IOException {
    long most = question.limits().bytes();
    try (InputStream in = request.getInputStream()) {
      byte[] bytes = in.readNBytes((int) Math.min(Integer.MAX_VALUE - 1L, most + 1));
      if (bytes.length > most) {
        question.tooMuch("it sent more than it may");
      }
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }
}
