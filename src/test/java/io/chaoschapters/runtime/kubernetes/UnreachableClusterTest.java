package io.chaoschapters.runtime.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.chaoschapters.runtime.RuntimeContext;
import io.chaoschapters.runtime.RuntimeProvider.Availability;
import io.chaoschapters.runtime.kubernetes.api.KubeConfig;
import io.chaoschapters.settings.InvalidSettingException;
import io.chaoschapters.settings.Settings;
import io.chaoschapters.text.RootLocale;
import io.fabric8.kubernetes.client.Config;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the provider says of servers that are not there, or do not let it in. */
class UnreachableClusterTest {
  private static final Settings SETTINGS =
      Settings.of(Map.of("kubernetes.images", "registry.example"));

  private HttpServer server;

  @AfterEach
  void close() {
    if (server != null) {
      server.stop(0);
    }
  }

  private static Availability ask(int port) {
    return ask(port, SETTINGS);
  }

  private static Availability ask(int port, Settings settings) {
    return provider(port).availability(List.of(), settings);
  }

  private static KubernetesRuntimeProvider provider(int port) {
    Config config = Config.empty();
    config.setMasterUrl(RootLocale.format("http://127.0.0.1:%d/", port));
    config.setRequestRetryBackoffLimit(0);
    config.setRequestTimeout(3_000);
    return new KubernetesRuntimeProvider(
        settings -> new KubeConfig(Path.of("/kubeconfig"), "far", config));
  }

  private int serve(int status, String body) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    return server.getAddress().getPort();
  }

  private static String status(int code, String message) {
    return RootLocale.format(
        "{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"status\":\"Failure\",\"message\":\"%s\",\"code\":%d}",
        message, code);
  }

  @Test
  void nobodyThere_saysSo() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    Availability availability = ask(port);
    assertThat(availability.usable()).isFalse();
    assertThat(availability.reason())
        .startsWith("Kubernetes could not say its version: the API server cannot be reached");
  }

  @Test
  void expiredToken_saysToLogIn() throws IOException {
    assertThat(ask(serve(401, status(401, "Unauthorized"))).reason())
        .isEqualTo(
            "Kubernetes could not say its version: the API server does not accept the credentials of the kubeconfig (Unauthorized); log in again, an expired token looks like this");
  }

  @Test
  void rightsThatAreMissing_areNamed() throws IOException {
    int port =
        serve(
            200,
            "{\"gitVersion\":\"v1.34.4\",\"major\":\"1\",\"minor\":\"34\",\"apiVersion\":\"authorization.k8s.io/v1\","
                + "\"kind\":\"SelfSubjectAccessReview\",\"spec\":{},\"status\":{\"allowed\":false}}");
    assertThat(ask(port).reason())
        .contains("context far of /kubeconfig")
        .contains("Kubernetes 1.34.4")
        .contains("this user may not create namespaces, get namespaces, delete namespaces");
  }

  /** Everything is granted, and no kind of Chaos Mesh is known. */
  @Test
  void chaosMeshThatIsNotInstalled_isSaidBeforeAnythingIsMade() throws IOException {
    int port =
        serve(
            200,
            "{\"gitVersion\":\"v1.34.4\",\"major\":\"1\",\"minor\":\"34\",\"apiVersion\":\"authorization.k8s.io/v1\","
                + "\"kind\":\"SelfSubjectAccessReview\",\"spec\":{},\"status\":{\"allowed\":true}}");
    Availability availability =
        ask(
            port,
            Settings.of(
                Map.of(
                    "kubernetes.images", "registry.example", "kubernetes.engine", "chaos-mesh")));
    assertThat(availability.usable()).isFalse();
    assertThat(availability.reason()).contains("Chaos Mesh is not installed there");
    assertThat(ask(port).usable()).as("without it").isTrue();
  }

  @Test
  void chaosMeshOnWhatRunsAlready_isRefused() {
    Settings both =
        Settings.of(
            Map.of(
                "attach",
                "true",
                "kubernetes.namespace",
                "staging",
                "kubernetes.images",
                "registry.example",
                "kubernetes.engine",
                "chaos-mesh"));
    assertThatThrownBy(() -> provider(1).open(new RuntimeContext("run", Path.of("/nowhere"), both)))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageStartingWith("What runs already is not disturbed by Chaos Mesh yet");
  }

  @Test
  void noRegistry_isAskedForBeforeAnyClusterIs() {
    Availability availability =
        new KubernetesRuntimeProvider(
                settings -> {
                  throw new AssertionError("asked");
                })
            .availability(List.of(), Settings.of(Map.of()));
    assertThat(availability.usable()).isFalse();
    assertThat(availability.reason()).contains("set -Dkubernetes.images=");
  }
}
