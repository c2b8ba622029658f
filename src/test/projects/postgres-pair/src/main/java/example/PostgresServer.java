package example;

import io.chaoschapters.runtime.ComponentSpec;
import io.chaoschapters.runtime.Endpoint;
import io.chaoschapters.runtime.ProcessPlace;
import io.chaoschapters.runtime.ProcessProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How the two database servers are started: made on their first start, found on later ones. */
final class PostgresServer {
  static final String PORT = "postgres";

  private static final String SETTINGS =
      """
      listen_addresses = '127.0.0.1'
      unix_socket_directories = ''
      max_connections = 40
      shared_buffers = 32MB
      wal_level = replica
      wal_keep_size = 128MB
      wal_retrieve_retry_interval = 500ms
      """;

  /** Arguments: initdb, postgres, the port. The password is in a file, as initdb wants it. */
  private static final String PRIMARY =
      """
      if [ ! -e data/made ]; then
        rm -rf data
        "$1" --no-sync --username=postgres --pwfile=password --auth=scram-sha-256 \
          --encoding=UTF8 --locale=C -D data > initdb.log
        echo "include '../settings.conf'" >> data/postgresql.conf
        touch data/made
      fi
      exec "$2" -D data -p "$3"
      """;

  /** Arguments: pg_basebackup, postgres, the port, and of the primary host, port and user. */
  private static final String STANDBY =
      """
      if [ ! -e data/standby.signal ]; then
        rm -rf data
        "$1" -h "$4" -p "$5" -U "$6" --no-sync --checkpoint=fast -X stream -D data
        touch data/standby.signal
      fi
      exec "$2" -D data -p "$3"
      """;

  private PostgresServer() {}

  static ComponentSpec primary() {
    return spec(
        "primary",
        "database primary",
        place -> {
          write(place, "password", Account.ADMIN.password());
          write(place, "settings.conf", SETTINGS);
          return List.of(
              PRIMARY,
              Programs.postgres("initdb"),
              Programs.postgres("postgres"),
              Integer.toString(place.port(PORT)));
        },
        Map.of());
  }

  static ComponentSpec standbyOf(Endpoint primary) {
    return spec(
        "standby",
        "database standby",
        place -> {
          write(place, "settings.conf", SETTINGS + follow(primary, Account.REPLICATOR.password()));
          return List.of(
              STANDBY,
              Programs.postgres("pg_basebackup"),
              Programs.postgres("postgres"),
              Integer.toString(place.port(PORT)),
              primary.host(),
              Integer.toString(primary.port()),
              Account.REPLICATOR.user());
        },
        Map.of("PGPASSWORD", Account.REPLICATOR.password()));
  }

  private static String follow(Endpoint primary, String password) {
    return "primary_conninfo = '%s'\n".formatted(connection(primary, password));
  }

  /** How the standby reaches the primary. */
  static String connection(Endpoint primary, String password) {
    return "host=%s port=%d user=%s password=%s application_name=standby"
        .formatted(primary.host(), primary.port(), Account.REPLICATOR.user(), password);
  }

  private static ComponentSpec spec(
      String id, String role, ProcessProgram.Command script, Map<String, String> environment) {
    return ComponentSpec.of(
            id,
            role,
            server -> Sql.ask(Sql.founder(server), "select 1") == 1,
            Duration.ofSeconds(30))
        .withPorts(PORT)
        .asProcess(new ProcessProgram(place -> command(place, script.line(place)), environment));
  }

  private static List<String> command(ProcessPlace place, List<String> scriptAndArguments) {
    List<String> line = new ArrayList<>(List.of("sh", "-ec"));
    line.add(scriptAndArguments.get(0));
    line.add("sh");
    line.addAll(scriptAndArguments.subList(1, scriptAndArguments.size()));
    return Programs.notAsRoot(line);
  }

  private static void write(ProcessPlace place, String name, String text) {
    try {
      Files.writeString(place.folder().resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write '%s' in %s".formatted(name, place.folder()), e);
    }
  }
}
