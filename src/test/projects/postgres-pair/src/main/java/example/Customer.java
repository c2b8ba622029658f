package example;

import io.chaoschapters.runtime.Component;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Random;

/** One client of the application: orders through the pooler, and looks it up at the standby. */
final class Customer implements Clients.Client {
  private static final int NOTE_BYTES = 1_500;

  private final Random random = new Random();
  private final Session writes;
  private final Session reads;
  private final boolean alsoReads;
  private boolean readNext;

  Customer(PostgresPairCluster pair, boolean alsoReads) {
    writes = new Session(pair.pooler);
    reads = new Session(pair.standby);
    this.alsoReads = alsoReads;
    writes.open();
    if (alsoReads) {
      reads.open();
    }
  }

  @Override
  public boolean act() {
    int account = 1 + random.nextInt(Schema.ACCOUNTS);
    boolean read = readNext;
    readNext = alsoReads && !read;
    return read
        ? reads.with(c -> Sql.number(c, "select balance from accounts where id = " + account))
        : writes.with(connection -> order(connection, account));
  }

  private long order(Connection connection, int account) throws SQLException {
    connection.setAutoCommit(false);
    Sql.run(
        connection,
        "update accounts set balance = balance + 1 where id = " + account,
        "insert into orders (account, note) values (%d, '%s')".formatted(account, note()));
    connection.commit();
    return account;
  }

  /** Random, because the database compresses what repeats, and its WAL hardly grows then. */
  private String note() {
    byte[] bytes = new byte[NOTE_BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  @Override
  public void close() {
    writes.close();
    reads.close();
  }

  /** A connection that is kept as long as it is good for something. */
  private static final class Session {
    private final Sql.Door door;
    private Connection connection;

    Session(Component component) {
      door = Sql.application(component);
    }

    /** Before the first customer is counted: applications connect when they start. */
    void open() {
      with(connection -> Sql.number(connection, "select 1"));
    }

    boolean with(Sql.Question<Long> work) {
      try {
        if (connection == null) {
          connection = door.open();
        }
        work.ask(connection);
        return true;
      } catch (SQLException e) {
        endTransaction();
        return false;
      }
    }

    /** As applications do after an error: keep the connection if it still is one. */
    private void endTransaction() {
      try {
        if (connection != null && !connection.getAutoCommit()) {
          connection.rollback();
        }
      } catch (SQLException e) {
        close();
      }
      if (connection != null && isClosed()) {
        connection = null;
      }
    }

    private boolean isClosed() {
      try {
        return connection.isClosed();
      } catch (SQLException e) {
        return true;
      }
    }

    void close() {
      try {
        if (connection != null) {
          connection.close();
        }
      } catch (SQLException e) {
        // Its server is gone, and the connection with it.
      } finally {
        connection = null;
      }
    }
  }
}
