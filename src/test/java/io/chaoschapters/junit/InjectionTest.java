package io.chaoschapters.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.ChaosDemo;
import io.chaoschapters.Chapter;
import io.chaoschapters.diagnosis.Diagnostician;
import io.chaoschapters.monitor.Monitor;
import io.chaoschapters.run.ChapterVerdict;
import io.chaoschapters.subject.Cluster;
import io.chaoschapters.subject.Subject;
import io.chaoschapters.toy.ToyCluster;
import io.chaoschapters.toy.ToySubject;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
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

  /** Gives texts, as an extension of a user's own may. */
  static final class Texts implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == String.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return "a text";
    }
  }

  @ChaosDemo(subject = "toy")
  static class FromOthers {
    @Chapter(order = 1, title = "A string")
    @ExtendWith(Texts.class)
    void string(String what) {
      assertThat(what).isEqualTo("a text");
    }
  }

  @Test
  void parameterOfAnExtensionOfAUser_isGiven() {
    assertThat(DemoRun.of(FromOthers.class).verdicts().values())
        .containsExactly(ChapterVerdict.PASS);
  }
}
