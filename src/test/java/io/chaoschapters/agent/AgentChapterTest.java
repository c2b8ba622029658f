package io.chaoschapters.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.ChaosDemo;
import io.chaoschapters.Chapter;
import io.chaoschapters.Experiment;
import io.chaoschapters.diagnosis.Diagnostician;
import io.chaoschapters.junit.DemoOutcome;
import io.chaoschapters.junit.DemoRun;
import io.chaoschapters.monitor.Monitor;
import io.chaoschapters.run.ChapterVerdict;
import io.chaoschapters.runtime.process.Programs;
import io.chaoschapters.text.RootLocale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An agent in a chapter: it looks at the system that runs, and every step is in the record. */
class AgentChapterTest {
  /** Each server of tools has a thread that accepts connections to its port. */
  static final Pattern OURS = Pattern.compile("^(http-nio|Catalina|agent-|woken-)");

  private static final Pattern MEDIANS =
      Pattern.compile("ping[^0-9]{1,9}([0-9.e-]+)[^0-9]{1,12}tool[^0-9]{1,9}([0-9.e-]+)");

  @TempDir Path scratch;

  @ChaosDemo(subject = "toy")
  static class Flood {
    @Chapter(order = 1, title = "Three times what it holds")
    @Experiment("flood")
    void flood(Monitor monitor, Diagnostician ai) {
      monitor.awaitViolation("backlog-small");
      ai.diagnose();
    }
  }

  @Test
  void agent_looksAtTheSystemThatRuns_besideAnotherDiagnoser() throws IOException {
    Assumptions.assumeTrue(Programs.onPath("python3").isPresent(), "no python3");
    Path file = agent("live", "30s");

    DemoOutcome outcome =
        DemoRun.named("agent")
            .setting("ai", "mine,toy")
            .setting("ai.agent", file.toString())
            .run(Flood.class);

    assertThat(outcome.verdicts().values()).containsExactly(ChapterVerdict.PASS);
    Path run = outcome.folder();
    assertThat(run.resolve("chapters/01-flood/answer.txt")).content().contains("grows: ");
    assertThat(run.resolve("journal.jsonl"))
        .content()
        .contains(
            "\"type\":\"AGENT_ASKED\"",
            "\"type\":\"AGENT_CONNECTED\"",
            "\"type\":\"AGENT_CALLED\"",
            "\"ending\":\"SUBMITTED\"");
    assertThat(run.resolve("agents/mine/0001/trajectory.jsonl")).isNotEmptyFile();
    assertThat(run.resolve("report.html"))
        .content()
        .contains("command agent, submitted: 3 calls", "agents/mine/0001/trajectory.jsonl");
    assertThat(outcome.printed()).contains("CALLED").contains("mine read_signal");
  }

  @Test
  void agent_asksThePrometheusOfTheRun() throws IOException {
    Assumptions.assumeTrue(Programs.onPath("python3").isPresent(), "no python3");
    Optional<Path> prometheus = Programs.onPath("prometheus");
    Assumptions.assumeTrue(prometheus.isPresent(), "no prometheus");

    // By its path: by itself none is started here, as the toy has nothing to scrape.
    DemoOutcome outcome = flood("promql", prometheus.orElseThrow().toString());

    assertThat(outcome.verdicts().values()).containsExactly(ChapterVerdict.PASS);
    assertThat(outcome.folder().resolve("chapters/01-flood/answer.txt")).content().contains("is 7");
  }

  @Test
  void withoutAPrometheus_thereIsNoToolForIt() throws IOException {
    Assumptions.assumeTrue(Programs.onPath("python3").isPresent(), "no python3");

    DemoOutcome outcome = flood("promql", "embedded");

    assertThat(outcome.folder().resolve("chapters/01-flood/answer.txt"))
        .content()
        .contains("none is listed");
  }

  /** Describes agent.py behaving in a way. */
  private Path agent(String mode, String time) throws IOException {
    Asked asked = new Asked(scratch);
    String yaml =
        RootLocale.format(
            "agent: mine\nkind: command\nreadable: ['%s']\ncommand: [python3, '%s', %s, '{mcp_url}', '{mcp_token}']\nlimits: {time: %s}\n",
            asked.program().getParent(), asked.program(), mode, time);
    return Files.writeString(scratch.resolve("mine.yaml"), yaml);
  }

  private DemoOutcome flood(String mode, String prometheus) throws IOException {
    Path file = agent(mode, "30s");
    return DemoRun.named("agent")
        .setting("ai", "mine")
        .setting("prometheus", prometheus)
        .setting("ai.agent", file.toString())
        .run(Flood.class);
  }

  /**
   * Against a question of the protocol that needs no system, so that a busy machine counts for
   * both.
   */
  @Test
  void useOfATool_takesLittleMoreThanAPing() throws IOException {
    Assumptions.assumeTrue(Programs.onPath("python3").isPresent(), "no python3");
    Path file = agent("times", "120s");

    DemoOutcome outcome =
        DemoRun.named("agent-times")
            .setting("ai", "mine")
            .setting("ai.agent", file.toString())
            .run(Flood.class);

    Matcher medians =
        MEDIANS.matcher(Files.readString(outcome.folder().resolve("chapters/01-flood/answer.txt")));
    assertThat(medians.find()).isTrue();
    double ping = Double.parseDouble(medians.group(1));
    double tool = Double.parseDouble(medians.group(2));
    System.out.printf(
        Locale.ROOT, "a ping takes %.1f ms, a tool %.1f ms%n", ping * 1000, tool * 1000);
    assertThat(tool / ping).isLessThan(6);
  }

  @ChaosDemo(subject = "toy")
  static class LooksAtThreads {
    @Chapter(order = 1, title = "Three times what it holds")
    @Experiment("flood")
    void flood(Monitor monitor, Diagnostician ai) {
      monitor.awaitViolation("backlog-small");
      ai.diagnose();
      assertThat(Thread.getAllStackTraces().keySet())
          .extracting(Thread::getName)
          .noneMatch(name -> OURS.matcher(name).find());
    }
  }

  /** The names are those of {@link VisitorTest#serverIsGone_withTheAgent}. */
  @Test
  void runWithoutAgents_hasNoThreadAndNoServerForThem() {
    assertThat(DemoRun.named("no-agent").run(LooksAtThreads.class).verdicts().values())
        .containsExactly(ChapterVerdict.PASS);
  }
}
