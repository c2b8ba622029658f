package io.chaoschapters.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.ChaosDemo;
import io.chaoschapters.Chapter;
import io.chaoschapters.diagnosis.Diagnostician;
import io.chaoschapters.monitor.Monitor;
import io.chaoschapters.run.ChapterVerdict;
import io.chaoschapters.subject.Cluster;
import io.chaoschapters.subject.Subject;
import io.chaoschapters.subjects.ratelimiter.RateLimiterCluster;
import io.chaoschapters.toy.ToyCluster;
import io.chaoschapters.toy.ToySubject;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.io.TempDir;

/** What a chapter's method can ask for. */
class InjectionTest {

  @ChaosDemo(subject = "toy")
  static class Everything {
    @Chapter(order = 1, title = "All there is")
    void everything(
        Monitor monitor,
        Diagnostician ai,
        Laboratory laboratory,
        Cluster cluster,
        ToyCluster own,
        Subject<?> subject,
        ToySubject ownSubject,
        TestInfo info,
        @TempDir Path folder) {
      assertThat(monitor.latest()).isPresent();
      assertThat(ai.diagnosers()).containsExactly("toy");
      assertThat(laboratory).isNotNull();
      assertThat(cluster).isSameAs(own);
      assertThat(subject).isSameAs(ownSubject);
      assertThat(info.getTestMethod()).isPresent();
      assertThat(folder).isDirectory();
    }

    @BeforeEach
    void before(ToyCluster cluster) {
      cluster.call("before");
    }

    @AfterEach
    void after(ToyCluster cluster) {
      assertThat(cluster.calls()).containsExactly("before");
    }
  }

  @Test
  void parameters_areResolvedByType_besideThoseOfOthers() {
    DemoOutcome outcome = DemoRun.of(Everything.class);
    assertThat(outcome.verdicts().values()).containsExactly(ChapterVerdict.PASS);
  }

  @ChaosDemo(subject = "toy")
  static class Unknown {
    @Chapter(order = 1, title = "A string")
    void string(String what) {}

    @Chapter(order = 2, title = "Somebody else's cluster")
    void foreign(RateLimiterCluster cluster) {}
  }

  @Test
  void unknownType_messageNamesTypeAndMethod() {
    DemoOutcome outcome = DemoRun.of(Unknown.class);
    assertThat(outcome.failure("string"))
        .isInstanceOf(ParameterResolutionException.class)
        .hasMessageContaining("java.lang.String what")
        .hasMessageContaining("Unknown.string");
  }

  @Test
  void clusterOfAnotherSubject_messageSaysWhichOneThereIs() {
    DemoOutcome outcome = DemoRun.of(Unknown.class);
    assertThat(outcome.failure("foreign"))
        .isInstanceOf(ParameterResolutionException.class)
        .hasMessageContaining("RateLimiterCluster")
        .hasMessageContaining("subject 'toy' has a cluster " + ToyCluster.class.getName());
  }
}
