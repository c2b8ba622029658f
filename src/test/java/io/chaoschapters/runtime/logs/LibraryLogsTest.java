package io.chaoschapters.runtime.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** The launcher of these tests has put it in front of the provider, as it does in every run. */
class LibraryLogsTest {
  private final Kept kept = new Kept();
  private final Logger library = LibraryLogs.claim("example.library");

  private static final class Kept extends Handler {
    private final List<LogRecord> lines = new ArrayList<>();

    @Override
    public void publish(LogRecord line) {
      lines.add(line);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  @BeforeEach
  void begin() {
    library.addHandler(kept);
  }

  @AfterEach
  void end() {
    library.removeHandler(kept);
  }

  @Test
  void claimedLibrary_logsWhereItIsClaimed() {
    IllegalStateException failure = new IllegalStateException("gone");
    LoggerFactory.getLogger("example.library.Part").warn("{} of {}", 1, 2, failure);
    LoggerFactory.getLogger("example.library.Part").debug("nobody wants to know");

    assertThat(kept.lines)
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.getMessage()).isEqualTo("1 of 2");
              assertThat(line.getLoggerName()).isEqualTo("example.library.Part");
              assertThat(line.getThrown()).isSameAs(failure);
            });
  }

  @Test
  void everythingElse_isTheProvidersOwn() {
    LoggerFactory.getLogger("example.other").debug("hello");

    assertThat(LoggerFactory.getLogger("example.other").getClass().getPackageName())
        .isEqualTo("org.slf4j.simple");
    assertThat(kept.lines).isEmpty();
  }
}
