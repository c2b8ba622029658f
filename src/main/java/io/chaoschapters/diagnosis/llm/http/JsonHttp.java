package io.chaoschapters.diagnosis.llm.http;

import io.chaoschapters.http.BoundedBody;
import io.chaoschapters.http.Connections;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.apiguardian.api.API;

/** Asks a server on this machine for what LangChain4j does not ask for. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class JsonHttp {
  private static final int LONGEST_ANSWER = 16 << 20;

  private final HttpClient client = Connections.direct().build();
  private final String key;

  /** Makes one with the key that the server wants. */
  public JsonHttp(String key) {
    this.key = key;
  }

  /**
   * Posts JSON and gives back what comes.
   *
   * @throws HttpFailure when the server answers with an error
   * @throws java.net.http.HttpTimeoutException when it does not answer in time
   */
  public String post(URI uri, String body, Duration within)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + key)
            .timeout(within.plusMillis(1)) // nothing left is no time that a request can have
            .POST(BodyPublishers.ofString(body))
            .build();
    HttpResponse<byte[]> response = client.send(request, BoundedBody.upTo(LONGEST_ANSWER));
    String answer = new String(response.body(), StandardCharsets.UTF_8);
    if (response.statusCode() / 100 != 2) {
      throw new HttpFailure(
          response.statusCode(),
          Secrets.in(request.headers().map()).maskedIn(answer),
          RetryAfter.of(response.headers(), Instant.now()));
    }
    return answer;
  }
}
