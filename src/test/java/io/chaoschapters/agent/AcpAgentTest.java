package io.chaoschapters.agent;

import static io.chaoschapters.agent.Asked.work;
import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.diagnosis.Diagnosis;
import io.chaoschapters.diagnosis.Verdict;
import io.chaoschapters.run.AgentEvent;
import io.chaoschapters.run.AgentWork.Ending;
import io.chaoschapters.runtime.process.Programs;
import io.chaoschapters.text.RootLocale;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Agents that speak the Agent Client Protocol, well-behaved and not. */
class AcpAgentTest {
  @TempDir Path scratch;
  private Asked asked;

  @BeforeEach
  void pythonIsThere() throws IOException {
    Assumptions.assumeTrue(Programs.onPath("python3").isPresent(), "no python3");
    asked = new Asked(scratch);
  }

  private Diagnosis ask(String mode, String seconds) throws IOException {
    Path program = asked.copied("acp.py");
    asked.program();
    return asked.ask(
        RootLocale.format(
            "agent: a\nkind: acp\nreadable: ['%s']\ncommand: [python3, '%s', %s]\nlimits: {time: %s}\n",
            program.getParent(), program, mode, seconds));
  }

  @ParameterizedTest
  @CsvSource({
    "good,SUBMITTED",
    "noise,SUBMITTED",
    "stdio,SUBMITTED",
    "says,ANSWERED",
    "gives-up,NEVER_CONNECTED",
    "only-noise,CRASHED",
    "tomorrow,CRASHED",
    "floods,OVER_BUDGET",
    "no-login,CRASHED"
  })
  void agent_endsInItsWay(String mode, Ending ending) throws IOException {
    Diagnosis answer = ask(mode, "30s");

    assertThat(work(answer).ending()).as(answer.mechanism()).isEqualTo(ending);
    assertThat(answer.verdict()).isEqualTo(ending.isAnswer() ? Verdict.NONE : Verdict.INVALID);
  }

  @Test
  void whatItSays_isShownAsItComes_andItsTokensAreCounted() throws IOException {
    Diagnosis answer = ask("says", "30s");

    assertThat(asked.said).startsWith("Let me see. {");
    assertThat(answer.provenance().rawAnswer()).startsWith("{");
    assertThat(answer.provenance().promptTokens()).isEqualTo(11);
    assertThat(answer.provenance().answerTokens()).isEqualTo(7);
  }

  @Test
  void permissions_areGivenForOurToolsOnly_andCounted() throws IOException {
    Diagnosis answer = ask("asks", "30s");

    assertThat(work(answer).ending()).as(answer.mechanism()).isEqualTo(Ending.SUBMITTED);
    assertThat(work(answer).permissions()).isEqualTo(4);
    assertThat(
            asked.steps.stream()
                .filter(AgentEvent.Permission.class::isInstance)
                .map(AgentEvent.Permission.class::cast)
                .filter(AgentEvent.Permission::allowed)
                .map(AgentEvent.Permission::wanted))
        .containsExactly("other: list_components (oncall MCP Server)");
  }

  @Test
  void refusedLogin_isToldInItsWords() throws IOException {
    assertThat(ask("no-login", "30s").mechanism())
        .isEqualTo("it does not answer session/new: Authentication required");
  }

  @Test
  void versionOfTomorrow_isToldWithBoth() throws IOException {
    assertThat(ask("tomorrow", "30s").mechanism())
        .startsWith(
            "it wants to speak version 2 of the Agent Client Protocol, and here only version 1");
  }

  @Test
  void noise_isTold() throws IOException {
    assertThat(ask("only-noise", "30s").mechanism()).contains("Usage: agent [options]");
  }

  @ParameterizedTest
  @CsvSource({"silent,NEVER_CONNECTED", "never-ends,OVER_BUDGET"})
  void agent_takesTooLong_isCalledOff(String mode, Ending ending) throws IOException {
    assertThat(work(ask(mode, "2s")).ending()).isEqualTo(ending);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "oncall_list_components | other | true",
        "mcp__oncall__read_log | | true",
        "read_log (oncall MCP Server): {\"component\": \"a\"} | other | true",
        "list_components; rm -rf / | other | false",
        "bash list_components | other | false",
        "oncall_list_components | execute | false",
        "list_components (other MCP Server) | other | false"
      })
  void policy_knowsOurTools(String title, String kind, boolean allowed) {
    PermissionPolicy policy =
        new PermissionPolicy(io.chaoschapters.agent.tools.ToolDescription.all());

    assertThat(policy.allows(title, kind == null ? "" : kind, List.of("Yes", "No")))
        .isEqualTo(allowed);
  }

  @Test
  void policy_knowsOurTools_byWhatIsOffered() {
    PermissionPolicy policy =
        new PermissionPolicy(io.chaoschapters.agent.tools.ToolDescription.all());

    assertThat(policy.allows("{}", "other", List.of("Always Allow in project: read_log", "No")))
        .isTrue();
    assertThat(policy.allows("{}", "other", List.of("Always Allow in project: rm", "No")))
        .isFalse();
    assertThat(policy.allows("{}", "execute", List.of("Always Allow in project: read_log")))
        .isFalse();
  }
}
