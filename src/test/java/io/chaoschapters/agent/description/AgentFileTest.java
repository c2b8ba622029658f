package io.chaoschapters.agent.description;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chaoschapters.diagnosis.Diagnosers;
import io.chaoschapters.settings.InvalidSettingException;
import io.chaoschapters.settings.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Descriptions of agents, and what is said about their mistakes. */
class AgentFileTest {
  @TempDir Path folder;

  private static AgentDescription read(String text) {
    return AgentFile.read(
        "my.yaml", text.getBytes(StandardCharsets.UTF_8), Duration.ofSeconds(120));
  }

  @Test
  void whole_isRead() {
    AgentDescription agent =
        read(
            """
            agent: my-agent
            kind: command
            title: Mine.
            command: [my-agent, --question, '{question}']
            environment: [MY_KEY]
            files:
              conf/a.json: '{"url": "{mcp_url}"}'
            readable: [/opt/my-agent]
            limits: {time: 5m, calls: 7, bytes: 1000}
            isolation: bubblewrap
            network: closed
            reaches: ['127.0.0.1:8080', '127.0.0.1:9000']
            """);

    assertThat(agent.command()).containsExactly("my-agent", "--question", "{question}");
    assertThat(agent.limits()).isEqualTo(new AgentLimits(Duration.ofMinutes(5), 7, 1000));
    assertThat(agent.files()).containsEntry("conf/a.json", "{\"url\": \"{mcp_url}\"}");
    assertThat(agent.evidence()).isFalse();
    assertThat(agent.network()).isEqualTo(new AgentNetwork(true, List.of(8080, 9000)));
    assertThat(agent.network().words())
        .isEqualTo("the network is closed but for the tools and 127.0.0.1:8080 and 127.0.0.1:9000");
  }

  @Test
  void least_hasTheUsualLimits() {
    AgentDescription agent = read("agent: guest\nkind: mcp\n");

    assertThat(agent.limits())
        .isEqualTo(
            new AgentLimits(
                Duration.ofSeconds(120), AgentLimits.USUAL_CALLS, AgentLimits.USUAL_BYTES));
    assertThat(agent.isolation()).isEqualTo("auto");
    assertThat(agent.network()).isEqualTo(AgentNetwork.OPEN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "agent: a\\nkind: robot | my.yaml:2: ",
        "agent: a\\nkind: command | my.yaml:2: an agent of the kind command needs 'command'.",
        "agent: a\\nkind: mcp\\ncommand: [x] | my.yaml:3: an agent of the kind mcp has no 'command'.",
        "agent: a\\nkind: http | my.yaml:2: an agent of the kind http needs 'url'.",
        "agent: a\\nkind: mcp\\nlimit: 3 | my.yaml:3: unknown key 'limit' at the top of the file",
        "agent: a\\nkind: mcp\\nlimits:\\n  clock: 3 | my.yaml:4: unknown key 'clock' in 'limits'",
        "agent: a\\nkind: mcp\\nlimits:\\n  calls: 0 | my.yaml:4: 'calls' is 0; it must be a whole number from 1 to",
        "agent: a\\nkind: mcp\\nlimits:\\n  calls: 99999999999999 | my.yaml:4: 'calls' is 99999999999999;",
        "agent: a\\nkind: mcp\\nlimits:\\n  time: soon | my.yaml:4: 'time': 'soon'",
        "agent: a\\nkind: mcp\\nnetwork: closed | my.yaml:3: an agent of the kind mcp is not started here, so its network cannot be closed.",
        "agent: a\\nkind: command\\ncommand: [x]\\nnetwork: shut | my.yaml:4: ",
        "agent: a\\nkind: command\\ncommand: [x]\\nisolation: folder\\nnetwork: closed | my.yaml:5: only bubblewrap closes a network",
        "agent: a\\nkind: command\\ncommand: [x]\\nreaches: ['127.0.0.1:8080'] | my.yaml:4: an open network reaches all",
        "agent: a\\nkind: command\\ncommand: [x]\\nnetwork: closed\\nreaches: [example.org:443] | my.yaml:5: 'example.org:443' in 'reaches' must be an address such as 127.0.0.1:8080",
        "agent: a\\nkind: command\\ncommand: [x]\\nnetwork: closed\\nreaches:\\n- 127.0.0.1:80 | my.yaml:6: '127.0.0.1:80' in 'reaches' must be an address such as 127.0.0.1:8080, with a port from 1024 to 65535.",
        "agent: A b\\nkind: mcp | my.yaml:1: 'agent': ",
        "kind: mcp | my.yaml:1: key 'agent' is missing",
        "agent: a\\nkind: mcp\\nkind: mcp | my.yaml:3: key 'kind' is there twice",
        "agent: [a | my.yaml:1: this is not YAML",
        "agent: a\\nkind: mcp\\nfiles: {../x: y} | my.yaml:3: '../x' must be a path below",
        "agent: a\\nkind: command\\ncommand: [x, '{mcp_adress}'] | my.yaml:3: '{mcp_adress}' stands for nothing (known: "
      })
  void mistake_isToldWithItsLine(String text, String sentence) {
    assertThatThrownBy(() -> read(text.replace("\\n", "\n")))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageStartingWith(sentence);
  }

  @Test
  void empty_isRefused() {
    assertThatThrownBy(() -> read("")).hasMessageStartingWith("my.yaml: the file is empty");
  }

  @Test
  void unknownAgent_listsTheKnown() throws IOException {
    Path file = Files.writeString(folder.resolve("b.yaml"), "agent: my-guest\nkind: mcp\n");
    Settings settings = Settings.of(Map.of("ai.agent", file.toString()));

    assertThatThrownBy(() -> Diagnosers.open("no-such-agent", settings))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining("my-guest")
        .hasMessageContaining("opencode")
        .hasMessageContaining("semantic");
    assertThat(Diagnosers.known(settings)).contains("my-guest", "opencode", "mcp", "semantic");
  }

  @Test
  void fileIsMissing_isToldWithTheSetting() {
    Settings settings = Settings.of(Map.of("ai.agent", "/nowhere/a.yaml"));

    assertThatThrownBy(() -> Diagnosers.open("a", settings))
        .hasMessageStartingWith(
            "Setting 'ai.agent' (from -Dai.agent) names /nowhere/a.yaml, which cannot be read");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "opencode",
        "qwen-code",
        "gemini-cli",
        "claude-code",
        "codex",
        "goose",
        "holmesgpt",
        "fast-agent",
        "mcp"
      })
  void shipped_canBeRead(String id) throws IOException {
    try (var in = AgentFile.class.getResourceAsStream("/agents/" + id + ".yaml")) {
      AgentDescription agent =
          AgentFile.read(id + ".yaml", in.readAllBytes(), Duration.ofSeconds(120));
      assertThat(agent.id()).isEqualTo(id);
    }
  }
}
