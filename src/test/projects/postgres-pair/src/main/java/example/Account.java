package example;

import java.util.List;

/** Who may do what. The servers live as long as a run, on loopback, so passwords are no secret. */
record Account(String user, String password) {
  static final Account ADMIN = new Account("postgres", "admin-of-a-throwaway");
  static final Account APPLICATION = new Account("app", "app-of-a-throwaway");
  static final Account REPLICATOR = new Account("replicator", "wal-of-a-throwaway");

  /** A command that runs statements as this account, for undoing without this JVM. */
  List<String> psql(io.chaoschapters.runtime.Endpoint server, String... statements) {
    var line = new java.util.ArrayList<String>(List.of("psql", "-v", "ON_ERROR_STOP=1", "-q"));
    line.addAll(List.of("-d", "postgresql://%s:%s@%s/app".formatted(user, password, server)));
    for (String statement : statements) {
      line.addAll(List.of("-c", statement));
    }
    return List.copyOf(line);
  }
}
