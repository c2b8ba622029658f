package example;

import io.chaoschapters.runtime.Component;

/** The application's users and tables. */
final class Schema {
  static final int ACCOUNTS = 1_000;

  private Schema() {}

  static void create(Component primary) {
    Sql.runOrFail(
        Sql.founder(primary),
        role(Account.APPLICATION, "login"),
        role(Account.REPLICATOR, "login replication"),
        "alter role app set statement_timeout = '2s'",
        "create database app owner app");
    Sql.runOrFail(
        Sql.admin(primary),
        "set role app",
        "create table accounts (id int primary key, balance bigint not null)",
        "create table orders (id bigserial primary key, account int not null, note text)",
        "insert into accounts select id, 0 from generate_series(1, %d) id".formatted(ACCOUNTS));
  }

  private static String role(Account account, String may) {
    return "create role %s %s password '%s'".formatted(account.user(), may, account.password());
  }
}
