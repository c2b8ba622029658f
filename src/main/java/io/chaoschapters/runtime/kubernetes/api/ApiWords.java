package io.chaoschapters.runtime.kubernetes.api;

import io.chaoschapters.text.Failure;
import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.client.KubernetesClientException;
import org.apiguardian.api.API;

/** What the API server, or the way to it, says of a failure: one clause without its full stop. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class ApiWords {
  static final int UNAUTHORIZED = 401;
  public static final int FORBIDDEN = 403;
  public static final int NOT_FOUND = 404;
  public static final int CONFLICT = 409;

  private ApiWords() {}

  public static String of(Throwable failure) {
    if (failure instanceof KubernetesClientException e && e.getCode() > 0) {
      String said = said(e);
      return e.getCode() == UNAUTHORIZED
          ? "the API server does not accept the credentials of the kubeconfig ("
              + said
              + "); log in again, an expired token looks like this"
          : said;
    }
    return "the API server cannot be reached (" + clause(Failure.words(root(failure))) + ")";
  }

  private static Throwable root(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    return root;
  }

  private static String said(KubernetesClientException e) {
    Status status = e.getStatus();
    String message = status == null ? null : status.getMessage();
    return clause(message == null || message.isBlank() ? Failure.words(e) : message);
  }

  private static String clause(String text) {
    return text.replaceAll("\\s+", " ").strip().replaceAll("[.]$", "");
  }

  static boolean isNotFound(KubernetesClientException e) {
    return e.getCode() == NOT_FOUND;
  }
}
