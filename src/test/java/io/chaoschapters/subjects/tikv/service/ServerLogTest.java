package io.chaoschapters.subjects.tikv.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ServerLogTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ServerLog log =
      new ServerLog(
          new PrintStream(out, true, StandardCharsets.UTF_8),
          Clock.fixed(Instant.parse("2026-11-29T16:58:10.822Z"), ZoneOffset.UTC));

  private String said() {
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void line_isInTheUnifiedLogFormat() {
    log.warn("raft_client.rs", "connection abort", "addr", "127.0.0.1:20160", "store_id", 1);

    assertThat(said())
        .isEqualToIgnoringNewLines(
            "[2026/11/29 16:58:10.822 +00:00] [WARN] [raft_client.rs] [\"connection abort\"] [addr=127.0.0.1:20160] [store_id=1]");
  }

  @Test
  void whatIsNoWord_isQuoted() {
    log.error("fsm.rs", "failed", "err", "a \"b\" [c]\nd", "path", "C:\\x", "none", "");

    assertThat(said())
        .contains("[failed] [err=\"a \\\"b\\\" [c]\\nd\"] [path=C:\\x] [none=\"\"]")
        .hasLineCount(1);
  }
}
