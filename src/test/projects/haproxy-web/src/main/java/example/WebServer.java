package example;

import io.chaoschapters.runtime.ComponentSpec;
import io.chaoschapters.runtime.ProcessPlace;
import io.chaoschapters.runtime.ProcessProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** One nginx, and the releases of the site that it can be switched between. */
final class WebServer {
  static final String PORT = "http";
  static final String CURRENT = "42";
  static final String PREVIOUS = "41";
  static final String PAGELESS = "43";

  /** One process, so that what is done to it is done to all of it. */
  private static final String SETTINGS =
      """
      daemon off;
      master_process off;
      pid nginx.pid;
      error_log stderr;
      events { worker_connections 256; }
      http {
        access_log off;
        default_type text/html;
        client_body_temp_path tmp;
        proxy_temp_path tmp;
        fastcgi_temp_path tmp;
        uwsgi_temp_path tmp;
        scgi_temp_path tmp;
        server {
          listen 127.0.0.1:%d;
          root www;
          location = /health { return 200 "well\\n"; }
        }
      }
      """;

  private final String id;
  private volatile Path folder;

  WebServer(String id) {
    this.id = id;
  }

  ComponentSpec spec() {
    return ComponentSpec.of(
            id,
            "web server",
            server -> Http.get(server.endpoint(PORT), "/health").status() == 200,
            Duration.ofSeconds(10))
        .withPorts(PORT)
        .asProcess(new ProcessProgram(this::command, Map.of()));
  }

  private List<String> command(ProcessPlace place) {
    folder = place.folder();
    try {
      Files.writeString(folder.resolve("nginx.conf"), SETTINGS.formatted(place.port(PORT)));
      for (String release : List.of(PREVIOUS, CURRENT)) {
        Path pages = Files.createDirectories(folder.resolve("releases/" + release));
        Files.writeString(pages.resolve("index.html"), "<h1>Welcome</h1>\n".repeat(100));
        Files.writeString(pages.resolve("release"), release);
      }
      Files.createDirectories(folder.resolve("releases/" + PAGELESS));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write the site of %s to %s".formatted(id, folder), e);
    }
    serve(CURRENT);
    return List.of("nginx", "-e", "stderr", "-p", "./", "-c", "nginx.conf");
  }

  /** Points the server's root at a release, as deployments do. */
  void serve(String release) {
    try {
      Path next = folder.resolve("next");
      Files.deleteIfExists(next);
      Files.createSymbolicLink(next, Path.of("releases", release));
      Files.move(next, root(), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot serve release %s at %s".formatted(release, id), e);
    }
  }

  /** The release that the server's root points to. */
  String serving() {
    try {
      return String.valueOf(Files.readSymbolicLink(root()).getFileName());
    } catch (IOException e) {
      throw new UncheckedIOException("The release of %s cannot be read".formatted(id), e);
    }
  }

  Path root() {
    return folder.resolve("www");
  }

  String id() {
    return id;
  }
}
