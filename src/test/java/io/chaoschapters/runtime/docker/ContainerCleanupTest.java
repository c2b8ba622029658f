package io.chaoschapters.runtime.docker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.chaoschapters.runtime.docker.engine.EngineSocket;
import io.chaoschapters.text.RootLocale;
import io.chaoschapters.waiting.Progress;
import io.chaoschapters.waiting.Wait;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContainerCleanupTest {
  private static final String CONTAINER = "a".repeat(64);
  private static final UndoRequest UNPAUSE = UndoRequest.unpause(CONTAINER);
  private static final String NETWORK = "b".repeat(64);
  private static final String OTHER = "c".repeat(64);

  @TempDir Path folder;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final AtomicInteger failures = new AtomicInteger();
  private final AtomicInteger stuck = new AtomicInteger();
  private final AtomicBoolean silent = new AtomicBoolean();
  private FakeEngine engine;
  private ContainerCleanup duty;

  @BeforeEach
  void start() throws IOException {
    Path socket = folder.resolve("e.sock");
    engine = new FakeEngine(socket, this::answer);
    duty =
        new ContainerCleanup(
            new EngineSocket(socket), "mark-1", new PrintStream(said, true, UTF_8));
  }

  private String answer(String request) {
    if (silent.get()) {
      return "";
    }
    if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      return failures.get() % 2 == 0 ? "not HTTP" : FakeEngine.json(500, "{}");
    }
    if (request.startsWith("DELETE /containers/" + CONTAINER)
        && stuck.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      return FakeEngine.json(409, "{}");
    }
    if (request.startsWith("GET /containers/json")) {
      return FakeEngine.json(
          200,
          RootLocale.format(
              "[{\"Id\":\"%s\",\"ImageID\":\"sha256:%s\"},{\"Id\":\"%s\"}]",
              CONTAINER, NETWORK, OTHER));
    }
    if (request.startsWith("GET /networks")) {
      return FakeEngine.json(200, RootLocale.format("[{\"Name\":\"n\",\"Id\":\"%s\"}]", NETWORK));
    }
    return FakeEngine.json(204, "");
  }

  @AfterEach
  void end() throws IOException {
    duty.cleanUp(); // else what it has armed is tried for as long as the JVM lives
    engine.close();
  }

  @Test
  void timeIsOver_containerGoesOn() {
    duty.arm(UNPAUSE, 20);

    Wait.atMost("unpause", Duration.ofSeconds(10))
        .until(
            () ->
                new Progress(
                    said.toString(UTF_8).contains("undid " + UNPAUSE.path()), "nothing said"));
    assertThat(engine.asked).contains(RootLocale.format("POST /containers/%s/unpause", CONTAINER));
  }

  @Test
  void cutOffForTooLong_containerIsConnectedAgain() {
    duty.arm(UndoRequest.connect(NETWORK, CONTAINER, List.of("one", "one-link")), 20);

    Wait.atMost("connect", Duration.ofSeconds(10))
        .until(
            () ->
                new Progress(
                    engine.asked.contains(RootLocale.format("POST /networks/%s/connect", NETWORK)),
                    "not asked"));
  }

  @Test
  void request_isOneWordAndReadBack() {
    UndoRequest request = UndoRequest.connect(NETWORK, CONTAINER, List.of("one", "one-link"));

    assertThat(request.key()).doesNotContainAnyWhitespaces();
    assertThat(UndoRequest.parse(request.key())).isEqualTo(request);
    assertThat(request.body())
        .isEqualTo(
            RootLocale.format(
                "{\"Container\":\"%s\",\"EndpointConfig\":{\"Aliases\":[\"one\",\"one-link\"]}}",
                CONTAINER));
    assertThatThrownBy(() -> UndoRequest.parse("unpause")).hasMessage("'unpause' is no request");
  }

  @Test
  void disarmed_nothingIsDone() throws IOException {
    duty.arm(UNPAUSE, 60_000);
    duty.disarm(UNPAUSE.key());
    duty.cleanUp();

    assertThat(engine.asked).noneMatch(request -> request.endsWith("/unpause"));
  }

  @Test
  void engineFailsAtFirst_isAskedAgain() throws IOException {
    failures.set(3);

    duty.cleanUp();

    assertThat(engine.asked)
        .contains(
            RootLocale.format("DELETE /containers/%s?force=1&v=1", CONTAINER),
            "DELETE /networks/" + NETWORK);
  }

  @Test
  void oneCannotBeRemoved_theOthersAreAndItIsTriedAgain() throws IOException {
    stuck.set(2);

    duty.cleanUp();

    assertThat(stuck).hasValue(0);
    assertThat(engine.asked)
        .contains(
            RootLocale.format("DELETE /containers/%s?force=1&v=1", OTHER),
            "DELETE /networks/" + NETWORK);
  }

  @Test
  void timeLimitIsOverAndTheEngineFails_isTriedAgain() {
    failures.set(2);
    duty.limit(1, 1);

    Wait.atMost("end of everything", Duration.ofSeconds(10))
        .until(
            () -> new Progress(said.toString(UTF_8).contains("ended everything"), "nothing said"));
    assertThat(engine.asked)
        .contains(RootLocale.format("DELETE /containers/%s?force=1&v=1", CONTAINER));
  }

  @Test
  void engineSaysNothing_undoingIsGivenUpInTime() {
    silent.set(true);
    duty.arm(UNPAUSE, 1);
    Wait.atMost("request", Duration.ofSeconds(10))
        .until(() -> new Progress(!engine.asked.isEmpty(), "nothing asked"));

    assertTimeoutPreemptively(Duration.ofSeconds(20), () -> duty.disarm(UNPAUSE.key()));
    silent.set(false);
  }

  @Test
  void jvmGone_whatBearsTheMarkIsRemoved() throws IOException {
    duty.cleanUp();

    assertThat(engine.asked)
        .filteredOn(request -> request.startsWith("GET"))
        .allMatch(request -> request.contains("mark-1"));
    assertThat(engine.asked)
        .contains(
            RootLocale.format("DELETE /containers/%s?force=1&v=1", CONTAINER),
            "DELETE /networks/" + NETWORK);
  }
}
