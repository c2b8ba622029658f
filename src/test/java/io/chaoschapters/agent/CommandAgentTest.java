package io.chaoschapters.agent;

import static io.chaoschapters.agent.Asked.situation;
import static io.chaoschapters.agent.Asked.work;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chaoschapters.diagnosis.Diagnosis;
import io.chaoschapters.diagnosis.DiagnosisException;
import io.chaoschapters.diagnosis.EvidenceCase;
import io.chaoschapters.diagnosis.Verdict;
import io.chaoschapters.diagnosis.grading.DiagnosisGrader;
import io.chaoschapters.diagnosis.grading.Grade;
import io.chaoschapters.diagnosis.leak.LeakException;
import io.chaoschapters.run.AgentEvent;
import io.chaoschapters.run.AgentWork.Ending;
import io.chaoschapters.runtime.process.ProcessStates;
import io.chaoschapters.runtime.process.Programs;
import io.chaoschapters.text.RootLocale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Agents that are programs, well-behaved and not. */
class CommandAgentTest {
  private static final String SHORT = "limits: {time: 3s, calls: 12, bytes: 200000}\n";

  @TempDir Path scratch;
  private Asked asked;

  @BeforeEach
  void pythonIsThere() throws IOException {
    Assumptions.assumeTrue(Programs.onPath("python3").isPresent(), "no python3");
    asked = new Asked(scratch);
  }

  private static Grade.Outcome grade(Diagnosis diagnosis) {
    return DiagnosisGrader.findsNoAnomaly(diagnosis).outcome();
  }

  @Test
  void agent_looksAroundAndSubmits_isGradedAndEveryStepIsKept() throws IOException {
    EvidenceCase fault = situation(false);
    String yaml =
        RootLocale.format(
            "agent: a\nkind: command\nreadable: ['%s']\ncommand: [python3, '%s', good, '{mcp_url}', '{mcp_token}', '%s']\n",
            asked.program().getParent(), asked.program(), fault.expect());

    Diagnosis answer = asked.ask(yaml, fault, Map.of());

    assertThat(fault.grade(answer).isRight()).isTrue();
    assertThat(work(answer).ending()).isEqualTo(Ending.SUBMITTED);
    assertThat(work(answer).calls()).isEqualTo(9);
    assertThat(work(answer).bytes()).isPositive();
    assertThat(work(answer).firstCallSeconds()).isPositive();
    List<AgentEvent.Called> calls =
        asked.steps.stream()
            .filter(AgentEvent.Called.class::isInstance)
            .map(AgentEvent.Called.class::cast)
            .toList();
    assertThat(calls).hasSize(10).allMatch(call -> call.refused() == null);
    assertThat(calls.get(9).tool()).isEqualTo("submit_diagnosis");
    List<String> lines = asked.trajectory(answer).lines().toList();
    assertThat(lines).hasSize(12);
    JsonNode call = new ObjectMapper().readTree(lines.get(2));
    assertThat(call.path("tool").asText()).isEqualTo("list_components");
    assertThat(call.path("sha256").asText()).hasSize(64);
    assertThat(call.path("bytes").asLong()).isEqualTo(calls.get(0).bytes());
  }

  @ParameterizedTest
  @CsvSource({
    "exits,NEVER_CONNECTED",
    "fails,CRASHED",
    "sleeps,NEVER_CONNECTED",
    "connects-only,OVER_BUDGET",
    "connects-and-exits,NO_SUBMISSION",
    "never-submits,NO_SUBMISSION",
    "nonsense,NO_SUBMISSION",
    "floods-calls,OVER_BUDGET",
    "floods-output,OVER_BUDGET",
    "loses-connection,CRASHED",
    "wrong-token,CRASHED",
    "foreign-origin,CRASHED",
    "foreign-host,CRASHED",
    "peeks,PEEKED"
  })
  void agent_withoutAnAnswerThatCounts_hasAnOutcomeOfItsOwn(String mode, Grade.Outcome outcome)
      throws IOException {
    Diagnosis answer = asked.command(mode, SHORT);

    assertThat(answer.mechanism()).isNotEmpty();
    assertThat(answer.verdict()).isEqualTo(Verdict.INVALID);
    assertThat(grade(answer)).isEqualTo(outcome);
    assertThat(asked.trajectory(answer)).contains("\"ending\":\"" + outcome + "\"");
  }

  @ParameterizedTest
  @CsvSource({
    "submits-twice,RIGHT,SUBMITTED",
    "nonsense-then-good,RIGHT,SUBMITTED",
    "stops-at-budget,RIGHT,SUBMITTED",
    "unknown-term,FALSE_ALARM,SUBMITTED",
    "prints,RIGHT,ANSWERED",
    "tomorrow,RIGHT,SUBMITTED",
    "two-clients,RIGHT,SUBMITTED",
    "unknowns,RIGHT,SUBMITTED"
  })
  void agent_withAnAnswer_isGradedAsAnyDiagnoser(String mode, Grade.Outcome outcome, Ending ending)
      throws IOException {
    Diagnosis answer = asked.command(mode, "limits: {time: 20s, calls: 12}\n");

    assertThat(grade(answer)).as(answer.mechanism()).isEqualTo(outcome);
    assertThat(work(answer).ending()).isEqualTo(ending);
  }

  @Test
  void agent_printsWhatCannotBeRead_theReasonIsTold() throws IOException {
    String yaml = "agent: a\nkind: command\ncommand: [echo, '{\"verdict\": \"none\"}']\n";

    Diagnosis answer = asked.ask(yaml, situation(false), Map.of());

    assertThat(work(answer).ending()).isEqualTo(Ending.NEVER_CONNECTED);
    assertThat(answer.mechanism()).contains("what it said cannot be read").contains("required");
  }

  @Test
  void agent_claimsToHaveLooked_theMarkSaysThatItDidNot() throws IOException {
    Diagnosis answer = asked.command("claims", SHORT);

    assertThat(answer.verdict()).isEqualTo(Verdict.NONE);
    assertThat(work(answer).usedNoTool()).isTrue();
    assertThat(work(answer).firstCallSeconds()).isNull();
  }

  @ParameterizedTest
  @CsvSource({"wrong-token,401", "foreign-origin,403", "foreign-host,421"})
  void stranger_isTurnedAway(String mode, String status) throws IOException {
    Diagnosis answer = asked.command(mode, SHORT);

    assertThat(answer.mechanism()).contains("refused with " + status);
    assertThat(asked.steps).noneMatch(AgentEvent.Called.class::isInstance);
  }

  @Test
  void agent_hangsOnShutdown_isKilled() throws IOException {
    long began = System.nanoTime();

    Diagnosis answer = asked.command("hangs", "limits: {time: 60s}\n");

    assertThat(work(answer).ending()).isEqualTo(Ending.SUBMITTED);
    assertThat((System.nanoTime() - began) / 1e9).isLessThan(30);
  }

  /** To end it takes longer than a quarter of the time it had; that is not its own time. */
  @Test
  void agent_hangsAndIsDeafToo_isOverBudgetAllTheSame() throws IOException {
    Diagnosis answer = asked.command("deaf", "isolation: folder\nlimits: {time: 2s}\n");

    assertThat(work(answer).ending()).isEqualTo(Ending.OVER_BUDGET);
  }

  @ParameterizedTest
  @ValueSource(strings = {"folder", "auto"})
  void agent_forksChildren_allEndWithIt(String isolation) throws IOException {
    Path pid = asked.program().getParent().resolve("child.pid");
    String place = isolation.equals("folder") ? pid.toString() : "child.pid";

    Diagnosis answer =
        asked.command("forks", "isolation: " + isolation + "\nlimits: {time: 20s}\n", place);

    assertThat(work(answer).ending()).isEqualTo(Ending.SUBMITTED);
    if (isolation.equals("folder")) {
      long child = Long.parseLong(Files.readString(pid));
      assertThat(ProcessStates.of(child)).isEqualTo(ProcessStates.State.GONE);
    }
    assertThat(
            ProcessHandle.allProcesses()
                .map(process -> process.info().commandLine().orElse(""))
                .filter(line -> line.contains("child.pid") && line.contains("setsid")))
        .isEmpty();
  }

  @Test
  void agent_seesItsOwnFolderAndTheVariablesThatAreListed() throws IOException {
    Diagnosis answer =
        asked.command(
            "environment",
            "isolation: folder\nenvironment: [JAVA_HOME]\nfiles: {note.txt: 'at {mcp_url}'}\n");

    JsonNode seen = new ObjectMapper().readTree(answer.mechanism());
    assertThat(answer.advice()).startsWith("at http://127.0.0.1:").endsWith("/mcp");
    assertThat(seen.path("files").toString()).isEqualTo("[\"note.txt\"]");
    assertThat(seen.path("env").path("HOME")).isEqualTo(seen.path("cwd"));
    assertThat(seen.toString().toLowerCase(java.util.Locale.ROOT))
        .doesNotContain("chaos", asked.run.toString());
    List<String> names = new java.util.ArrayList<>();
    seen.path("env").fieldNames().forEachRemaining(names::add);
    names.retainAll(System.getenv().keySet());
    names.removeIf(name -> name.startsWith("PYENV")); // made by a wrapper around Python
    assertThat(names)
        .isSubsetOf(
            "PATH",
            "LANG",
            "LC_ALL",
            "LC_CTYPE",
            "TZ",
            "HOME",
            "TMPDIR",
            "JAVA_HOME",
            "PWD",
            "SHLVL",
            "_");
  }

  @Test
  void agent_inBubblewrap_seesNeitherProjectNorRun() throws IOException {
    Assumptions.assumeTrue(Programs.onPath("bwrap").isPresent(), "no bwrap");
    String project = Path.of("").toAbsolutePath().toString();

    Diagnosis answer =
        asked.command("looks-around", "isolation: bubblewrap\n", project, asked.run.toString());

    assertThat(answer.mechanism()).isEqualTo("saw: []");
    assertThat(work(answer).isolation()).contains("bubblewrap");
  }

  @Test
  void agent_withoutBarriers_seesTheProject_andThatIsSaid() throws IOException {
    String project = Path.of("").toAbsolutePath().toString();

    Diagnosis answer = asked.command("looks-around", "isolation: folder\n", project);

    assertThat(answer.mechanism()).contains(project);
    assertThat(work(answer).isolation()).contains("without other barriers");
  }

  @Test
  void agent_speaksThroughTheBridge() throws IOException {
    Diagnosis answer = asked.command("bridge", "limits: {time: 30s}\n", "{mcp_stdio_servers}");

    assertThat(answer.mechanism()).isEqualTo("9 tools");
    assertThat(work(answer).calls()).isEqualTo(1);
  }

  @Test
  void program_isMissing_isNoAnswerAtAll() {
    assertThatThrownBy(
            () ->
                asked.ask(
                    "agent: a\nkind: command\ncommand: [no-such-program]\nisolation: folder\n"))
        .isInstanceOf(DiagnosisException.class)
        .hasMessage(
            "The program 'no-such-program' of agent 'a' is not on the PATH. Install it, or write its path into the description.");
  }

  @Test
  void whatToolsTell_givesTheAnswerAway_nobodyIsShownIt() {
    String component = situation(true).evidence().components().get(0).id();
    asked.forbidding(component);

    assertThatThrownBy(() -> asked.command("never-submits", SHORT))
        .isInstanceOf(LeakException.class);
  }
}
