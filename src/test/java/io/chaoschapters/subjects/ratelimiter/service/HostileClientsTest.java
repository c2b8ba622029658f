package io.chaoschapters.subjects.ratelimiter.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The sieges of {@link HostileClients} in a short form: a fortieth, all on one real node. */
class HostileClientsTest {
  private static final int SHARE = 40;
  private static final int LEAST = 20;
  private static final Duration HOLD = Duration.ofMillis(500);
  private static final int FEW_KEYS = 1_000;

  /** Twice what it has with nobody around, and room for what ten thousand connections take. */
  private static final long MOST_MEMORY_MIB = 300;

  /** More than a node has threads for requests, so that one for each would be a full stop. */
  private static final int MORE_THAN_THREADS = 300;

  /**
   * Longer than the six seconds after which idle connections are let go of when threads run out,
   * and than the ten that a request may take.
   */
  private static final Duration LONG_HOLD = Duration.ofSeconds(16);

  /** Others waited for longer than six seconds when unread answers held threads. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(4);

  @TempDir static Path folder;
  private static NodeProcess node;

  @BeforeAll
  static void start() {
    node = new NodeProcess(folder, "--max-keys", Integer.toString(FEW_KEYS));
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @ParameterizedTest
  @EnumSource
  void underAttack_othersAreServedAndMemoryIsBounded(Attack attack)
      throws IOException, InterruptedException {
    Siege.Outcome outcome =
        new Siege(node, attack).lay(Math.max(LEAST, attack.most() / SHARE), HOLD);

    assertHeld(outcome);
  }

  private static void assertHeld(Siege.Outcome outcome) throws IOException {
    assertThat(node.isAlive()).isTrue();
    assertThat(outcome.others().answered()).isPositive();
    assertThat(outcome.others().refused()).as("refused: %s", outcome.others()).isZero();
    assertThat(outcome.answers()).doesNotContainKeys(500, 502, 503, 504);
    node.peakMemory().ifPresent(mebibytes -> assertThat(mebibytes).isLessThan(MOST_MEMORY_MIB));
    assertThat(node.printed()).noneMatch(line -> line.startsWith("\tat "));
  }

  @ParameterizedTest
  @EnumSource(names = {"UNREAD", "STATE_AFTER_MANY_KEYS"})
  void answersThatNobodyReads_keepNobodyElseWaitingAndAreGivenUp(Attack attack)
      throws IOException, InterruptedException {
    Siege.Outcome outcome = new Siege(node, attack).lay(MORE_THAN_THREADS, LONG_HOLD);

    assertHeld(outcome);
    assertThat(outcome.others().slowest()).isLessThan(LONGEST_WAIT);
    assertThat(outcome.answers()).as("answers are given up").containsKey(0);
  }
}
