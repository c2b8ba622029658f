package io.chaoschapters.runtime.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.Network;
import io.chaoschapters.runtime.Component;
import io.chaoschapters.runtime.ComponentRuntime;
import io.chaoschapters.runtime.ComponentSpec;
import io.chaoschapters.runtime.ComponentState;
import io.chaoschapters.runtime.ContainerImage;
import io.chaoschapters.runtime.ContainerProgram;
import io.chaoschapters.runtime.Disturbance;
import io.chaoschapters.runtime.Endpoint;
import io.chaoschapters.runtime.Leftover;
import io.chaoschapters.runtime.LogLine;
import io.chaoschapters.runtime.NotPossibleHereException;
import io.chaoschapters.runtime.RuntimeContext;
import io.chaoschapters.runtime.RuntimeFailureException;
import io.chaoschapters.runtime.docker.engine.Engine;
import io.chaoschapters.runtime.guard.GuardProgram;
import io.chaoschapters.runtime.process.Detachment;
import io.chaoschapters.runtime.process.Owner;
import io.chaoschapters.runtime.process.ProcessIdentity;
import io.chaoschapters.settings.Settings;
import io.chaoschapters.text.RootLocale;
import io.chaoschapters.waiting.Progress;
import io.chaoschapters.waiting.Wait;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a real engine, where there is one that has the base image of docker/build-local-images. */
class DockerRuntimeTest {
  private static final String IMAGE = LocallyBuiltImages.REGISTRY + "debian:12";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final String PORT = "p";

  @TempDir Path folder;
  private final String run = "test-" + UUID.randomUUID();
  private Engine engine;
  private ComponentRuntime runtime;

  @BeforeEach
  void open() {
    engine = EngineHere.withImage(IMAGE);
    runtime =
        new DockerRuntimeProvider().open(new RuntimeContext(run, folder, Settings.ofProcess()));
  }

  @AfterEach
  void close() {
    if (runtime != null) {
      runtime.close();
    }
  }

  private Component started() {
    List<String> command = List.of("redis-server", "/etc/s.conf");
    return runtime.start(List.of(spec("one", command))).get(0);
  }

  private static ComponentSpec spec(String id, List<String> command) {
    return new ComponentSpec(
        id,
        "store",
        List.of(PORT),
        null,
        new ContainerProgram(
            ContainerImage.of("debian:12"),
            command,
            Map.of(),
            Map.of(PORT, 6379),
            Map.of("/etc/s.conf", "save \"\"\nprotected-mode no\n")),
        component -> ping(component.endpoint(PORT)).isPresent(),
        PATIENCE);
  }

  /** Empty when a connection was accepted and nothing was said. */
  private static Optional<String> ping(Endpoint endpoint) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(endpoint.host(), endpoint.port()), 500);
      socket.setSoTimeout(500);
      socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.UTF_8));
      byte[] answer = socket.getInputStream().readNBytes(5);
      if (answer.length == 0) {
        throw new IOException("closed");
      }
      return Optional.of(new String(answer, StandardCharsets.UTF_8));
    } catch (SocketTimeoutException e) {
      return Optional.empty();
    }
  }

  @Test
  void started_answersOnLoopbackUnderTheRunsLabel() throws IOException {
    Component one = started();

    assertThat(ping(one.endpoint(PORT))).hasValue("+PONG");
    assertThat(one.endpoint(PORT).host()).isEqualTo("127.0.0.1");
    assertThat(one.internalEndpoint(PORT)).isEqualTo(new Endpoint("one", 6379));
    assertThat(one.state()).isEqualTo(ComponentState.RUNNING);
    assertThat(EngineHere.ofRun(engine, run))
        .singleElement()
        .satisfies(
            container ->
                assertThat(container.getPorts())
                    .allMatch(port -> port.getIp() == null || port.getIp().equals("127.0.0.1")));
  }

  @Test
  void printed_isReadAndKeptInTheRunsFolder() {
    Component one = started();

    Wait.atMost("its log", PATIENCE).until(() -> new Progress(hasSaidReady(one), "not there"));
    assertThat(folder.resolve("logs/one.log")).isNotEmptyFile();
  }

  private static boolean hasSaidReady(Component component) {
    return component.logsSince(Instant.EPOCH).stream()
        .map(LogLine::text)
        .anyMatch(line -> line.contains("Ready to accept connections"));
  }

  @Test
  void killedAndRestarted_answersOnTheSameEndpoint() throws IOException {
    Component one = started();
    Endpoint before = one.endpoint(PORT);

    one.kill();
    assertThat(one.state()).isEqualTo(ComponentState.STOPPED);
    assertThatThrownBy(() -> ping(before)).isInstanceOf(ConnectException.class);
    one.restart();

    assertThat(one.endpoint(PORT)).isEqualTo(before);
    assertThat(ping(before)).hasValue("+PONG");
  }

  @Test
  void frozen_acceptsAndIsSilentUntilThawed() throws IOException {
    Component one = started();

    one.freeze(LONG);
    assertThat(one.state()).isEqualTo(ComponentState.FROZEN);
    assertThat(ping(one.endpoint(PORT))).isEmpty();
    one.thaw();

    assertThat(one.state()).isEqualTo(ComponentState.RUNNING);
    assertThat(ping(one.endpoint(PORT))).hasValue("+PONG");
  }

  @Test
  void thawStep_thawsWithoutThisJvm() throws Exception {
    Component one = started();
    one.freeze(LONG);

    Process undo = new ProcessBuilder(one.thawStep().command()).redirectErrorStream(true).start();
    String said = new String(undo.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(undo.waitFor()).as(said).isZero();
    assertThat(one.state()).isEqualTo(ComponentState.RUNNING);
  }

  @Test
  void timeLimitOver_guardThaws() {
    Component one = started();

    one.freeze(Duration.ofMillis(300));

    Wait.atMost("thawed by the guard", PATIENCE)
        .until(() -> new Progress(one.state() == ComponentState.RUNNING, "" + one.state()));
  }

  /** Says all the time whether it reaches the component "one". */
  private Component watcher() {
    String command =
        "redis-server /etc/s.conf & while :; do timeout 2 redis-cli -h one ping || echo lost; sleep 0.1; done";
    return runtime.start(List.of(spec("two", List.of("sh", "-c", command)))).get(0);
  }

  private static void awaitSaid(Component component, String word) {
    Instant from = Instant.now();
    Wait.atMost(RootLocale.format("'%s' said by %s", word, component.id()), PATIENCE)
        .until(
            () ->
                new Progress(
                    component.logsSince(from).stream().anyMatch(line -> line.text().equals(word)),
                    "not said"));
  }

  @Test
  void cutOff_othersDoNotReachItThisJvmDoesUntilItIsOver() throws IOException {
    Component one = started();
    Component two = watcher();
    awaitSaid(two, "PONG");
    Disturbance cutOff = one.cutOff();

    cutOff.begin(LONG);
    assertThat(cutOff.isOn()).isTrue();
    awaitSaid(two, "lost");
    assertThat(ping(one.endpoint(PORT))).hasValue("+PONG");
    cutOff.end();

    assertThat(cutOff.isOn()).isFalse();
    awaitSaid(two, "PONG");
    cutOff.end(); // nothing to do
  }

  @Test
  void cutOff_isUndoneByCommandAndByTheGuard() throws Exception {
    Component one = started();
    Disturbance cutOff = one.cutOff();
    cutOff.begin(LONG);

    run(cutOff.undoStep().command());
    assertThat(cutOff.isOn()).isFalse();
    cutOff.end();

    cutOff.begin(Duration.ofMillis(300));
    Wait.atMost("connected by the guard", PATIENCE)
        .until(() -> new Progress(!cutOff.isOn(), "cut off"));
  }

  private static void run(List<String> command) throws Exception {
    Process undo = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(undo.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(undo.waitFor()).as(said).isZero();
  }

  @Test
  void delayed_answersComeLaterUntilItIsOver() throws Exception {
    EngineHere.withImage(LocallyBuiltImages.REGISTRY + "shopify/toxiproxy:2.12.0");
    List<String> command = List.of("redis-server", "/etc/s.conf");
    Component one = runtime.start(List.of(spec("one", command).withDelayable(PORT))).get(0);
    Duration by = Duration.ofMillis(200);
    Disturbance delay = one.delay(by);
    assertThat(one.internalEndpoint(PORT)).isEqualTo(new Endpoint("one-link", 6379));
    assertThat(ping(one.endpoint(PORT))).hasValue("+PONG");

    delay.begin(LONG);
    assertThat(delay.isOn()).isTrue();
    assertThat(timeOfPing(one)).isGreaterThanOrEqualTo(by);
    run(delay.undoStep().command());
    assertThat(delay.isOn()).isFalse();
    delay.end(); // nothing to do

    delay.begin(Duration.ofMillis(300));
    Wait.atMost("undone by the guard", PATIENCE)
        .until(() -> new Progress(!delay.isOn(), "still delayed"));
    assertThat(ping(one.endpoint(PORT))).hasValue("+PONG");
  }

  private static Duration timeOfPing(Component component) throws IOException {
    long began = System.nanoTime();
    assertThat(ping(component.endpoint(PORT))).hasValue("+PONG");
    return Duration.ofNanos(System.nanoTime() - began);
  }

  @Test
  void noDelayablePort_saysSo() {
    assertThatThrownBy(() -> started().delay(Duration.ofMillis(1)))
        .isInstanceOf(NotPossibleHereException.class)
        .hasMessage("component 'one' has no port whose answers can be delayed");
  }

  @Test
  void frozen_canBeKilled() {
    Component one = started();
    one.freeze(LONG);

    one.kill();

    assertThat(one.state()).isEqualTo(ComponentState.STOPPED);
  }

  @Test
  void closed_nothingIsLeft() {
    started();
    runtime.close();

    assertThat(EngineHere.ofRun(engine, run)).isEmpty();
    List<Network> networks = engine.ask("list networks", c -> c.listNetworksCmd().exec());
    assertThat(networks).noneMatch(network -> run.equals(network.getLabels().get(RunLabels.RUN)));
  }

  @Test
  void endsBeforeItIsReady_saysSoWithItsLastLines() {
    ComponentSpec bad = spec("bad", List.of("sh", "-c", "echo no luck; exit 3"));

    assertThatThrownBy(() -> runtime.start(List.of(bad)))
        .isInstanceOf(RuntimeFailureException.class)
        .hasMessageContaining("ended with exit code 3 before it was ready")
        .hasMessageContaining("no luck");
    assertThat(EngineHere.ofRun(engine, run)).isEmpty();
  }

  @Test
  void guardsInputEnds_containersAreRemovedWithoutUs() throws Exception {
    started().freeze(LONG);
    Path log = Files.createFile(folder.resolve("second-guard.log"));
    String mark = EngineHere.ofRun(engine, run).get(0).getLabels().get(RunLabels.MARK);
    GuardProgram program =
        new GuardProgram(
            Detachment.find(),
            EngineGuard.class,
            log,
            engine.socket().toString(),
            mark,
            folder.toString());

    Process guard = program.start();
    guard.getOutputStream().close();

    assertThat(guard.waitFor()).as(Files.readString(log)).isZero();
    assertThat(EngineHere.ofRun(engine, run)).isEmpty();
  }

  @Test
  void partsOfAnOwnerThatIsGone_areRemovedOthersAreNot() {
    ProcessIdentity nobody = new ProcessIdentity(ProcessHandle.current().pid(), 1_000);
    String gone = left(new Owner(Owner.self().place(), nobody).toString());
    String foreign = left(new Owner("elsewhere", nobody).toString());
    try {
      new StaleParts(engine).find().forEach(Leftover::remove);

      assertThat(EngineHere.ofRun(engine, run))
          .extracting(Container::getId)
          .containsExactly(foreign);
    } finally {
      engine.askFor("remove", client -> client.removeContainerCmd(foreign).exec());
      engine.askFor("remove", client -> client.removeContainerCmd(gone).exec());
    }
  }

  /** Two runs that begin after one was killed. */
  @Test
  void twoRemoveTheSameAtOnce_bothAreContent() throws InterruptedException {
    ProcessIdentity nobody = new ProcessIdentity(ProcessHandle.current().pid(), 1_000);
    String owner = new Owner(Owner.self().place(), nobody).toString();
    for (int i = 0; i < 4; i++) {
      String id = left(owner, "sleep", "600");
      engine.askFor("start it", client -> client.startContainerCmd(id).exec());
    }
    List<Leftover> first = new StaleParts(engine).find();
    List<Leftover> second = new StaleParts(engine).find();
    Queue<RuntimeException> failures = new ConcurrentLinkedQueue<>();
    List<Thread> threads =
        Stream.of(first, second)
            .map(found -> new Thread(() -> removeAll(found, failures)))
            .toList();

    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }

    assertThat(failures).isEmpty();
    assertThat(EngineHere.ofRun(engine, run)).isEmpty();
  }

  private static void removeAll(List<Leftover> found, Queue<RuntimeException> failures) {
    try {
      found.forEach(Leftover::remove);
    } catch (RuntimeException e) {
      failures.add(e);
    }
  }

  private String left(String owner) {
    return left(owner, "true");
  }

  private String left(String owner, String... command) {
    Map<String, String> labels = Map.of(RunLabels.RUN, run, RunLabels.OWNER, owner);
    return engine.ask(
        "make one",
        client ->
            client.createContainerCmd(IMAGE).withCmd(command).withLabels(labels).exec().getId());
  }
}
