package example;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The users file of a server; a server reads it again when it is told to reload. */
final class Passwords {
  static final String FILE = "users.conf";
  static final String GOOD_FILE = "users.good.conf";
  static final String PID_FILE = "nats.pid";

  static final String SHOP = "shop";
  static final String WORKER = "worker";
  static final String OPERATOR = "operator";

  private Passwords() {}

  /** Every password is the user's name, as long as nobody changes it. */
  static String of(String user) {
    return user;
  }

  static void writeGood(Path folder) {
    write(folder.resolve(GOOD_FILE), users(of(SHOP)));
    write(folder.resolve(FILE), users(of(SHOP)));
  }

  static void changeShop(Path folder, String password) {
    write(folder.resolve(FILE), users(password));
  }

  private static String users(String shopPassword) {
    return """
        authorization {
          users = [
            { user: %s, password: "%s" }
            { user: %s, password: "%s" }
            { user: %s, password: "%s" }
          ]
        }
        """
        .formatted(SHOP, shopPassword, WORKER, of(WORKER), OPERATOR, of(OPERATOR));
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file, e);
    }
  }
}
