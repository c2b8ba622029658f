package io.chaoschapters.subject.yaml.ask;

import io.chaoschapters.http.SimpleRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A request by HTTP.
 *
 * @param method such as {@code GET}
 * @param port the name of the component's port
 * @param path starts with a slash
 * @param headers by their name
 * @param body null for none
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record HttpQuestion(
    String method,
    String port,
    Template path,
    Map<String, Template> headers,
    @Nullable Template body)
    implements Question {
  private static final int MOST_BYTES = 1024 * 1024;

  /** Copies the headers. */
  public HttpQuestion {
    headers = Map.copyOf(headers);
  }

  @Override
  public Answer ask(Names names, Duration within) {
    try {
      SimpleRequest request =
          new SimpleRequest(URI.create(words(names)), within, MOST_BYTES).method(method);
      headers.forEach((name, value) -> request.header(name, value.fill(names)));
      if (body != null) {
        request.body(body.fill(names));
      }
      SimpleRequest.Answer answer = request.send();
      return Answer.of(answer.status(), answer.text());
    } catch (IOException | IllegalArgumentException e) {
      return Answer.failed(e, within);
    }
  }

  @Override
  public List<Template> templates() {
    List<Template> all = new ArrayList<>(headers.values());
    all.add(path);
    if (body != null) {
      all.add(body);
    }
    return all;
  }

  @Override
  public String words(Names names) {
    return new Template("http://{host}:{port." + port + "}").fill(names) + path.fill(names);
  }
}
