package io.chaoschapters.runtime.kubernetes.cpu;

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
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An API server with one pod, and a node that does with it what a test says. */
final class FakeNode implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String USUAL =
      "{\"limits\":{\"cpu\":\"2\",\"memory\":\"1Gi\"},\"requests\":{\"cpu\":\"100m\"}}";

  private final HttpServer server;
  private final Api api;
  private JsonNode asked;
  private JsonNode given;
  final List<String> patches = new CopyOnWriteArrayList<>();

  /** Whether the node does what it is asked to. */
  volatile boolean obeys = true;

  /** A condition of the pod beside the usual ones; empty for none. */
  volatile String condition = "";

  /** With what resizes are refused; 0 for not at all. */
  volatile int refusal;

  volatile boolean ended;

  FakeNode() throws IOException {
    asked = JSON.readTree(USUAL);
    given = asked;
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

  /** The container has no limit. */
  synchronized void unlimited() {
    asked = JSON.createObjectNode();
    given = asked;
  }

  synchronized String limit() {
    return asked.at("/limits/cpu").asText() + " " + asked.at("/requests/cpu").asText();
  }

  private synchronized void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      if (exchange.getRequestMethod().equals("PATCH")) {
        patch(exchange, body);
      } else {
        say(exchange, 200, pod());
      }
    }
  }

  private void patch(HttpExchange exchange, String body) throws IOException {
    patches.add(
        exchange.getRequestURI() + " " + exchange.getRequestHeaders().getFirst("Content-Type"));
    if (refusal != 0) {
      say(
          exchange,
          refusal,
          RootLocale.format(
              "{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"status\":\"Failure\",\"code\":%d,\"message\":\"pods \\\"one-life1\\\" is forbidden: no.\"}",
              refusal));
      return;
    }
    if (!exchange.getRequestURI().toString().endsWith("?dryRun=All")) {
      ObjectNode merged = asked.deepCopy();
      JsonNode wanted = JSON.readTree(body).at("/spec/containers/0/resources");
      for (String kind : List.of("limits", "requests")) {
        merged.withObject("/" + kind).set("cpu", wanted.path(kind).path("cpu"));
      }
      asked = merged;
      given = obeys ? asked : given;
    }
    say(exchange, 200, pod());
  }

  private String pod() {
    return RootLocale.format(
        "{\"kind\":\"Pod\",\"apiVersion\":\"v1\",\"metadata\":{\"name\":\"one-life1\"},\"spec\":{\"containers\":[{\"name\":\"main\",\"resources\":%s}]},"
            + "\"status\":{\"conditions\":[{\"type\":\"Ready\",\"status\":\"True\"}%s],\"containerStatuses\":[{\"name\":\"main\",\"state\":{\"%s\":{}},\"resources\":%s}]}}",
        asked, condition.isEmpty() ? "" : "," + condition, ended ? "terminated" : "running", given);
  }

  private static void say(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    api.close();
    server.stop(0);
  }
}
