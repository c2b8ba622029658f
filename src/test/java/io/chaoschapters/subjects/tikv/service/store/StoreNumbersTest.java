package io.chaoschapters.subjects.tikv.service.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chaoschapters.subjects.tikv.service.ConfigFile;
import io.chaoschapters.text.RootLocale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a store takes from its configuration, and what it makes of it. */
class StoreNumbersTest {
  private static final Duration ROUND = Duration.ofSeconds(3);

  @TempDir Path folder;

  private StoreConfig config(String toml) throws IOException {
    return StoreConfig.of(ConfigFile.read(Files.writeString(folder.resolve("tikv.toml"), toml)));
  }

  @Test
  void withoutASetting_itNeedsAsManyFilesAsTikv() throws IOException {
    assertThat(OpenFiles.needed(StoreConfig.of(ConfigFile.read(null)))).isEqualTo(123_880);
    assertThat(
            OpenFiles.needed(
                config("[rocksdb]\nmax-open-files = 1024\n[raftdb]\nmax-open-files = 1024")))
        .isEqualTo(4_072);
  }

  @Test
  void hardLimitCounts_andUnlimitedIsNone() {
    String line = "Max open files            1024                 %-20s files";
    assertThat(OpenFiles.allowed(List.of("Limit  Soft Limit", RootLocale.format(line, "20000"))))
        .hasValue(20_000);
    assertThat(OpenFiles.allowed(List.of(RootLocale.format(line, "unlimited")))).isEmpty();
  }

  /** Ten to twenty ticks; a region that sleeps elects only when a connection is found broken. */
  @Test
  void electionsFollowTheTicks_andWaitForAConnectionWhereRegionsSleep() throws IOException {
    String ticks =
        "[raftstore]\nraft-base-tick-interval = \"150ms\"\nraft-store-max-leader-lease = \"1100ms\"\n";
    StoreConfig awake = config(ticks + "hibernate-regions = false");
    assertThat(awake.electionMin()).isEqualTo(Duration.ofMillis(1_500));
    assertThat(awake.electionMax()).isEqualTo(Duration.ofMillis(3_000));

    StoreConfig asleep =
        config(ticks + "[server]\ngrpc-keepalive-time = \"3s\"\ngrpc-keepalive-timeout = \"1s\"");
    assertThat(asleep.electionMin()).isEqualTo(Duration.ofMillis(5_050));
    assertThat(asleep.electionMax()).isEqualTo(Duration.ofMillis(5_800));
  }

  @Test
  void leaseAsLongAsAnElection_isRefused() {
    assertThatThrownBy(
            () ->
                config(
                    "[raftstore]\nraft-base-tick-interval = \"100ms\"\nraft-store-max-leader-lease = \"1s\""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("election timeout 1000 ms is less than lease 1000 ms");
  }

  @Test
  void durations_areReadAsTikvWritesThem() throws IOException {
    assertThat(config("[server]\nraft-client-max-backoff = \"1m30s\"").clientMaxBackoff())
        .isEqualTo(Duration.ofSeconds(90));
    assertThatThrownBy(() -> config("[server]\nraft-client-max-backoff = \"soon\""))
        .hasMessageContaining("server.raft-client-max-backoff = 'soon'")
        .hasMessageContaining("a duration such as 200ms");
  }

  @Test
  void slowWrites_doubleTheScoreUpToAHundred() {
    SlowScore score = new SlowScore(Duration.ofMillis(100));
    for (int round = 0; round < 6; round++) {
      score.record(Duration.ofMillis(101));
      score.update(ROUND);
    }
    assertThat(score.value()).isEqualTo(64);
    score.record(Duration.ofMillis(101));
    score.update(ROUND);
    assertThat(score.value()).isEqualTo(100);
  }

  /** By one in three seconds: five minutes until it is well again. */
  @Test
  void quickWrites_lowerItSlowly() {
    SlowScore score = new SlowScore(Duration.ofMillis(100));
    for (int round = 0; round < 7; round++) {
      score.record(Duration.ofMillis(101));
      score.update(ROUND);
    }
    for (int round = 0; round < 50; round++) {
      score.record(Duration.ofMillis(100));
      score.update(ROUND);
    }
    assertThat(score.value()).isEqualTo(50);
  }
}
