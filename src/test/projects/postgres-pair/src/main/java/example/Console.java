package example;

import io.chaoschapters.runtime.Component;
import io.chaoschapters.runtime.Endpoint;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The console of the pooler, asked by psql: it refuses the statements that drivers begin with. */
final class Console {
  private static final int CONNECT_MILLIS = 500;
  private static final long ANSWER_MILLIS = 1_200;

  private Console() {}

  /** The numbers of the application's pool. */
  static Map<String, Long> pool(Component pooler) throws IOException {
    Endpoint at = pooler.endpoint(Pooler.PORT);
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(at.host(), at.port()), CONNECT_MILLIS);
    }
    List<String> lines = run(at).lines().toList();
    String[] names = lines.get(0).split("\\|");
    String[] values =
        lines.stream()
            .map(line -> line.split("\\|"))
            .filter(row -> row[0].equals("app"))
            .findFirst()
            .orElseThrow(() -> new IOException("There is no pool 'app' in: " + lines));
    Map<String, Long> numbers = new HashMap<>();
    for (int i = 0; i < values.length; i++) {
      if (values[i].matches("\\d+")) {
        numbers.put(names[i], Long.parseLong(values[i]));
      }
    }
    return numbers;
  }

  private static String run(Endpoint at) throws IOException {
    String address = Account.ADMIN.address(at, "pgbouncer");
    Process psql = new ProcessBuilder("psql", "-X", "-A", "-c", "show pools", address).start();
    try {
      if (!psql.waitFor(ANSWER_MILLIS, TimeUnit.MILLISECONDS)) {
        throw new SocketTimeoutException("The console did not answer in time.");
      }
      String answer = new String(psql.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (psql.exitValue() != 0) {
        String said = new String(psql.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        throw new IOException("The console could not be asked: " + said.strip());
      }
      return answer;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while asking the console.", e);
    } finally {
      psql.destroyForcibly();
    }
  }
}
