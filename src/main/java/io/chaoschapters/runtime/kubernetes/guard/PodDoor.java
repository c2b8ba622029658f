package io.chaoschapters.runtime.kubernetes.guard;

import io.chaoschapters.http.Connections;
import io.chaoschapters.text.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** The API server as a pod finds it, with the pod's own account. */
final class PodDoor implements ServerDoor {
  private static final int MILLIS = 5_000;
  private static final int LONGEST_ANSWER = 1 << 20;

  private final String server;
  private final Path token;
  private final SSLSocketFactory trust;

  private PodDoor(String server, Path token, SSLSocketFactory trust) {
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
      return new PodDoor(server, account.resolve("token"), context.getSocketFactory());
    } catch (GeneralSecurityException e) {
      throw new IOException("The server's certificate cannot be used: " + Failure.words(e), e);
    }
  }

  @Override
  public Answer ask(String method, String path, String body) throws IOException {
    HttpURLConnection connection = Connections.connection(URI.create(server + path));
    if (connection instanceof HttpsURLConnection secure) {
      secure.setSSLSocketFactory(trust);
    }
    connection.setConnectTimeout(MILLIS);
    connection.setReadTimeout(MILLIS);
    connection.setRequestMethod(method);
    // Read anew each time: the kubelet replaces it before it expires.
    connection.setRequestProperty("Authorization", "Bearer " + Files.readString(token).strip());
    connection.setRequestProperty("Accept", "application/json");
    if (!body.isEmpty()) {
      connection.setDoOutput(true);
      connection.setRequestProperty("Content-Type", "application/json");
      try (OutputStream out = connection.getOutputStream()) {
        out.write(body.getBytes(StandardCharsets.UTF_8));
      }
    }
    int status = connection.getResponseCode();
    try (InputStream in =
        status < HttpURLConnection.HTTP_BAD_REQUEST
            ? connection.getInputStream()
            : connection.getErrorStream()) {
      String text =
          in == null ? "" : new String(in.readNBytes(LONGEST_ANSWER), StandardCharsets.UTF_8);
      return new Answer(status, text);
    }
  }
}
