package io.chaoschapters.runtime.kubernetes.cpu;

import io.chaoschapters.runtime.RuntimeFailureException;
import io.chaoschapters.runtime.kubernetes.api.Api;
import io.chaoschapters.runtime.kubernetes.guard.CpuShare;
import io.chaoschapters.text.RootLocale;
import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Patches the subresource {@code resize} of a pod, for which the client has no words. */
final class Resizer {
  private static final Duration WITHIN = Duration.ofSeconds(15);
  private static final String MERGED_BY_NAME = "application/strategic-merge-patch+json";

  private final Api api;
  private final String namespace;

  Resizer(Api api, String namespace) {
    this.api = api;
    this.namespace = namespace;
  }

  /**
   * Asks for a share of a processor.
   *
   * @throws KubernetesClientException when the API server refuses it
   */
  void ask(CpuShare share) {
    send(share, "");
  }

  /** The same without any effect. */
  void tryOut(CpuShare share) {
    send(share, "?dryRun=All");
  }

  private void send(CpuShare share, String how) {
    KubernetesClient client = api.client();
    String server = client.getMasterUrl().toString().replaceAll("/+$", "");
    try {
      HttpResponse<String> answer =
          client
              .getHttpClient()
              .sendAsync(
                  client
                      .getHttpClient()
                      .newHttpRequestBuilder()
                      .uri(server + share.path(namespace) + how)
                      .patch(MERGED_BY_NAME, share.patch())
                      .build(),
                  String.class)
              .get(WITHIN.toMillis(), TimeUnit.MILLISECONDS);
      if (!answer.isSuccessful()) {
        throw refusal(answer);
      }
    } catch (ExecutionException e) {
      throw new KubernetesClientException("resize pod " + share.pod(), e.getCause());
    } catch (TimeoutException e) {
      throw new RuntimeFailureException(
          RootLocale.format(
              "The API server did not answer within %d s to the resize of pod %s.",
              WITHIN.toSeconds(), share.pod()),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RuntimeFailureException(
          RootLocale.format("Interrupted while pod %s was to be resized.", share.pod()), e);
    }
  }

  private KubernetesClientException refusal(HttpResponse<String> answer) {
    try {
      Status status =
          api.client().getKubernetesSerialization().unmarshal(answer.body(), Status.class);
      return new KubernetesClientException(status.getMessage(), answer.code(), status);
    } catch (RuntimeException e) { // no JSON, as from a proxy in between
      return new KubernetesClientException(answer.body(), e, answer.code(), null, null);
    }
  }

  /** How people do the same. */
  List<String> byHand(CpuShare share) {
    return api.config()
        .kubectl(
            namespace,
            "patch",
            "pod",
            share.pod(),
            "--subresource=resize",
            "--patch",
            share.patch());
  }
}
