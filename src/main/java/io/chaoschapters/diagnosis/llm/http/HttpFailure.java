package io.chaoschapters.diagnosis.llm.http;

import dev.langchain4j.exception.HttpException;
import java.time.Duration;
import java.util.Optional;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** A server answered with an error; keeps what LangChain4j's own exception drops. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class HttpFailure extends HttpException {
  private static final long serialVersionUID = 1L;

  private final transient @Nullable Duration retryAfter;

  HttpFailure(int status, String body, @Nullable Duration retryAfter) {
    super(status, body);
    this.retryAfter = retryAfter == null ? RetryAfter.in(body) : retryAfter;
  }

  /** What the server said, cut when it is long. */
  public String body() {
    return String.valueOf(getMessage());
  }

  /** How long the server asks to wait before the next question; empty when it does not say. */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
