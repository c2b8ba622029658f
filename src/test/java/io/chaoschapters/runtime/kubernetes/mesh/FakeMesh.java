package io.chaoschapters.runtime.kubernetes.mesh;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.chaoschapters.runtime.kubernetes.api.Api;
import io.chaoschapters.runtime.kubernetes.api.KubeConfig;
import io.chaoschapters.text.RootLocale;
import io.fabric8.kubernetes.client.Config;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** An API server with the kinds of Chaos Mesh, and as much of Chaos Mesh as a test says. */
final class FakeMesh implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String KINDS =
      "{\"kind\":\"APIResourceList\",\"groupVersion\":\"chaos-mesh.org/v1alpha1\",\"resources\":["
          + "{\"name\":\"podchaos\",\"kind\":\"PodChaos\",\"namespaced\":true,\"verbs\":[\"get\"]},"
          + "{\"name\":\"networkchaos\",\"kind\":\"NetworkChaos\",\"namespaced\":true,\"verbs\":[\"get\"]}]}";

  private final HttpServer server;
  private final Api api;
  private final Map<String, ObjectNode> objects = new ConcurrentHashMap<>();
  final List<String> asked = new CopyOnWriteArrayList<>();

  /** What each object's status is. */
  volatile String status = "{}";

  /** Whether the finalizer is taken off. */
  volatile boolean letsGo = true;

  volatile boolean installed = true;

  /** The one verb that is not granted. */
  volatile String refused = "";

  /** Whether objects are refused, as by an admission webhook that does not answer. */
  volatile String admission = "";

  FakeMesh() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    Config config = Config.empty();
    config.setMasterUrl(RootLocale.format("http://127.0.0.1:%d/", server.getAddress().getPort()));
    config.setRequestRetryBackoffLimit(0);
    api = Api.open(new KubeConfig(Path.of("/kubeconfig"), "fake", config));
  }

  Api api() {
    return api;
  }

  Map<String, ObjectNode> objects() {
    return objects;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      String method = exchange.getRequestMethod();
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      asked.add(method + " " + path);
      if (path.endsWith("/selfsubjectaccessreviews")) {
        say(exchange, 201, review(body));
      } else if (path.equals("/apis/chaos-mesh.org/v1alpha1")) {
        say(exchange, installed ? 200 : 404, installed ? KINDS : problem(404, "not found"));
      } else if (method.equals("POST") && !admission.isEmpty()) {
        say(exchange, 500, problem(500, admission));
      } else if (method.equals("POST")) {
        ObjectNode made = (ObjectNode) JSON.readTree(body);
        objects.put(path + "/" + made.at("/metadata/name").asText(), made);
        say(exchange, 201, body);
      } else {
        object(exchange, method, path);
      }
    } catch (RuntimeException e) {
      asked.add("failed: " + e);
      throw e;
    }
  }

  private void object(HttpExchange exchange, String method, String path) throws IOException {
    ObjectNode there = objects.get(path);
    if (there == null) {
      say(exchange, 404, problem(404, "not found"));
      return;
    }
    if (method.equals("DELETE")) {
      there.withObject("/metadata").putArray("finalizers").add("chaos-mesh/records");
      if (letsGo) {
        objects.remove(path);
      }
    }
    there.set("status", JSON.readTree(status));
    say(exchange, 200, there.toString());
  }

  private String review(String body) {
    try {
      JsonNode wanted = JSON.readTree(body).at("/spec/resourceAttributes");
      String right = wanted.path("verb").asText() + " " + wanted.path("resource").asText();
      return RootLocale.format(
          "{\"apiVersion\":\"authorization.k8s.io/v1\",\"kind\":\"SelfSubjectAccessReview\",\"spec\":{},\"status\":{\"allowed\":%s}}",
          !right.equals(refused));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String problem(int code, String message) {
    return RootLocale.format(
        "{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"status\":\"Failure\",\"message\":\"%s\",\"code\":%d}",
        message, code);
  }

  private static void say(HttpExchange exchange, int code, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(code, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    api.close();
    server.stop(0);
  }
}
