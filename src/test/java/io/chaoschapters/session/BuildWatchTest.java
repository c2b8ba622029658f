package io.chaoschapters.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BuildWatchTest {
  @Test
  void theBuildIsKilled_theRunEnds() throws IOException, InterruptedException {
    Process build = new ProcessBuilder("sleep", "60").start();
    CountDownLatch ended = new CountDownLatch(1);
    try (BuildWatch watch = BuildWatch.of(Optional.of(build.toHandle()), ended::countDown)) {
      assertThat(watch).isNotNull();
      assertThat(ended.await(700, TimeUnit.MILLISECONDS)).as("ends while it is there").isFalse();
      build.destroyForcibly();
      assertThat(ended.await(30, TimeUnit.SECONDS)).as("ends when it is gone").isTrue();
    } finally {
      build.destroyForcibly();
    }
  }

  @Test
  void noBuild_theRunGoesOn() throws InterruptedException {
    CountDownLatch ended = new CountDownLatch(1);
    try (BuildWatch watch = BuildWatch.of(Optional.empty(), ended::countDown)) {
      assertThat(watch).isNotNull();
      assertThat(ended.await(700, TimeUnit.MILLISECONDS)).isFalse();
    }
  }
}
