package io.chaoschapters.subjects.tikv.service.pd;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.subjects.tikv.service.Keys;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tikv.kvproto.Metapb.Region;
import org.tikv.shade.com.google.protobuf.ByteString;

class MergeCheckerTest {
  @TempDir Path folder;
  private SmallCluster cluster;

  @BeforeEach
  void start() throws IOException {
    cluster = new SmallCluster(folder).withStores();
    cluster.led(1, 2, 3);
  }

  private MergeChecker checker(long maxMib) {
    PdConfig config = SmallCluster.CONFIG;
    return new MergeChecker(
        cluster.state,
        cluster.operators,
        new PdConfig(
            config.maxStoreDownTime(),
            config.maxReplicas(),
            config.splitMergeInterval(),
            maxMib,
            config.tolerantSizeRatio()),
        cluster.clock);
  }

  private long merges() {
    return cluster.operators.listed().stream().filter(o -> o.startsWith("merge-region")).count();
  }

  private void runAfter(MergeChecker checker, Duration time) {
    checker.run();
    cluster.clock.advance(time);
    checker.run();
    checker.run();
  }

  @Test
  void smallNeighboursLeftAloneForLongEnough_areMergedInPairs() {
    MergeChecker checker = checker(54);
    runAfter(checker, Duration.ofSeconds(5));

    assertThat(merges()).as("a region is busy that another one is merged into").isEqualTo(1);
    assertThat(cluster.operators.isBusy(100)).isTrue();
    assertThat(cluster.operators.isBusy(101)).isTrue();
  }

  @Test
  void tooSoonAfterASplit_areNot() {
    runAfter(checker(54), Duration.ofMillis(4_999));

    assertThat(merges()).isZero();
  }

  @Test
  void switchedOff_areNot() {
    runAfter(checker(0), Duration.ofHours(2));

    assertThat(merges()).isZero();
  }

  @Test
  void acrossTheBoundsOfAKeyspace_areNot() throws IOException {
    ByteString bound = Keys.ofHex("7200000000000000FB");
    assertThat(mergesAt(bound)).isZero();
    assertThat(mergesAt(ByteString.copyFromUtf8("r"))).as("any other key").isEqualTo(1);
  }

  private long mergesAt(ByteString key) throws IOException {
    cluster = new SmallCluster(folder.resolve(Keys.hex(key))).withStores();
    Region left = SmallCluster.region(7, "q", "", 5).toBuilder().setEndKey(key).build();
    cluster.led(left, 1);
    cluster.led(SmallCluster.region(8, "", "s", 5).toBuilder().setStartKey(key).build(), 1);
    runAfter(checker(54), Duration.ofSeconds(5));
    return merges();
  }
}
