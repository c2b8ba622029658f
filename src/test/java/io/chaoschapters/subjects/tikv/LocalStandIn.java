package io.chaoschapters.subjects.tikv;

import io.chaoschapters.runtime.Component;
import io.chaoschapters.runtime.ComponentRuntime;
import io.chaoschapters.runtime.ComponentSpec;
import io.chaoschapters.runtime.Endpoint;
import io.chaoschapters.runtime.ProcessProgram;
import io.chaoschapters.runtime.RuntimeContext;
import io.chaoschapters.runtime.RuntimeProvider;
import io.chaoschapters.settings.Settings;
import io.chaoschapters.waiting.Progress;
import io.chaoschapters.waiting.Wait;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.function.Supplier;

/** The stand-in's programs as processes of this machine, part by part. */
final class LocalStandIn implements AutoCloseable {
  /** For a condition that comes sooner or later: on a busy machine later, and then it passes. */
  static final Duration PATIENCE = Duration.ofMinutes(3);

  private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(15);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ComponentRuntime runtime;

  LocalStandIn(Path folder) {
    runtime =
        ServiceLoader.load(RuntimeProvider.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(provider -> provider.id().equals("local"))
            .findFirst()
            .orElseThrow()
            .open(new RuntimeContext("stand-in-test", folder, Settings.ofProcess()));
  }

  ComponentRuntime runtime() {
    return runtime;
  }

  Component startPd() {
    return runtime.start(List.of(TikvComponents.pd())).get(0);
  }

  /** The same program with other settings. */
  static ComponentSpec configured(ComponentSpec spec, String file, String settings) {
    ProcessProgram program = Objects.requireNonNull(spec.process());
    ProcessProgram other =
        new ProcessProgram(
            place -> {
              List<String> command = program.command().line(place);
              try {
                Files.writeString(place.folder().resolve(file), settings);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
              return command;
            },
            Map.of());
    return new ComponentSpec(
        spec.id(),
        spec.role(),
        spec.ports(),
        other,
        spec.container(),
        spec.ready(),
        spec.readyWithin());
  }

  List<Component> startStores(Component pd) {
    return runtime.start(TikvComponents.stores(pd));
  }

  static Endpoint pd(Component pd) {
    return pd.endpoint(TikvComponents.CLIENT);
  }

  static Endpoint status(Component store) {
    return store.endpoint(TikvComponents.STATUS);
  }

  HttpResponse<String> get(Endpoint at, String path) {
    return send(HttpRequest.newBuilder(at.http(path)).GET());
  }

  HttpResponse<String> send(Endpoint at, String method, String path, String body) {
    return send(
        HttpRequest.newBuilder(at.http(path))
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body)));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(
          request.timeout(ANSWERED_WITHIN).build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static void await(String what, Supplier<Progress> condition) {
    new Wait(what, PATIENCE, Duration.ofMillis(20)).until(condition);
  }

  @Override
  public void close() {
    runtime.close();
  }
}
