package example;

import io.chaoschapters.runtime.Endpoint;
import java.util.ArrayList;
import java.util.List;

/** Who may do what. The servers live as long as a run, on loopback, so passwords are no secret. */
record Account(String user, String password) {
  static final Account ADMIN = new Account("postgres", "admin-of-a-throwaway");
  static final Account APPLICATION = new Account("app", "app-of-a-throwaway");
  static final Account REPLICATOR = new Account("replicator", "wal-of-a-throwaway");

  /** A command that runs statements as this account, for undoing without this JVM. */
  List<String> psql(Endpoint server, String... statements) {
    List<String> line = new ArrayList<>(List.of("psql", "-X", "-v", "ON_ERROR_STOP=1", "-q"));
    line.addAll(List.of("-d", address(server, "app")));
    for (String statement : statements) {
      line.addAll(List.of("-c", statement));
    }
    return List.copyOf(line);
  }

  /** Server, database and account in one word, as psql takes them. */
  String address(Endpoint server, String database) {
    return "postgresql://%s:%s@%s/%s?connect_timeout=2".formatted(user, password, server, database);
  }
}
