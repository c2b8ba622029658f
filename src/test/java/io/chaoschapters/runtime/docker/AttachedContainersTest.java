package io.chaoschapters.runtime.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.model.HostConfig;
import io.chaoschapters.runtime.Component;
import io.chaoschapters.runtime.ComponentRuntime;
import io.chaoschapters.runtime.ComponentSpec;
import io.chaoschapters.runtime.ComponentState;
import io.chaoschapters.runtime.NotPossibleHereException;
import io.chaoschapters.runtime.RuntimeContext;
import io.chaoschapters.runtime.attach.Candidate;
import io.chaoschapters.runtime.docker.engine.Engine;
import io.chaoschapters.settings.Settings;
import io.chaoschapters.waiting.Progress;
import io.chaoschapters.waiting.Wait;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Attached to containers that carry Compose's labels and were made beforehand, on a real engine.
 */
class AttachedContainersTest {
  private static final String IMAGE = LocallyBuiltImages.REGISTRY + "debian:12";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration LONG = Duration.ofMinutes(2);
  private static final String PORT = "p";

  @TempDir Path folder;
  private final String project = "test-" + UUID.randomUUID().toString().substring(0, 8);
  private final List<String> made = new ArrayList<>();
  private final List<String> shown = new ArrayList<>();
  private Engine engine;
  private ComponentRuntime runtime;

  @BeforeEach
  void open() {
    engine = EngineHere.withImage(IMAGE);
    runtime =
        new DockerRuntimeProvider()
            .open(
                new RuntimeContext(
                    "run-" + project,
                    folder,
                    Settings.of(Map.of("attach", project)),
                    shown::addAll));
  }

  @AfterEach
  void close() {
    if (runtime != null) {
      runtime.close();
      for (String id : made) {
        engine.ask("remove", client -> client.removeContainerCmd(id).withForce(true).exec());
      }
    }
  }

  private String runs(String name, Map<String, String> more) {
    Map<String, String> labels = new HashMap<>(Map.of("app", "cache"));
    labels.put(AttachedContainers.PROJECT, project);
    labels.put("com.docker.compose.service", "cache");
    labels.putAll(more);
    String id =
        engine.ask(
            "make",
            client ->
                client
                    .createContainerCmd(IMAGE)
                    .withName(project + "-" + name)
                    .withCmd("redis-server", "--save", "", "--protected-mode", "no")
                    .withHostConfig(HostConfig.newHostConfig())
                    .withLabels(labels)
                    .exec()
                    .getId());
    made.add(id);
    engine.ask("start", client -> client.startContainerCmd(id).exec());
    return id;
  }

  private String allowed(String name) {
    return runs(name, Map.of(Candidate.ALLOW, "true"));
  }

  private static ComponentSpec spec(String id) {
    return ComponentSpec.of(id, "cache", component -> answers(component), PATIENCE)
        .withPorts(PORT)
        .foundBy("app=cache", Map.of(PORT, 6379));
  }

  private static boolean answers(Component component) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(component.endpoint(PORT).host(), component.endpoint(PORT).port()),
          500);
      socket.setSoTimeout(500);
      socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.UTF_8));
      return socket.getInputStream().read() == '+';
    } catch (SocketTimeoutException e) {
      return false;
    }
  }

  private InspectContainerResponse look(String id) {
    return engine.ask("look", client -> client.inspectContainerCmd(id).exec());
  }

  @Test
  void previewIsShown_frozenAndThawed_andLeftAsItWas() throws IOException {
    String id = allowed("cache-1");
    String started = look(id).getState().getStartedAt();
    Component one = runtime.start(List.of(spec("one"))).get(0);
    assertThat(shown.get(0)).startsWith("Attached to the Compose project '" + project + "': 1 of");
    assertThat(shown.get(1))
        .isEqualTo("container " + project + "-cache-1 of service cache may be hit as 'one'.");
    assertThat(answers(one)).isTrue();

    one.freeze(LONG);
    assertThat(one.state()).isEqualTo(ComponentState.FROZEN);
    assertThat(answers(one)).isFalse();
    one.thaw();
    assertThat(answers(one)).isTrue();
    assertThatThrownBy(one::cutOff).isInstanceOf(NotPossibleHereException.class);
    assertThatThrownBy(() -> one.delay(LONG)).isInstanceOf(NotPossibleHereException.class);

    runtime.close();
    assertThat(look(id).getState().getRunning()).isTrue();
    assertThat(look(id).getState().getStartedAt()).isEqualTo(started);
  }

  @Test
  void killed_isStartedAgainByTheRun() throws IOException {
    String id = allowed("cache-1");
    Component one = runtime.start(List.of(spec("one"))).get(0);

    one.kill();
    assertThat(look(id).getState().getRunning()).isFalse();
    assertThat(one.state()).isEqualTo(ComponentState.STOPPED);
    one.restart();

    assertThat(answers(one)).isTrue();
  }

  @Test
  void closedInTheMiddle_everythingIsUndone() {
    String frozen = allowed("cache-1");
    Component one = runtime.start(List.of(spec("one"))).get(0);
    one.freeze(LONG);

    runtime.close();

    assertThat(look(frozen).getState().getPaused()).isFalse();
  }

  @Test
  void closedWhileItIsDead_itRunsAgain() {
    String dead = allowed("cache-1");
    runtime.start(List.of(spec("one"))).get(0).kill();

    runtime.close();

    Wait.atMost("its start", PATIENCE)
        .until(() -> new Progress(look(dead).getState().getRunning(), "it is dead"));
  }

  @Test
  void secondAtTheSameTime_isRefused() {
    allowed("cache-1");
    allowed("cache-2");
    List<Component> both = runtime.start(List.of(spec("one"), spec("two")));
    both.get(0).freeze(LONG);

    assertThatThrownBy(() -> both.get(1).freeze(LONG)).hasMessageContaining("-Dattach.most=2");
  }

  @Test
  void withoutTheLabel_isNotHit() {
    runs("cache-1", Map.of());

    assertThatThrownBy(() -> runtime.start(List.of(spec("one"))))
        .hasMessageContaining("container " + project + "-cache-1 of service cache")
        .hasMessageContaining("does not carry the label chaoschapters.io/allow=true");
  }

  @Test
  void projectThatDoesNotRun_isNamed() {
    assertThatThrownBy(() -> runtime.start(List.of(spec("one"))))
        .hasMessage(
            "The selector 'app=cache' of 'one' finds nothing that runs in the Compose project '"
                + project
                + "'. There is: nothing.");
  }
}
