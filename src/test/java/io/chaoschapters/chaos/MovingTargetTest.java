package io.chaoschapters.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chaoschapters.run.FaultEvent;
import io.chaoschapters.run.RunEvent;
import io.chaoschapters.runtime.Component;
import io.chaoschapters.toy.ToyCluster;
import io.chaoschapters.toy.ToySubject;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A target that is not always the same component is found right before the injection. */
class MovingTargetTest {
  @TempDir private Path folder;

  /** What experiments call {@code node-1} is whoever leads. */
  private static final class Led extends ToyCluster {
    private String leader = "";

    @Override
    public boolean isMoving(String target) {
      return target.equals("node-1");
    }

    @Override
    public Component target(String name) {
      if (leader.isEmpty()) {
        throw new IllegalStateException("nobody leads at the moment");
      }
      return component(leader);
    }
  }

  @Test
  void target_isWhatItIsWhenItIsHit_andIsWrittenDown() {
    Led cluster = new Led();
    try (ChaosHarness chaos = new ChaosHarness(folder, new ToySubject(), cluster)) {
      cluster.on("configure", () -> cluster.leader = "node-2");

      chaos.begin("freeze").recover();

      assertThat(chaos.event(FaultEvent.Armed.class).targets()).containsExactly("node-2");
      assertThat(chaos.event(FaultEvent.Injected.class).targets()).containsExactly("node-2");
      assertThat(chaos.event(RunEvent.Note.class).text())
          .isEqualTo("Target 'node-1' is node-2 at this moment.");
    }
  }

  @Test
  void nobodyIsIt_experimentIsNotBegun() {
    try (ChaosHarness chaos = new ChaosHarness(folder, new ToySubject(), new Led())) {
      assertThatThrownBy(() -> chaos.begin("freeze"))
          .hasMessageContaining("nobody leads at the moment");
      assertThat(chaos.pending()).isEmpty();
    }
  }
}
