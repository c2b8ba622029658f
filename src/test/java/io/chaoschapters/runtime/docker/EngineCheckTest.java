package io.chaoschapters.runtime.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chaoschapters.runtime.RuntimeFailureException;
import io.chaoschapters.runtime.RuntimeProvider.Availability;
import io.chaoschapters.runtime.docker.engine.EngineAddress;
import io.chaoschapters.runtime.docker.engine.EngineCheck;
import io.chaoschapters.settings.Settings;
import io.chaoschapters.text.RootLocale;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineCheckTest {
  @TempDir Path folder;
  private Path socket;
  private FakeEngine engine;

  @BeforeEach
  void nameSocket() {
    socket = folder.resolve("e.sock");
  }

  @AfterEach
  void end() throws IOException {
    if (engine != null) {
      engine.close();
    }
  }

  @Test
  void engineAnswers_itsVersionIsTold() throws IOException {
    engine =
        new FakeEngine(
            socket,
            request -> FakeEngine.json(200, "{\"Version\":\"27.1\",\"ApiVersion\":\"1.46\"}"));

    assertThat(EngineCheck.probe(socket))
        .isEqualTo(new EngineCheck(true, "the Docker engine 27.1 answers"));
  }

  @Test
  void engineWithoutTheImages_isNotUsableAndTheImageIsNamed() throws IOException {
    engine =
        new FakeEngine(
            socket,
            request ->
                request.contains("/version")
                    ? FakeEngine.json(200, "{\"Version\":\"27.1\",\"ApiVersion\":\"1.46\"}")
                    : FakeEngine.json(request.startsWith("GET") ? 404 : 500, "{}"));
    DockerRuntimeProvider provider = new DockerRuntimeProvider(() -> new EngineAddress(socket, ""));

    Availability found =
        provider.availability(List.of("example.com/no/such:1"), Settings.of(Map.of()));

    assertThat(found.usable()).isFalse();
    assertThat(found.reason())
        .startsWith("the Docker engine 27.1 answers, but: ")
        .containsPattern("[\\w./]+:[\\w.]+");
  }

  @Test
  void nobodyListens_saysToStartIt() throws IOException {
    leaveSocketBehind();

    assertThat(EngineCheck.probe(socket)).isEqualTo(new EngineCheck(false, notListening()));
  }

  private void leaveSocketBehind() throws IOException {
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(socket));
    }
  }

  private String notListening() {
    return RootLocale.format("no Docker engine listens at %s; start it", socket);
  }

  @Test
  void engineHangs_saysSoInTime() throws IOException {
    engine = new FakeEngine(socket, request -> "");

    assertThat(EngineCheck.probe(socket, Duration.ofMillis(200)).words())
        .isEqualTo(
            RootLocale.format(
                "the Docker engine at %s does not answer within 200 ms; restart it", socket));
  }

  @Test
  void somethingElseAnswers_isNotTakenForAnEngine() throws IOException {
    engine = new FakeEngine(socket, request -> FakeEngine.json(404, "{}"));

    assertThat(EngineCheck.probe(socket).words())
        .isEqualTo(
            RootLocale.format(
                "what answers at %s is no Docker engine in order (HTTP 404)", socket));
  }

  @Test
  void notLetIn_saysWhatToDo() {
    assertThat(EngineCheck.trouble(new IOException("Permission denied"), socket))
        .startsWith("the Docker engine at " + socket + " does not let this user in")
        .contains("add the user to the group that owns the socket");
  }

  @Test
  void noEngine_runtimeIsNotUsableAndSaysWhy() {
    DockerRuntimeProvider provider =
        new DockerRuntimeProvider(() -> new EngineAddress(null, "no engine here"));

    assertThat(provider.availability(List.of("x:1"), Settings.ofProcess()))
        .isEqualTo(new Availability(false, "no engine here"));
  }

  @Test
  void noEngine_searchForLeftoversFailsInsteadOfFindingNone() throws IOException {
    leaveSocketBehind();
    DockerRuntimeProvider silent = new DockerRuntimeProvider(() -> new EngineAddress(socket, ""));
    DockerRuntimeProvider none =
        new DockerRuntimeProvider(() -> new EngineAddress(null, "no engine here"));

    assertThatThrownBy(() -> silent.leftovers(List.of()))
        .isInstanceOf(RuntimeFailureException.class)
        .hasMessage(RootLocale.format("The Docker engine cannot be asked: %s.", notListening()));
    assertThatThrownBy(() -> none.leftovers(List.of()))
        .isInstanceOf(RuntimeFailureException.class)
        .hasMessage("There is no Docker engine: no engine here.");
    assertThat(silent.place()).isEqualTo(socket.toRealPath().toString());
    assertThat(none.place()).isEmpty();
  }

  @Test
  void socketWithoutEngine_runtimeIsNotUsableAndSaysWhy() throws IOException {
    leaveSocketBehind();
    DockerRuntimeProvider provider = new DockerRuntimeProvider(() -> new EngineAddress(socket, ""));

    assertThat(provider.availability(List.of(), Settings.ofProcess()))
        .isEqualTo(new Availability(false, notListening()));
  }
}
