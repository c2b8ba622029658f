package io.chaoschapters.runtime.kubernetes.guard;

import io.chaoschapters.http.BoundedBody;
import io.chaoschapters.http.Connections;
import io.chaoschapters.http.SimpleRequest;
import io.chaoschapters.text.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Collection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** The API server as a pod finds it, with the pod's own account. */
final class PodDoor implements ServerDoor {
  private static final Duration WITHIN = Duration.ofSeconds(5);
  private static final String PATCH = "PATCH";
  private static final int LONGEST_ANSWER = 1 << 20;

  private final String server;
  private final Path token;
  private final SSLContext trust;

  private PodDoor(String server, Path token, SSLContext trust) {
    this.server = server;
    this.token = token;
    this.trust = trust;
  }

  /**
   * Finds it.
   *
   * @param server such as {@code https://10.96.0.1:443}
   * @param account the folder in which the account's token and the server's certificate are
   */
  static PodDoor find(String server, Path account) throws IOException {
    try (InputStream in = Files.newInputStream(account.resolve("ca.crt"))) {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      Collection<? extends Certificate> all =
          CertificateFactory.getInstance("X.509").generateCertificates(in);
      int number = 0;
      for (Certificate certificate : all) {
        store.setCertificateEntry("ca-" + number++, certificate);
      }
      TrustManagerFactory managers =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      managers.init(store);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, managers.getTrustManagers(), null);
      return new PodDoor(server, account.resolve("token"), context);
    } catch (GeneralSecurityException e) {
      throw new IOException("The server's certificate cannot be used: " + Failure.words(e), e);
    }
  }

  @Override
  public Answer ask(String method, String path, String body) throws IOException {
    if (method.equals(PATCH)) {
      return patch(path, body);
    }
    // Read anew each time: the kubelet replaces it before it expires.
    SimpleRequest request =
        new SimpleRequest(URI.create(server + path), WITHIN, LONGEST_ANSWER)
            .method(method)
            .trusting(trust.getSocketFactory())
            .header("Authorization", bearer())
            .header("Accept", "application/json");
    if (!body.isEmpty()) {
      request.header("Content-Type", "application/json").body(body);
    }
    SimpleRequest.Answer answer = request.send();
    return new Answer(answer.status(), answer.text());
  }

  private String bearer() throws IOException {
    return "Bearer " + Files.readString(token).strip();
  }

  /** The plain connection knows no such method; the client, which costs more, is seldom needed. */
  private Answer patch(String path, String body) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server + path))
            .timeout(WITHIN)
            .header("Authorization", bearer())
            .header("Accept", "application/json")
            .header("Content-Type", "application/strategic-merge-patch+json")
            .method(PATCH, HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      HttpResponse<byte[]> answer =
          Connections.direct()
              .sslContext(trust)
              .connectTimeout(WITHIN)
              .build()
              .send(request, BoundedBody.upTo(LONGEST_ANSWER));
      return new Answer(answer.statusCode(), new String(answer.body(), StandardCharsets.UTF_8));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
  }
}
