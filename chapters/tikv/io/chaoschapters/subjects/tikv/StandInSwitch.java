package io.chaoschapters.subjects.tikv;

import io.chaoschapters.http.Connections;
import io.chaoschapters.runtime.Component;
import io.chaoschapters.runtime.RuntimeFailureException;
import io.chaoschapters.subject.Cluster;
import io.chaoschapters.text.RootLocale;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** Turns what the stand-in's programs let a test do to them; real ones have no such switches. */
final class StandInSwitch {
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(2);
  private static final int OK = 200;

  private final HttpClient http = Connections.direct().build();
  private final String path;

  StandInSwitch(String path) {
    this.path = path;
  }

  /** Why there are no such switches in a cluster; empty when there are. */
  static Optional<String> obstacle(Cluster cluster) {
    return cluster.standIn().isPresent()
        ? Optional.empty()
        : Optional.of("only the stand-in has a switch for it, and this is TiKV itself");
  }

  private static URI operatorPort(Component component, String path) {
    boolean isStore = component.role().equals(TikvComponents.STORE_ROLE);
    return component.endpoint(isStore ? TikvComponents.STATUS : TikvComponents.CLIENT).http(path);
  }

  /** Has something happen for a while, or end at once. */
  void set(Component component, Duration duration) {
    int status =
        status(
            component,
            HttpRequest.newBuilder(operatorPort(component, path))
                .PUT(
                    HttpRequest.BodyPublishers.ofString(
                        RootLocale.format("{\"millis\": %d}", duration.toMillis()))));
    if (status != OK) {
      throw new RuntimeFailureException(
          RootLocale.format(
              "%s answered %d to PUT %s: only the stand-in can do this.",
              component.id(), status, path));
    }
  }

  /** What reading a path of the port for operators comes to. */
  int read(Component component, String readPath) {
    return status(component, HttpRequest.newBuilder(operatorPort(component, readPath)).GET());
  }

  private int status(Component component, HttpRequest.Builder request) {
    try {
      return http.send(
              request.timeout(ANSWER_WITHIN).build(), HttpResponse.BodyHandlers.discarding())
          .statusCode();
    } catch (IOException e) {
      throw new RuntimeFailureException(
          RootLocale.format("%s does not answer on its port for operators: %s", component.id(), e),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RuntimeFailureException(
          RootLocale.format("Interrupted while %s was asked", component.id()), e);
    }
  }
}
