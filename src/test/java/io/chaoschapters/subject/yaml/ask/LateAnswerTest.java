package io.chaoschapters.subject.yaml.ask;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.subject.Health;
import io.chaoschapters.subject.yaml.model.Check;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** An answer that takes longer than it may is told with the key that gives it more time. */
class LateAnswerTest {
  private static final Duration WITHIN = Duration.ofMillis(40);

  @Test
  void server_thatAcceptsAndNeverAnswers() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Names names =
          Names.of(
              Map.of("host", "127.0.0.1", "port.http", Integer.toString(silent.getLocalPort())));
      Question http = new HttpQuestion("GET", "http", new Template("/"), Map.of(), null);
      Question tcp = new TcpQuestion("http", new Template("PING"), Pattern.compile("PONG"));

      for (Question question : List.of(http, tcp)) {
        Answer answer = question.ask(names, WITHIN);
        assertThat(answer.failure()).isEqualTo(Health.SILENT);
        assertThat(new Extraction(null, null).number(answer, names).why())
            .isEqualTo("no answer within 40 ms");
        assertThat(new Check(question, null, List.of(), null, WITHIN).look(names).words())
            .isEqualTo("no answer within 40 ms (its key 'within')");
      }
    }
  }

  @Test
  void program_thatDoesNotEnd() {
    Question command = new CommandQuestion(List.of(new Template("sleep"), new Template("60")));
    Answer answer = command.ask(Names.of(Map.of()), WITHIN);

    assertThat(answer.textWithKey())
        .isEqualTo("'sleep 60' did not end within 40 ms (its key 'within')");
  }

  @Test
  void refusedConnection_isNotLate() throws IOException {
    int port;
    try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = gone.getLocalPort();
    }
    Names names = Names.of(Map.of("host", "127.0.0.1", "port.http", Integer.toString(port)));

    assertThat(new TcpQuestion("http", null, null).ask(names, WITHIN).textWithKey())
        .doesNotContain("within");
  }
}
