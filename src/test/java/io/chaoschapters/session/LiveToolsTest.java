package io.chaoschapters.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.ChaosDemo;
import io.chaoschapters.Chapter;
import io.chaoschapters.Experiment;
import io.chaoschapters.diagnosis.Diagnoser;
import io.chaoschapters.diagnosis.DiagnoserProvider;
import io.chaoschapters.diagnosis.Diagnosis;
import io.chaoschapters.diagnosis.Diagnostician;
import io.chaoschapters.diagnosis.Inquiry;
import io.chaoschapters.diagnosis.Privacy;
import io.chaoschapters.diagnosis.Provenance;
import io.chaoschapters.diagnosis.Verdict;
import io.chaoschapters.diagnosis.evidence.Evidence;
import io.chaoschapters.diagnosis.evidence.EvidenceText;
import io.chaoschapters.diagnosis.evidence.SystemTools;
import io.chaoschapters.junit.DemoOutcome;
import io.chaoschapters.junit.DemoRun;
import io.chaoschapters.monitor.Monitor;
import io.chaoschapters.run.ChapterVerdict;
import io.chaoschapters.runtime.Component;
import io.chaoschapters.runtime.ComponentRuntime;
import io.chaoschapters.runtime.LogLine;
import io.chaoschapters.settings.Settings;
import io.chaoschapters.subject.Subject;
import io.chaoschapters.toy.ToyCluster;
import io.chaoschapters.toy.ToyComponent;
import io.chaoschapters.toy.ToySubject;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a diagnoser is shown of the system that runs, and what settings take out of it. */
class LiveToolsTest {
  private static final String SAID = "dial 10.0.3.17:6379 failed, password=hunter2";
  private static final String REDACTED = "dial <address> failed, password=<token>";

  /** The toy, with a third component that tells too much once too many items wait. */
  public static final class Chatty extends ToySubject {
    @Override
    public ToyCluster start(ComponentRuntime runtime) {
      Scribe scribe = new Scribe();
      scribe.says("it begins");
      return new ToyCluster() {
        @Override
        public List<Component> components() {
          return Stream.concat(super.components().stream(), Stream.of(scribe)).toList();
        }

        @Override
        public void backlog(double items) {
          super.backlog(items);
          if (items > 0) {
            scribe.says("it goes on");
            scribe.says(SAID);
          }
        }
      };
    }
  }

  private static final class Scribe extends ToyComponent {
    private final List<LogLine> lines = new CopyOnWriteArrayList<>();

    private Scribe() {
      super("scribe");
    }

    private void says(String text) {
      lines.add(new LogLine(Instant.now(), id(), text));
    }

    @Override
    public List<LogLine> logsSince(Instant since) {
      return lines.stream().filter(line -> !line.at().isBefore(since)).toList();
    }
  }

  /** Looks at everything, and says what it saw. */
  public static final class CuriousProvider implements DiagnoserProvider {
    @Override
    public String id() {
      return "curious";
    }

    @Override
    public Diagnoser open(Settings settings) {
      return new Curious();
    }
  }

  private static final class Curious implements Diagnoser {
    @Override
    public String id() {
      return "curious";
    }

    @Override
    public String version() {
      return "1";
    }

    @Override
    public String description() {
      return "Looks at everything.";
    }

    @Override
    public Privacy privacy() {
      return Privacy.staysOnMachine();
    }

    @Override
    public Diagnosis diagnose(Inquiry inquiry) {
      String seen = inquiry.tools().map(Curious::look).orElse("no tools");
      return answer(inquiry.evidence(), seen);
    }

    private static String look(SystemTools tools) {
      return String.join(
          "\n--\n",
          tools.listComponents(),
          tools.queryMetric("backlog"),
          tools.queryMetric("nonsense"),
          tools.readLog("scribe", 2),
          tools.readLog("nobody", 2),
          tools.checkInvariants());
    }

    private static Diagnosis answer(Evidence evidence, String seen) {
      return new Diagnosis(
          Verdict.NONE,
          List.of(),
          null,
          "",
          List.of(),
          List.of(),
          1,
          "",
          evidence.glossary(),
          Provenance.of("curious", "1", 0, EvidenceText.markdown(evidence), seen));
    }
  }

  @ChaosDemo(subject = "toy")
  static class Flood {
    @Chapter(order = 1, title = "Three times what it holds")
    @Experiment("flood")
    void flood(Monitor monitor, Diagnostician ai) {
      monitor.awaitViolation("backlog-small");
      ai.diagnose();
    }
  }

  private static DemoRun run(String name) {
    return DemoRun.named(name)
        .service(Subject.class, Chatty.class)
        .service(DiagnoserProvider.class, CuriousProvider.class)
        .setting("ai", "curious");
  }

  private static org.assertj.core.api.AbstractStringAssert<?> kept(
      DemoOutcome outcome, String name) {
    assertThat(outcome.verdicts().values()).containsExactly(ChapterVerdict.PASS);
    return assertThat(outcome.folder().resolve("chapters/01-flood").resolve(name)).content();
  }

  @Test
  void toolsOn_everyToolTellsOfTheSystemAsItIs() {
    kept(run("tools").setting("ai.tools", "true").run(Flood.class), "answer.txt")
        .contains("node-1 (node) answers")
        .containsPattern("backlog \\(.*\\) in items, by the age of the reading:\\R.* s: \\d")
        .contains(SAID, "it goes on")
        .doesNotContain("it begins")
        .containsPattern("does not hold, measured \\d+, bound ")
        .doesNotContain("nonsense", "nobody");
  }

  @Test
  void toolsOff_thereAreNone() {
    kept(run("no-tools").run(Flood.class), "answer.txt").isEqualTo("no tools");
  }

  @Test
  void redactOn_neitherToolsNorEvidenceTellPlacesAndKeys() {
    DemoOutcome outcome =
        run("redact").setting("ai.tools", "true").setting("ai.redact", "true").run(Flood.class);
    kept(outcome, "answer.txt").contains(REDACTED).doesNotContain("10.0.3.17", "hunter2");
    for (String name : List.of("prompt.txt", "evidence.json", "evidence.md")) {
      kept(outcome, name).contains("dial ").doesNotContain("10.0.3.17", "hunter2");
    }
  }

  @Test
  void redactOff_evidenceIsAsItWas() {
    kept(run("no-redact").run(Flood.class), "prompt.txt").contains("10.0.3.17:6379");
  }
}
