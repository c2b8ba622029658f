package io.chaoschapters.runtime.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chaoschapters.runtime.Component;
import io.chaoschapters.runtime.ComponentRuntime;
import io.chaoschapters.runtime.Disturbance;
import io.chaoschapters.runtime.RuntimeContext;
import io.chaoschapters.runtime.docker.engine.Engine;
import io.chaoschapters.settings.Settings;
import io.chaoschapters.subject.Cluster;
import io.chaoschapters.subject.ClusterSnapshot;
import io.chaoschapters.subject.ComponentStatus;
import io.chaoschapters.subject.Health;
import io.chaoschapters.subject.WitnessReport;
import io.chaoschapters.subject.yaml.YamlSubject;
import io.chaoschapters.subject.yaml.read.SubjectReader;
import io.chaoschapters.waiting.Progress;
import io.chaoschapters.waiting.Wait;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The services of a Compose file, on a real engine: Redis and its replica. */
class ComposedClusterTest {
  private static final String COMPOSE =
      """
      services:
        the_primary:
          image: debian:12
          entrypoint: redis-server
          command: [/etc/redis-of-ours/redis.conf, --appendonly, "yes", --dir, /data]
          environment: {SPOKEN: "as {id}"}
          volumes: ["./conf:/etc/redis-of-ours:ro", "written:/data"]
          tmpfs: /scratch
          working_dir: /scratch
          ports: ["6379:6379"]
          healthcheck: {test: redis-cli ping, interval: 30s, retries: 1, timeout: 500ms}
        replica:
          image: debian:12
          command: redis-server /etc/redis-of-ours/redis.conf --replicaof the_primary 6379
          volumes: ["./conf:/etc/redis-of-ours:ro"]
          expose: ["6379"]
          depends_on: {the_primary: {condition: service_healthy}}
      volumes:
        written:
      """;
  private static final String SUBJECT =
      """
      subject: pair
      title: A pair
      compose: %s
      components:
        replica: {ports: {redis: 6379}, probe: {tcp: redis, send: "PING\\r\\n", serving: PONG}}
      signals:
        serving: {count: serving, scale: 2}
        copied: {tcp: redis, of: replica, send: "INFO replication\\r\\n", match: "master_link_status:(up)", scale: 1}
      invariants:
        both: {says: both answer, signal: serving, at-least: 2}
      glossary:
        one down: {means: One refuses connections.}
        one stalled: {means: One accepts connections but does not answer.}
      """;

  @TempDir Path folder;
  private final String run = "test-" + UUID.randomUUID();
  private Engine engine;
  private ComponentRuntime runtime;

  @BeforeEach
  void open() throws IOException {
    engine = EngineHere.withImage(LocallyBuiltImages.REGISTRY + "debian:12");
    runtime =
        new DockerRuntimeProvider().open(new RuntimeContext(run, folder, Settings.ofProcess()));
    Path conf = Files.createDirectories(folder.resolve("conf"));
    Files.writeString(conf.resolve("redis.conf"), "save \"\"\nprotected-mode no\n");
  }

  @AfterEach
  void close() {
    if (runtime != null) {
      runtime.close();
    }
  }

  private Cluster start(String compose) throws IOException {
    return start(compose, SUBJECT);
  }

  private Cluster start(String compose, String subject) throws IOException {
    Path file = Files.writeString(folder.resolve("compose.yaml"), compose);
    String text = subject.replace("%s", file.toString());
    return new YamlSubject(
            new SubjectReader(getClass().getClassLoader())
                .read("subjects/pair.yaml", text.getBytes(StandardCharsets.UTF_8)))
        .start(runtime);
  }

  private static List<Health> healths(Cluster pair) {
    ClusterSnapshot seen = pair.observe();
    return seen.components().stream().map(ComponentStatus::health).toList();
  }

  private static void await(Cluster pair, Health primary, Health replica) {
    Wait.atMost("the healths", Duration.ofSeconds(15))
        .until(
            () -> {
              List<Health> seen = healths(pair);
              return new Progress(seen.equals(List.of(primary, replica)), seen.toString());
            });
  }

  /** The proxy has the name of the service, so that the others are late, too. */
  @Test
  void delayedAndCutOff_isSeenByTheOthers() throws Exception {
    EngineHere.withImage(LocallyBuiltImages.REGISTRY + "shopify/toxiproxy:2.12.0");
    String subject =
        SUBJECT.replace(
            "  replica: {ports",
            """
              the-primary: {delayable: redis, ports: {redis: 6379}, probe: {tcp: redis, send: "PING\\r\\n", serving: PONG, within: 1800ms}}
              replica: {cut-off: {tcp: redis, of: the-primary, send: "INFO replication\\r\\n", matches: "^connected_slaves:0|,lag=[3-9]"}, ports"""
                .indent(2)
                .stripTrailing());
    try (Cluster pair = start(COMPOSE, subject)) {
      await(pair, Health.SERVING, Health.SERVING);
      Component primary = pair.component("the-primary");
      Component replica = pair.component("replica");
      Duration by = Duration.ofMillis(300);

      primary.delay(by).begin(Duration.ofMinutes(5));
      awaitSeen(() -> pair.witnessDelay(primary, by));
      assertThat(timeOfPing("replica", "the_primary")).isGreaterThanOrEqualTo(by);
      primary.delay(by).end();

      pair.requireNotCutOff(replica);
      Disturbance cut = replica.cutOff();
      cut.begin(Duration.ofMinutes(5));
      awaitSeen(() -> pair.witnessCutOff(replica));
      await(pair, Health.SERVING, Health.SERVING);
      assertThatThrownBy(() -> pair.requireNotCutOff(replica))
          .hasMessageContaining("'cut-off' of 'replica' holds before anything is cut off");
      cut.end();
    }
  }

  private static void awaitSeen(Supplier<WitnessReport> witness) {
    Wait.atMost("the witness", Duration.ofSeconds(60))
        .until(
            () -> {
              WitnessReport report = witness.get();
              return new Progress(report.seen(), report.statement());
            });
  }

  /** As another service sees it. */
  private Duration timeOfPing(String from, String host) throws Exception {
    String container =
        engine
            .client()
            .listContainersCmd()
            .withLabelFilter(Map.of(RunLabels.COMPONENT, from))
            .exec()
            .get(0)
            .getId();
    long began = System.nanoTime();
    Process ping =
        new ProcessBuilder("docker", "exec", container, "redis-cli", "-h", host, "ping")
            .redirectErrorStream(true)
            .start();
    assertThat(new String(ping.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .contains("PONG");
    return Duration.ofNanos(System.nanoTime() - began);
  }

  @Test
  void services_findEachOtherAreFrozenKilledAndStartedAgain_andLeaveNothing() throws Exception {
    try (Cluster pair = start(COMPOSE)) {
      assertThat(pair.components())
          .extracting(Component::id)
          .containsExactly("the-primary", "replica");
      await(pair, Health.SERVING, Health.SERVING);
      Wait.atMost("the copy", Duration.ofSeconds(15))
          .until(
              () ->
                  new Progress(
                      pair.observe().facts().get("copied").why().contains("'up' is no number"),
                      "not yet"));

      pair.component("the-primary").freeze(Duration.ofMinutes(1));
      assertThat(healths(pair)).containsExactly(Health.SILENT, Health.SERVING);
      pair.component("the-primary").thaw();
      await(pair, Health.SERVING, Health.SERVING);

      pair.component("the-primary").kill();
      assertThat(healths(pair).get(0)).isEqualTo(Health.REFUSING);
      pair.component("the-primary").restart();
      await(pair, Health.SERVING, Health.SERVING);
    }
    runtime.close();
    assertThat(EngineHere.ofRun(engine, run)).isEmpty();
  }

  @Test
  void healthCheckThatFails_isToldAsTheComponentThatDoesNotGetReady() throws Exception {
    String compose =
        COMPOSE.replace("test: redis-cli ping", "test: [CMD, 'false']").replace("30s", "1s");

    assertThatThrownBy(() -> start(compose))
        .hasMessageContaining("the-primary")
        .hasMessageContaining("not reached in 30 s");
    assertThat(EngineHere.ofRun(engine, run)).isEmpty();
  }
}
