package io.chaoschapters.runtime.local;

import static io.chaoschapters.runtime.ComponentState.FROZEN;
import static io.chaoschapters.runtime.process.ProcessStates.State.RUNNING;
import static io.chaoschapters.runtime.process.ProcessStates.State.SUSPENDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chaoschapters.runtime.Component;
import io.chaoschapters.runtime.ComponentRuntime;
import io.chaoschapters.runtime.ComponentSpec;
import io.chaoschapters.runtime.ComponentState;
import io.chaoschapters.runtime.LogLine;
import io.chaoschapters.runtime.ProcessProgram;
import io.chaoschapters.runtime.RuntimeFailureException;
import io.chaoschapters.runtime.network.Ports;
import io.chaoschapters.runtime.process.ProcessStates;
import io.chaoschapters.text.RootLocale;
import io.chaoschapters.waiting.Progress;
import io.chaoschapters.waiting.Wait;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalRuntimeTest {
  @TempDir Path folder;
  private ComponentRuntime runtime;
  private Set<Long> childrenBefore;

  @BeforeEach
  void open() {
    childrenBefore = children();
    runtime = Tiny.runtime(folder);
  }

  @AfterEach
  void close() {
    runtime.close();
  }

  @Test
  void twoComponents_areReadyAndLogged() throws IOException {
    List<Component> started = runtime.start(List.of(Tiny.serving("a"), Tiny.serving("b")));

    assertThat(started).extracting(Component::id).containsExactly("a", "b");
    assertThat(started).extracting(Component::state).containsOnly(ComponentState.RUNNING);
    assertThat(Tiny.answers(started.get(0), Tiny.PATIENCE)).isTrue();
    assertThat(started.get(0).logsSince(Instant.EPOCH))
        .extracting(LogLine::text)
        .containsExactly(
            RootLocale.format(
                "serving on %d with secret of length 5", started.get(0).endpoint("http").port()));
    assertThat(folder.resolve("logs/a.log")).content().contains("serving on");
  }

  @Test
  void processEndsDuringStart_messageHasCodeAndLastLines() {
    assertThatThrownBy(() -> runtime.start(List.of(Tiny.serving("good"), Tiny.spec("bad", "exit"))))
        .isInstanceOf(RuntimeFailureException.class)
        .hasMessageStartingWith(
            "Component 'bad' (tiny service) ended with exit code 3 before it was ready")
        .hasMessageContaining("line 4")
        .hasMessageNotContaining("line 3")
        .hasMessageContaining("the configuration is broken");
  }

  @Test
  void neverReady_messageSaysSo() {
    assertThatThrownBy(
            () ->
                runtime.start(
                    List.of(
                        Tiny.spec(
                            "mute", place -> List.of("sleep", "1000"), Duration.ofMillis(300)))))
        .isInstanceOf(RuntimeFailureException.class)
        .hasMessageContaining("component 'mute' (tiny service) ready: not reached in 0.3 s; last: ")
        .hasMessageContaining("it printed nothing");
  }

  @Test
  void readyCheckHangs_startEndsAllTheSame() {
    ComponentSpec spec =
        new ComponentSpec(
            "mute",
            "tiny service",
            List.of(),
            new ProcessProgram(place -> List.of("sleep", "1000"), Map.of()),
            null,
            component -> new CountDownLatch(1).await(1, TimeUnit.HOURS),
            Duration.ofMillis(300));

    assertThatThrownBy(() -> runtime.start(List.of(spec)))
        .isInstanceOf(RuntimeFailureException.class)
        .hasMessageContaining("its ready check does not return");
  }

  @Test
  void noSuchProgram_messageNamesIt() {
    assertThatThrownBy(
            () ->
                runtime.start(
                    List.of(Tiny.spec("a", place -> List.of("/no/such/program"), Tiny.PATIENCE))))
        .isInstanceOf(RuntimeFailureException.class)
        .hasMessageContaining("Component 'a'")
        .hasMessageContaining("/no/such/program");
  }

  @Test
  void programCannotBeRun_saysWhatToLookAt() throws IOException {
    Path text = Files.writeString(folder.resolve("text"), "no program");
    assertThatThrownBy(
            () ->
                runtime.start(
                    List.of(Tiny.spec("a", place -> List.of(text.toString()), Tiny.PATIENCE))))
        .isInstanceOf(RuntimeFailureException.class)
        .hasMessageStartingWith("Component 'a'")
        .hasMessageContaining(text.toString())
        .hasMessageMatching("(?s).*(its program cannot be run; look|Check that).*");
  }

  @Test
  void killedDuringStart_saysSo() {
    assertThatThrownBy(
            () ->
                runtime.start(
                    List.of(
                        Tiny.spec("a", place -> List.of("sh", "-c", "kill -9 $$"), Tiny.PATIENCE))))
        .isInstanceOf(RuntimeFailureException.class)
        .hasMessageStartingWith(
            "Component 'a' (tiny service) ended with exit code 137 before it was ready: something killed it;");
  }

  @Test
  void sameIdTwice_refused() {
    assertThatThrownBy(() -> runtime.start(List.of(Tiny.serving("a"), Tiny.serving("a"))))
        .isInstanceOf(RuntimeFailureException.class)
        .hasMessage("There are two components 'a'; give each its own id.");
  }

  @Test
  void startFailed_sameIdMayBeStartedAgain() {
    assertThatThrownBy(() -> runtime.start(List.of(Tiny.spec("a", "exit"))))
        .isInstanceOf(RuntimeFailureException.class);

    assertThat(runtime.start(List.of(Tiny.serving("a")))).hasSize(1);
  }

  @Test
  void frozenAndClosed_interruptedThread_stillEndsAll() {
    Component component = runtime.start(List.of(Tiny.serving("a"))).get(0);
    component.freeze(Duration.ofMinutes(5));
    Thread.currentThread().interrupt();
    runtime.close();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(component.state()).isEqualTo(ComponentState.STOPPED);
    assertThat(children()).isSubsetOf(childrenBefore);
  }

  @Test
  void portTaken_otherPortsAreTried() throws IOException {
    AtomicInteger starts = new AtomicInteger();
    try (ServerSocket taken = new ServerSocket(0)) {
      List<Component> started =
          runtime.start(
              List.of(
                  Tiny.spec(
                      "late",
                      place -> {
                        int port =
                            starts.incrementAndGet() == 1
                                ? taken.getLocalPort()
                                : place.port("http");
                        List<String> line =
                            new java.util.ArrayList<>(place.java(TinyService.class));
                        line.addAll(List.of(Integer.toString(port), "serve"));
                        return line;
                      },
                      Tiny.PATIENCE)));
      assertThat(starts).hasValue(2);
      assertThat(Tiny.answers(started.get(0), Tiny.PATIENCE)).isTrue();
    }
  }

  @Test
  void everyPortIsTaken_saysSoAndNothingIsLeft() throws IOException {
    try (ServerSocket taken = new ServerSocket(0)) {
      String port = Integer.toString(taken.getLocalPort());
      assertThatThrownBy(
              () ->
                  runtime.start(
                      List.of(
                          Tiny.spec(
                              "late",
                              place -> {
                                List<String> line =
                                    new java.util.ArrayList<>(place.java(TinyService.class));
                                line.addAll(List.of(port, "serve"));
                                return line;
                              },
                              Tiny.PATIENCE))))
          .isInstanceOf(RuntimeFailureException.class)
          .hasMessageStartingWith("Component 'late' (tiny service) ended with exit code ")
          .hasMessageContaining("its port is in use by another program");
    }
  }

  @Test
  void killed_restartKeepsPort() throws IOException {
    Component component = runtime.start(List.of(Tiny.serving("a"))).get(0);
    var before = component.endpoint("http");

    component.kill();
    assertThat(component.state()).isEqualTo(ComponentState.STOPPED);
    component.restart();

    assertThat(component.endpoint("http")).isEqualTo(before);
    assertThat(Tiny.answers(component, Tiny.PATIENCE)).isTrue();
  }

  @Test
  void frozen_doesNotAnswerUntilThawed() throws IOException {
    Component component = runtime.start(List.of(Tiny.serving("a"))).get(0);

    component.freeze(Duration.ofMinutes(5));
    assertThat(component.state()).isEqualTo(ComponentState.FROZEN);
    assertThatThrownBy(() -> Tiny.answers(component, Duration.ofMillis(300)))
        .isInstanceOf(SocketTimeoutException.class);
    component.thaw();

    assertThat(component.state()).isEqualTo(ComponentState.RUNNING);
    assertThat(Tiny.answers(component, Tiny.PATIENCE)).isTrue();
  }

  /** It forks all the time: also while it is being frozen. */
  private static final String FORKS = "sleep 1000 & while :; do sleep 0.02; done";

  private Component forking() {
    ComponentSpec spec =
        new ComponentSpec(
            "forks",
            "tiny service",
            List.of(),
            new ProcessProgram(place -> List.of("sh", "-c", FORKS), Map.of()),
            null,
            component -> descendants().stream().anyMatch(LocalRuntimeTest::isLongSleep),
            Tiny.PATIENCE);
    return runtime.start(List.of(spec)).get(0);
  }

  private List<ProcessHandle> descendants() {
    return ProcessHandle.current()
        .descendants()
        .filter(process -> !childrenBefore.contains(process.pid()))
        .filter(process -> process.info().commandLine().orElse("").contains("sleep "))
        .toList();
  }

  private static boolean isLongSleep(ProcessHandle process) {
    return process.info().commandLine().orElse("").endsWith("sleep 1000");
  }

  private List<ProcessStates.State> states() {
    return descendants().stream().map(process -> ProcessStates.of(process.pid())).toList();
  }

  @Test
  void componentThatForks_isFrozenAndThawedWithAllItsProcesses() throws Exception {
    Component component = forking();
    List<String> undo = component.thawStep().command();

    component.freeze(Duration.ofMinutes(5));
    assertThat(states()).contains(SUSPENDED).doesNotContain(RUNNING);
    String first = undo.get(undo.size() - 1);
    assertThat(component.thawStep().description())
        .as("a parent that runs buries its children, of whom kill then says that they are gone")
        .contains("(process " + first + ")");
    assertThat(new ProcessBuilder("kill", "-CONT", first).start().waitFor()).isZero();
    assertThat(component.state()).as("its other processes are frozen").isEqualTo(FROZEN);
    component.thaw();

    assertThat(component.state()).isEqualTo(ComponentState.RUNNING);
    assertThat(states()).doesNotContain(SUSPENDED);
  }

  @Test
  void guardAndWrittenUndo_thawAllProcessesToo() throws Exception {
    Component component = forking();

    freezeInTime(component, Duration.ofSeconds(1));
    Wait.atMost("thaw by the guard", Tiny.PATIENCE.multipliedBy(5))
        .until(() -> new Progress(!states().contains(SUSPENDED), "some are suspended"));
    component.thaw();
    component.freeze(Duration.ofMinutes(5));
    List<String> undo = component.thawStep().command();
    assertThat(new ProcessBuilder(undo).start().waitFor()).isZero();

    assertThat(states()).doesNotContain(SUSPENDED);
    assertThat(component.state()).isEqualTo(ComponentState.RUNNING);
  }

  /** The guard may come before all is frozen; a machine that is slower than this is none. */
  private static void freezeInTime(Component component, Duration limit) {
    try {
      component.freeze(limit);
    } catch (RuntimeFailureException e) {
      if (limit.compareTo(Tiny.PATIENCE) > 0) {
        throw e;
      }
      freezeInTime(component, limit.multipliedBy(4));
    }
  }

  @Test
  void deafToTerm_isKilledAfterTheGrace() {
    Component component = runtime.start(List.of(Tiny.spec("a", "deaf"))).get(0);
    component.stop(Duration.ofMillis(200));
    assertThat(component.state()).isEqualTo(ComponentState.STOPPED);
  }

  @Test
  void closed_nothingIsLeftButLogs() throws IOException {
    Component component = runtime.start(List.of(Tiny.serving("a"), Tiny.spec("b", "deaf"))).get(0);
    int port = component.endpoint("http").port();
    component.freeze(Duration.ofMinutes(5));

    runtime.close();
    runtime.close();

    assertThat(Ports.isFree(port)).isTrue();
    assertThat(children()).isSubsetOf(childrenBefore);
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(folder.resolve("logs"));
    }
    assertThatThrownBy(() -> runtime.start(List.of()))
        .isInstanceOf(RuntimeFailureException.class)
        .hasMessageContaining("closed");
  }

  private static Set<Long> children() {
    return ProcessHandle.current().children().map(ProcessHandle::pid).collect(Collectors.toSet());
  }
}
