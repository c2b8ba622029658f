package io.chaoschapters.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import io.chaoschapters.ChaosDemo;
import io.chaoschapters.Chapter;
import io.chaoschapters.monitor.Monitor;
import io.chaoschapters.run.ChapterVerdict;
import io.chaoschapters.toy.ToyCluster;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

/** The order of chapters, and the set-up chapters that one chapter run on its own needs. */
class ChapterOrderTest {
  private static final String CLUSTER = ToyCluster.class.getName();

  @ChaosDemo(subject = "toy")
  static class OutOfOrder {
    @Chapter(order = 3, title = "Third")
    void alpha(ToyCluster cluster) {
      assertThat(cluster.calls()).containsExactly("first", "second");
    }

    @Chapter(order = 1, title = "First", setup = true)
    void zulu(ToyCluster cluster) {
      cluster.call("first");
    }

    @Chapter(order = 2, title = "Second", setup = true)
    void mike(ToyCluster cluster, Monitor monitor) {
      assertThat(monitor.latest()).isPresent();
      cluster.call("second");
    }

    @Chapter(order = 4, title = "Set up later", setup = true)
    void bravo(ToyCluster cluster) {
      cluster.call("later");
    }

    @Chapter(order = 5, title = "Fifth")
    void oscar(ToyCluster cluster) {
      assertThat(cluster.calls()).containsExactly("first", "second", "later");
    }
  }

  @Test
  void methodsInAnyOrder_runInTheOrderThatTheyGive() {
    DemoOutcome outcome = DemoRun.of(OutOfOrder.class);
    assertThat(outcome.started()).containsExactly("zulu", "mike", "alpha", "bravo", "oscar");
    assertThat(outcome.verdicts().values()).hasSize(5).containsOnly(ChapterVerdict.PASS);
    assertThat(outcome.notes()).isEmpty();
  }

  @Test
  void oneChapterSelected_setUpChaptersBeforeItAreReplayedOnce() {
    DemoOutcome outcome =
        DemoRun.named("one-chapter").run(selectMethod(OutOfOrder.class, "alpha", CLUSTER));
    assertThat(outcome.started()).containsExactly("alpha");
    assertThat(outcome.verdicts()).containsOnly(entry("03-alpha"));
    assertThat(outcome.notes())
        .containsExactly("replaying set-up chapter 'First'", "replaying set-up chapter 'Second'");
  }

  @Test
  void twoChaptersSelected_setUpChaptersAreNotReplayedTwice() {
    DemoOutcome outcome =
        DemoRun.named("two-chapters")
            .run(
                selectMethod(OutOfOrder.class, "alpha", CLUSTER),
                selectMethod(OutOfOrder.class, "oscar", CLUSTER));
    assertThat(outcome.started()).containsExactly("alpha", "oscar");
    assertThat(outcome.notes()).hasSize(3);
    assertThat(outcome.verdicts().values()).hasSize(2).containsOnly(ChapterVerdict.PASS);
  }

  private static Map.Entry<String, ChapterVerdict> entry(String name) {
    return Map.entry(name, ChapterVerdict.PASS);
  }

  @ChaosDemo(subject = "toy")
  static class BrokenSetUp {
    @Chapter(order = 1, title = "Start", setup = true)
    void start() throws IOException {
      throw new IOException("no such file");
    }

    @Chapter(order = 2, title = "Kill a node")
    void kill() {}

    @Chapter(order = 3, title = "Kill another")
    void killAnother() {}
  }

  @Test
  void replayedSetUpFails_chapterFailsNamingBoth_andTheRestIsSkipped() {
    DemoOutcome outcome = DemoRun.of(BrokenSetUp.class); // All of it, for comparison.
    assertThat(outcome.skipped()).containsOnlyKeys("kill", "killAnother");

    DemoOutcome replayed =
        DemoRun.named("replay-fails")
            .run(
                selectMethod(BrokenSetUp.class, "kill"),
                selectMethod(BrokenSetUp.class, "killAnother"));
    assertThat(replayed.failure("kill"))
        .hasMessage("Set-up chapter 'Start' failed while preparing 'Kill a node': no such file")
        .hasRootCauseMessage("no such file");
    assertThat(replayed.failure("kill").getSuppressed()).isEmpty();
    assertThat(replayed.skipped().get("killAnother")).asInstanceOf(STRING).contains("'Start'");
    assertThat(replayed.chapter("02-kill").verdict())
        .isEqualTo(ChapterVerdict.INFRASTRUCTURE_ERROR);
  }

  @ChaosDemo(subject = "toy")
  static class NotHere {
    @Chapter(order = 1, title = "Start", setup = true)
    void start() {
      throw new TestAbortedException("this machine is too small");
    }

    @Chapter(order = 2, title = "Look")
    void look() {}
  }

  @Test
  void replayedSetUpIsAborted_chapterIsAbortedToo() {
    DemoOutcome outcome = DemoRun.named("abort").run(selectMethod(NotHere.class, "look"));
    assertThat(outcome.results().testEvents().aborted().count()).isEqualTo(1);
    assertThat(outcome.chapter("02-look").verdict()).isEqualTo(ChapterVerdict.SKIPPED);
  }
}
