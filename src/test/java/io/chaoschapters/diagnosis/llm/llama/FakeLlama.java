package io.chaoschapters.diagnosis.llm.llama;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.chaoschapters.text.RootLocale;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Behaves like a llama-server, well or badly, as the word after {@code --fake} says. It loads
 * nothing and always gives the same answer.
 */
public final class FakeLlama {
  private static final int LOOKS_WHILE_LOADING = 3;

  private final String behaviour;
  private final String key = System.getenv("LLAMA_API_KEY");
  private final AtomicInteger looks = new AtomicInteger();

  private FakeLlama(String behaviour) {
    this.behaviour = behaviour;
  }

  /** A program that runs this class with the class path of this JVM. */
  public static Path program(Path folder) throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Path script = folder.resolve("llama-server");
    Files.writeString(
        script,
        // A class path on the command line would be too long for others to read the line's end.
        RootLocale.format(
            "#!/bin/sh\nCLASSPATH='%s' exec '%s' -Xmx32m -XX:TieredStopAtLevel=1 %s \"$@\"\n",
            System.getProperty("java.class.path"), java, FakeLlama.class.getName()));
    script.toFile().setExecutable(true);
    return script;
  }

  public static void main(String[] arguments) throws IOException {
    List<String> line = List.of(arguments);
    int fake = line.indexOf("--fake");
    String behaviour = fake < 0 ? "well" : line.get(fake + 1);
    System.out.println("build: fake, arguments: " + String.join(" ", arguments));
    switch (behaviour) {
      case "memory" -> {
        System.out.println("ggml_aligned_malloc: insufficient memory (attempted to allocate 9 MB)");
        System.exit(1);
      }
      case "killed" -> Runtime.getRuntime().exec(new String[] {"kill", "-9", pid()});
      case "library" -> {
        System.out.println(
            "llama-server: error while loading shared libraries: libx.so: cannot open shared object file");
        System.exit(127);
      }
      case "processor" -> System.exit(128 + 4); // A JVM survives SIGILL.
      case "architecture" -> {
        System.out.println("error loading model: unknown model architecture: 'nova'");
        System.exit(1);
      }
      case "cut" -> {
        System.out.println(
            "llama_model_load: error loading model: tensor 'output.weight' data is not within the file bounds, model is corrupted or incomplete");
        System.exit(1);
      }
      case "version" -> {
        System.out.println(
            "gguf_init_from_file_impl: this GGUF file is version 9 but this software only supports up to version 3");
        System.exit(1);
      }
      case "argument" -> {
        System.out.println("error: invalid argument: --fake");
        System.exit(1);
      }
      case "silent" -> System.exit(3);
      default -> {
        // It serves.
      }
    }
    int port = Integer.parseInt(line.get(line.indexOf("--port") + 1));
    new FakeLlama(behaviour).serve(line.get(line.indexOf("--host") + 1), port);
  }

  private static String pid() {
    return Long.toString(ProcessHandle.current().pid());
  }

  private void serve(String host, int port) throws IOException {
    HttpServer server = HttpServer.create(new InetSocketAddress(host, port), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/health", this::health);
    server.createContext("/v1/chat/completions", this::chat);
    server.createContext("/apply-template", exchange -> answer(exchange, "{\"prompt\":\"...\"}"));
    server.createContext(
        "/completion",
        exchange ->
            answer(
                exchange,
                "{\"content\":\" A\",\"tokens_evaluated\":9,\"completion_probabilities\":[{\"top_logprobs\":[{\"token\":\" A\",\"logprob\":-0.1},{\"token\":\"B\",\"logprob\":-2.5}]}]}"));
    server.start();
    System.out.println("srv loading model");
  }

  private void health(HttpExchange exchange) throws IOException {
    boolean loading = behaviour.equals("never") || looks.incrementAndGet() <= LOOKS_WHILE_LOADING;
    send(
        exchange,
        loading ? 503 : 200,
        "application/json",
        loading
            ? "{\"error\":{\"code\":503,\"message\":\"Loading model\"}}"
            : "{\"status\":\"ok\"}");
  }

  private void chat(HttpExchange exchange) throws IOException {
    if (behaviour.equals("dies-when-asked")) {
      System.out.println("terminate called after throwing an instance of 'std::bad_alloc'");
      System.out.flush();
      Runtime.getRuntime().halt(134);
    }
    answer(
        exchange,
        "data: {\"id\":\"c\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"{\\\"verdict\\\":\\\"none\\\",\\\"term\\\":[],\\\"mechanism\\\":\\\"All is well.\\\",\\\"confidence\\\":0.5}\"},\"finish_reason\":null}]}\n\n"
            + "data: {\"id\":\"c\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m\",\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n"
            + "data: {\"id\":\"c\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m\",\"choices\":[],\"usage\":{\"prompt_tokens\":7,\"completion_tokens\":5,\"total_tokens\":12}}\n\n"
            + "data: [DONE]\n\n");
  }

  private void answer(HttpExchange exchange, String body) throws IOException {
    List<String> given =
        exchange.getRequestHeaders().getOrDefault("Authorization", List.of("none"));
    exchange.getRequestBody().readAllBytes();
    if (key == null || !given.get(0).equals("Bearer " + key)) {
      send(exchange, 401, "application/json", "{\"error\":{\"message\":\"Invalid API Key\"}}");
      return;
    }
    String type = body.startsWith("data:") ? "text/event-stream" : "application/json";
    send(exchange, 200, type, body);
  }

  private static void send(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    Map.of("Content-Type", type).forEach(exchange.getResponseHeaders()::add);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
