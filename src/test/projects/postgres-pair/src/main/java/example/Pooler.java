package example;

import io.chaoschapters.runtime.ComponentSpec;
import io.chaoschapters.runtime.Endpoint;
import io.chaoschapters.runtime.ProcessPlace;
import io.chaoschapters.runtime.ProcessProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** PgBouncer, through which applications write. */
final class Pooler {
  static final String PORT = "pgbouncer";
  static final int POOL_SIZE = 10;

  private static final String SETTINGS =
      """
      [databases]
      app = host=%s port=%d dbname=app
      [pgbouncer]
      listen_addr = 127.0.0.1
      listen_port = %d
      unix_socket_dir =
      auth_type = scram-sha-256
      auth_file = users.txt
      admin_users = %s
      pool_mode = transaction
      default_pool_size = %d
      query_wait_timeout = 3
      server_connect_timeout = 2
      server_login_retry = 1
      ignore_startup_parameters = extra_float_digits
      log_connections = 0
      log_disconnections = 0
      """;

  private Pooler() {}

  static ComponentSpec before(Endpoint primary) {
    return ComponentSpec.of(
            "pooler",
            "connection pooler",
            pooler -> Sql.ask(Sql.application(pooler), "select 1") == 1,
            Duration.ofSeconds(10))
        .withPorts(PORT)
        .asProcess(new ProcessProgram(place -> command(place, primary), Map.of()));
  }

  private static List<String> command(ProcessPlace place, Endpoint primary) {
    write(
        place,
        "pgbouncer.ini",
        SETTINGS.formatted(
            primary.host(), primary.port(), place.port(PORT), Account.ADMIN.user(), POOL_SIZE));
    write(place, "users.txt", user(Account.ADMIN) + user(Account.APPLICATION));
    return Programs.notAsRoot(List.of("pgbouncer", "pgbouncer.ini"));
  }

  private static String user(Account account) {
    return "\"%s\" \"%s\"%n".formatted(account.user(), account.password());
  }

  private static void write(ProcessPlace place, String name, String text) {
    try {
      Files.writeString(place.folder().resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write '%s' in %s".formatted(name, place.folder()), e);
    }
  }
}
