package io.chaoschapters.junit;

import static io.chaoschapters.diagnosis.grading.DiagnosisAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.chaoschapters.ChaosDemo;
import io.chaoschapters.Chapter;
import io.chaoschapters.Experiment;
import io.chaoschapters.diagnosis.Diagnostician;
import io.chaoschapters.monitor.Monitor;
import io.chaoschapters.report.trials.TrialLog;
import io.chaoschapters.report.trials.TrialOutcome;
import io.chaoschapters.report.trials.TrialResult;
import io.chaoschapters.report.trials.TrialRow;
import io.chaoschapters.report.trials.TrialTable;
import io.chaoschapters.report.trials.TrialTableFile;
import io.chaoschapters.run.AnswerMarks;
import io.chaoschapters.runtime.ComponentRuntime;
import io.chaoschapters.subject.ClusterSnapshot;
import io.chaoschapters.subject.ComponentStatus;
import io.chaoschapters.subject.Subject;
import io.chaoschapters.toy.ToyCluster;
import io.chaoschapters.toy.ToyQueueShow;
import io.chaoschapters.toy.ToySubject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** When evidence is gathered, and what is said of it that comes too late. */
class EvidenceTimingTest {
  /**
   * A question comes with the observation that raised the violation, or the next. How long one
   * takes depends on the machine; that whoever asks is next is tested where the monitor is.
   */
  private static final double ONE_OBSERVATION = 5;

  @ChaosDemo(subject = "toy")
  static class Asking {
    @Chapter(order = 1, title = "Asked at once")
    @Experiment("long-flood")
    void atOnce(Monitor monitor, Diagnostician ai) {
      monitor.awaitViolation("backlog-small");
      assertThat(ai.diagnose()).names("queue overflow");
    }

    @Chapter(order = 2, title = "Asked when all is over")
    @Experiment("flood")
    void tooLate(Monitor monitor, Diagnostician ai) {
      monitor.awaitViolation("backlog-small");
      monitor.awaitEnd();
      await().until(() -> monitor.observeNow().signal("backlog").asDouble().orElse(1) == 0);
      monitor.observeNow();
      ai.diagnose();
    }
  }

  /** The toy, whose nodes say of themselves what is wrong. */
  public static final class Outspoken extends ToySubject {
    @Override
    public ToyCluster start(ComponentRuntime runtime) {
      return new ToyCluster() {
        @Override
        public ClusterSnapshot observe() {
          ClusterSnapshot seen = super.observe();
          return new ClusterSnapshot(
              seen.components().stream().map(Outspoken::saying).toList(), seen.facts());
        }
      };
    }

    private static ComponentStatus saying(ComponentStatus seen) {
      return ComponentStatus.of(
          seen.id(), seen.role(), seen.health(), "watching for backlog overflow");
    }
  }

  @Test
  void chapter_saysHowLongAfterTheViolationItAsked_andWhetherTheFaultWasOver() throws IOException {
    DemoOutcome outcome =
        DemoRun.named("evidence-timing").service(Subject.class, Outspoken.class).run(Asking.class);

    List<JsonNode> asked = outcome.events("DIAGNOSIS_ASKED");
    assertThat(asked).hasSize(2);
    JsonNode early = asked.get(0).at("/data/marks");
    JsonNode late = asked.get(1).at("/data/marks");
    assertThat(early.path("afterViolationSeconds").asDouble(-1)).isBetween(0.0, ONE_OBSERVATION);
    assertThat(early.path("afterFault").asBoolean()).isFalse();
    assertThat(early.path("namedBySystem").get(0).asText()).isEqualTo("queue overflow");
    assertThat(late.path("afterFault").asBoolean()).isTrue();
    assertThat(late.path("afterViolationSeconds").asDouble()).isGreaterThan(0.1);

    AnswerMarks kept = outcome.summary().chapters().get(1).marks();
    assertThat(kept.afterFault()).isTrue();
    assertThat(kept.namedBySystem()).containsExactly("queue overflow");
    assertThat(outcome.printed()).containsPattern("ASKED +toy 1; asked .* after the fault");
    assertThat(Files.readString(outcome.folder().resolve("report.html")))
        .containsPattern("asked \\d\\.\\d s after the violation; named by the system itself")
        .containsPattern("after the violation, after the fault");
  }

  @Test
  void nobodyIsAsked_evidenceIsKeptAllTheSame() throws IOException {
    DemoOutcome outcome =
        DemoRun.named("evidence-of-nobody-" + System.nanoTime())
            .setting("ai", "nobody")
            .setting("trials.experiments", "flood,control")
            .trials(1, ToyQueueShow.class);

    assertThat(outcome.printed()).contains("nobody unsure (unsure)").doesNotContain("nobody right");
    try (Stream<Path> found = Files.walk(outcome.output().resolve("toy").resolve("trials"))) {
      assertThat(found.filter(file -> file.endsWith("evidence.json"))).hasSizeGreaterThan(1);
    }
  }

  /** Named terms and late questions count apart in every form of the table. */
  @Test
  void trials_countThemApart() throws IOException {
    DemoOutcome outcome =
        DemoRun.named("evidence-timing-trials-" + System.nanoTime())
            .service(Subject.class, Outspoken.class)
            .setting("trials.experiments", "flood,short-flood,freeze,control")
            .trials(1, ToyQueueShow.class);

    Path folder;
    try (Stream<Path> found = Files.list(outcome.output().resolve("toy").resolve("trials"))) {
      folder = found.findFirst().orElseThrow();
    }
    for (TrialResult result : TrialLog.read(folder).results()) {
      assertThat(result.outcome()).isEqualTo(TrialOutcome.MEASURED);
      AnswerMarks marks = result.marks();
      boolean flood = result.experiment().contains("flood");
      assertThat(marks.namedBySystem()).isEqualTo(flood ? List.of("queue overflow") : List.of());
      if (!result.experiment().equals("control")) {
        assertThat(marks.afterViolationSeconds()).isBetween(0.0, ONE_OBSERVATION);
      }
    }
    TrialTable table = TrialTableFile.read(folder.resolve(TrialTableFile.JSON_FILE));
    TrialRow faults = table.row("toy", TrialRow.FAULTS).orElseThrow();
    assertThat(faults.namedBySystem()).isEqualTo(2);
    assertThat(faults.asked().count()).isEqualTo(3);
    assertThat(outcome.printed()).contains("asked s", "after fault", "said by system");
    boolean late =
        TrialLog.read(folder).results().stream()
            .map(TrialResult::marks)
            .anyMatch(marks -> marks != null && marks.afterFault());
    assertThat(outcome.printed().contains(", asked after the fault")).isEqualTo(late);
  }
}
