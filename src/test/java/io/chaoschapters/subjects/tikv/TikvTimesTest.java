package io.chaoschapters.subjects.tikv;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.chaos.experiment.Experiment;
import io.chaoschapters.chaos.experiment.ExperimentFile;
import io.chaoschapters.subject.Invariant;
import io.chaoschapters.subject.ParameterText;
import io.chaoschapters.text.RootLocale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The times in TiKV's settings, in the client and in the experiments fit each other. */
class TikvTimesTest {
  private static final int ELECTION_TICKS = 10;
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

  private static String setting(String file, String key) throws IOException {
    Matcher line =
        Pattern.compile(RootLocale.format("(?m)^%s = \"?([^\"\\n]+)\"?$", Pattern.quote(key)))
            .matcher(Files.readString(Path.of("docker", "tikv", file)));
    assertThat(line.find()).as(key).isTrue();
    return line.group(1);
  }

  private static Duration time(String key) throws IOException {
    return ParameterText.duration(setting("tikv.toml", key));
  }

  /** TiKV refuses to start otherwise. */
  @Test
  void lease_isShorterThanAnElection() throws IOException {
    Duration tick = time("raft-base-tick-interval");

    assertThat(time("raft-store-max-leader-lease"))
        .isLessThan(tick.multipliedBy(ELECTION_TICKS - 1));
  }

  /** By default they may open 120,000, and where fewer are allowed they do not start. */
  @Test
  void stores_openFewFiles() throws IOException {
    String settings = Files.readString(Path.of("docker", "tikv", "tikv.toml"));

    assertThat(settings.split("\\[(rocksdb|raftdb)]\n"))
        .hasSize(3)
        .filteredOn(part -> part.contains("max-open-files = 1024"))
        .hasSize(2);
  }

  /**
   * With TiKV's own settings the others notice a cut after up to 13 s, and count it every 5 s from
   * then on: the cut would be over by then.
   */
  @Test
  void cut_isNoticedAndShownWhileItLasts() throws IOException {
    Duration noticed = time("grpc-keepalive-time").plus(time("grpc-keepalive-timeout"));
    Duration counted = time("raft-client-max-backoff");
    Invariant connected =
        new TikvSubject()
            .invariants().stream()
                .filter(one -> one.id().equals(TikvInvariants.STORES_CONNECTED))
                .findFirst()
                .orElseThrow();
    Duration shown = LOOK_EVERY.multipliedBy(connected.raiseAfter());
    Experiment cut = experiment("one-store-cut-off");

    // Between two steps the counter stands still, and that is no end of the complaints.
    assertThat(counted).isLessThan(RecentReadings.KEPT);
    assertThat(time("raft-client-initial-reconnect-backoff")).isLessThanOrEqualTo(counted);
    assertThat(noticed.plus(counted)).isLessThan(cut.witnessWithin());
    assertThat(noticed.plus(counted).plus(shown)).isLessThan(cut.duration());
  }

  private static Experiment experiment(String name) {
    return ExperimentFile.load(new TikvSubject()).experiments().stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void regions_areNotMerged() throws IOException {
    assertThat(setting("pd.toml", "max-merge-region-size")).isEqualTo("0");
  }

  /** The others give up on a frozen store, elect, and clients ask who leads now. */
  @ParameterizedTest
  @ValueSource(strings = {"one-store-killed", "one-store-frozen", "one-store-cut-off"})
  void fault_lastsLongerThanTheGapOfWritesThatItMayCause(String name) throws IOException {
    Duration election = time("raft-base-tick-interval").multipliedBy(2 * ELECTION_TICKS);
    Duration gap = election.plus(TikvClient.CALL).plus(TikvClient.ATTEMPT);
    Experiment experiment = experiment(name);

    assertThat(gap).isLessThan(Duration.ofSeconds(6));
    assertThat(experiment.duration()).isGreaterThan(Duration.ofSeconds(6));
  }
}
