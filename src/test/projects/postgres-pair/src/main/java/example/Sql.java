package example;

import io.chaoschapters.runtime.Component;
import io.chaoschapters.runtime.Endpoint;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Connections to the components, and short questions on connections of their own. */
final class Sql {
  private static final String BOUNDS = "connectTimeout=1&loginTimeout=1&socketTimeout=";

  private Sql() {}

  /** What is asked on a connection. */
  @FunctionalInterface
  interface Question<T> {
    T ask(Connection connection) throws SQLException;
  }

  /** How a connection is opened. */
  @FunctionalInterface
  interface Door {
    Connection open() throws SQLException;
  }

  /** An administrator at a database server. */
  static Door admin(Component server) {
    return door(server.endpoint(PostgresServer.PORT), "app?" + BOUNDS + 1, Account.ADMIN);
  }

  /** The same before the application's database is there, and with time for slow statements. */
  static Door founder(Component server) {
    return door(server.endpoint(PostgresServer.PORT), "postgres?" + BOUNDS + 10, Account.ADMIN);
  }

  /** The application, which writes through the pooler and reads at the standby. */
  static Door application(Component component) {
    boolean pooled = component.id().equals("pooler");
    Endpoint at = component.endpoint(pooled ? Pooler.PORT : PostgresServer.PORT);
    return door(at, "app?prepareThreshold=0&connectTimeout=1&socketTimeout=4", Account.APPLICATION);
  }

  private static Door door(Endpoint at, String databaseAndOptions, Account account) {
    return () ->
        DriverManager.getConnection(
            "jdbc:postgresql://%s/%s".formatted(at, databaseAndOptions),
            account.user(),
            account.password());
  }

  static <T> T on(Door door, Question<T> question) throws SQLException {
    try (Connection connection = door.open()) {
      return question.ask(connection);
    }
  }

  /** The number that a query answers with. */
  static long ask(Door door, String query) throws SQLException {
    return on(door, connection -> number(connection, query));
  }

  static long number(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  static void run(Connection connection, String... statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String text : statements) {
        statement.execute(text);
      }
    }
  }

  /** For faults, to which a server that does not answer is a failure. */
  static void runOrFail(Door door, String... statements) {
    try (Connection connection = door.open()) {
      run(connection, statements);
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /** As above. */
  static long askOrFail(Door door, String query) {
    try {
      return ask(door, query);
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  static IllegalStateException failure(SQLException e) {
    return new IllegalStateException("A server did not do what it was asked: " + e.getMessage(), e);
  }
}
