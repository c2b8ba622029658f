package example;

import io.chaoschapters.runtime.Component;
import io.chaoschapters.runtime.ComponentSpec;
import io.chaoschapters.runtime.Endpoint;
import io.chaoschapters.runtime.ProcessPlace;
import io.chaoschapters.runtime.ProcessProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** HAProxy: its configuration, its statistics and its admin socket. */
final class Balancer {
  static final String SITE = "site";
  static final String STATUS = "status";
  static final String ADMIN = "admin";
  static final int CONNECTIONS = 60;

  private static final String SETTINGS =
      """
      global
        maxconn 200
        log stdout format raw local0
        stats socket ipv4@127.0.0.1:%d level admin
      defaults
        mode http
        log global
        option httplog
        option dontlog-normal
        option redispatch
        retries 2
        timeout connect 1s
        timeout client 10s
        timeout http-request 10s
        timeout server 2s
        timeout queue 2s
        timeout check 1s
      frontend site
        bind 127.0.0.1:%d
        maxconn %d
        acl denied src -f denied
        http-request deny if denied
        default_backend web
      frontend status
        bind 127.0.0.1:%d
        monitor-uri /alive
        stats enable
        stats uri /stats
      backend web
        balance roundrobin
        option httpchk GET /health
        default-server inter 1s fall 2 rise 2
      """;

  private Balancer() {}

  static ComponentSpec before(List<Component> servers) {
    return ComponentSpec.of(
            "balancer",
            "load balancer",
            balancer -> Http.get(balancer.endpoint(SITE), "/").status() == 200,
            Duration.ofSeconds(10))
        .withPorts(SITE, STATUS, ADMIN)
        .asProcess(new ProcessProgram(place -> command(place, servers), Map.of()));
  }

  private static List<String> command(ProcessPlace place, List<Component> servers) {
    String front =
        SETTINGS.formatted(place.port(ADMIN), place.port(SITE), CONNECTIONS, place.port(STATUS));
    String back = servers.stream().map(Balancer::server).collect(Collectors.joining());
    try {
      Files.writeString(place.folder().resolve("haproxy.cfg"), front + back);
      Files.writeString(place.folder().resolve("denied"), "");
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write the settings to " + place.folder(), e);
    }
    return List.of("haproxy", "-db", "-f", "haproxy.cfg");
  }

  private static String server(Component server) {
    Endpoint at = server.internalEndpoint(WebServer.PORT);
    return "  server %s %s check port %d%n".formatted(server.id(), at, at.port());
  }

  /** One line to the admin socket, and what it answers. */
  static String tell(Component balancer, String line) {
    Endpoint at = balancer.endpoint(ADMIN);
    try (var socket = new java.net.Socket(at.host(), at.port())) {
      socket.setSoTimeout(2_000);
      socket.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("The load balancer was not told '%s'".formatted(line), e);
    }
  }

  /** The port at which the load balancer checks a server. */
  static int checkPort(Component balancer, Component server) {
    List<String> lines = tell(balancer, "show servers state web").lines().toList();
    List<String> names = List.of(lines.get(1).replaceFirst("^# ", "").split(" "));
    return lines.stream()
        .map(line -> List.of(line.split(" ")))
        .filter(row -> row.contains(server.id()))
        .map(row -> Integer.parseInt(row.get(names.indexOf("srv_check_port"))))
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("The load balancer does not know " + server.id()));
  }

  /** How a line is told to it without this JVM. */
  static List<String> command(Component balancer, String line) {
    Endpoint at = balancer.endpoint(ADMIN);
    String talk = "exec 3<>/dev/tcp/%s/%d; echo '%s' >&3; cat <&3";
    return List.of("bash", "-c", talk.formatted(at.host(), at.port(), line));
  }
}
