package io.chaoschapters.runtime.kubernetes.api;

import io.chaoschapters.runtime.RuntimeFailureException;
import io.chaoschapters.text.RootLocale;
import io.chaoschapters.waiting.DaemonThreads;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.apiguardian.api.API;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the API server, and tells in a sentence what went wrong. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Api implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Api.class);

  private final KubernetesClient client;
  private final KubeConfig config;

  Api(KubernetesClient client, KubeConfig config) {
    this.client = client;
    this.config = config;
  }

  /** Nothing is asked yet. */
  public static Api open(KubeConfig config) {
    return new Api(
        new KubernetesClientBuilder()
            .withConfig(config.config())
            .withHttpClientFactory(new JdkHttpClientFactory())
            // Watches and streams are connections of their own, so HTTP 2 would gain nothing.
            .withHttpClientBuilderConsumer(HttpClient.Builder::preferHttp11)
            .withTaskExecutorSupplier(
                () -> Executors.newCachedThreadPool(DaemonThreads.named("kubernetes-client")))
            .build(),
        config);
  }

  /** For background work, such as following a log. */
  public KubernetesClient client() {
    return client;
  }

  public KubeConfig config() {
    return config;
  }

  /**
   * Asks something.
   *
   * @param what a clause that follows "could not", such as {@code make pod node-1}
   * @throws RuntimeFailureException when it is refused or not answered
   */
  public <T> T ask(String what, Function<KubernetesClient, T> question) {
    try {
      return question.apply(client);
    } catch (KubernetesClientException e) {
      throw failure(what, e);
    }
  }

  /** As above; empty when the server does not know it (any more) or returns nothing. */
  public <T> Optional<T> askFor(String what, Function<KubernetesClient, T> question) {
    try {
      return Optional.ofNullable(question.apply(client));
    } catch (KubernetesClientException e) {
      if (ApiWords.isNotFound(e)) {
        return Optional.empty();
      }
      throw failure(what, e);
    }
  }

  /** What the server has answered is said as a whole; the client's own words only repeat it. */
  public static RuntimeFailureException failure(String what, KubernetesClientException cause) {
    if (cause.getCode() > 0) {
      LOG.debug("Kubernetes could not {}.", what, cause);
      return new RuntimeFailureException(
          RootLocale.format("Kubernetes could not %s: %s.", what, ApiWords.of(cause)));
    }
    return new RuntimeFailureException(
        RootLocale.format("Kubernetes could not %s: %s.", what, ApiWords.of(cause)), cause);
  }

  @Override
  public void close() {
    client.close();
  }
}
