package io.chaoschapters.diagnosis.llm.http;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import java.time.Duration;
import org.apiguardian.api.API;

/** Gives LangChain4j a client that exists already. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class ModelHttpBuilder implements HttpClientBuilder {
  private final ModelHttp http;
  private Duration connectTimeout = Duration.ofSeconds(10);
  private Duration readTimeout = Duration.ofMinutes(10);

  /** Makes one for this client. */
  public ModelHttpBuilder(ModelHttp http) {
    this.http = http;
  }

  @Override
  public Duration connectTimeout() {
    return connectTimeout;
  }

  @Override
  public HttpClientBuilder connectTimeout(Duration timeout) {
    connectTimeout = timeout;
    return this;
  }

  @Override
  public Duration readTimeout() {
    return readTimeout;
  }

  @Override
  public HttpClientBuilder readTimeout(Duration timeout) {
    readTimeout = timeout;
    return this;
  }

  @Override
  public HttpClient build() {
    return http;
  }
}
