package io.chaoschapters.runtime.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chaoschapters.runtime.Component;
import io.chaoschapters.runtime.ComponentRuntime;
import io.chaoschapters.runtime.ComponentState;
import io.chaoschapters.runtime.Disturbance;
import io.chaoschapters.runtime.NotPossibleHereException;
import io.chaoschapters.runtime.RuntimeContext;
import io.chaoschapters.runtime.RuntimeFailureException;
import io.chaoschapters.runtime.kubernetes.api.Api;
import io.chaoschapters.settings.Settings;
import io.chaoschapters.waiting.Progress;
import io.chaoschapters.waiting.Wait;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.apps.DaemonSetBuilder;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With the real Chaos Mesh, which docker/kubernetes/chaos-mesh installs; it takes minutes. */
class ChaosMeshTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final Duration BRIEF = Duration.ofSeconds(6);
  private static final String ASK = "printf 'PING\\r\\n' | timeout 2 nc -w 2 \"$1\" 6379";

  @TempDir Path folder;
  private final String namespace = "mesh-" + UUID.randomUUID().toString().substring(0, 8);
  private final List<String> journal = new CopyOnWriteArrayList<>();
  private Api api;
  private ComponentRuntime runtime;

  @BeforeEach
  void open() {
    ClusterHere.assumeChaosMesh();
    api = ClusterHere.api();
    runtime =
        ClusterHere.provider()
            .open(
                new RuntimeContext(
                    "run-" + namespace, folder, settings(), preview -> {}, journal::add));
  }

  private Settings settings() {
    return ClusterHere.settings(
        "kubernetes.namespace", namespace, "kubernetes.engine", "chaos-mesh");
  }

  @AfterEach
  void close() {
    if (api != null) {
      runtime.close();
      assertThat(found()).as("the namespace of the run").isEmpty();
      api.close();
      journal.forEach(System.out::println);
    }
  }

  private Optional<Namespace> found() {
    return api.askFor("look", client -> client.namespaces().withName(namespace).get());
  }

  private static void await(String what, BooleanSupplier condition) {
    Wait.atMost(what, PATIENCE).until(() -> new Progress(condition.getAsBoolean(), "not yet"));
  }

  private List<KubernetesComponent> started() {
    return runtime.start(List.of(Redis.spec("one"), Redis.spec("two"))).stream()
        .map(KubernetesComponent.class::cast)
        .toList();
  }

  private static boolean reaches(KubernetesComponent from, String to) {
    return from.agent().run("ask", ASK, to).output().contains("PONG");
  }

  @Test
  void firstLine_saysWhoCarriesFaultsOut() {
    assertThat(ClusterHere.provider().availability(List.of(), settings()).reason())
        .endsWith("faults by Chaos Mesh");
  }

  @Test
  void killed_isSigkill_andStartsAgain() throws IOException {
    Component one = started().get(0);

    one.kill();

    assertThat(one.state()).isEqualTo(ComponentState.STOPPED);
    assertThat(
            Pods.exitCode(
                api.ask(
                    "look",
                    client -> client.pods().inNamespace(namespace).withName("one-life1").get()),
                PodMaker.MAIN))
        .as("128 and SIGKILL")
        .hasValue(137);
    assertThatThrownBy(() -> Redis.ping(one.endpoint(Redis.PORT)))
        .isInstanceOf(ConnectException.class);
    one.restart();
    assertThat(Redis.ping(one.endpoint(Redis.PORT))).hasValue("+PONG");
    assertThat(journal)
        .anyMatch(line -> line.startsWith("Chaos Mesh reports PodChaos kill-one-1"))
        .anyMatch(line -> line.startsWith("Chaos Mesh let go of PodChaos kill-one-1"));
  }

  @Test
  void cutOff_isCutFromTheOthers_notFromHere_untilItEnds_orItsTimeIsOver() throws IOException {
    List<KubernetesComponent> both = started();
    await("a name", () -> reaches(both.get(1), "one"));
    Disturbance cut = both.get(0).cutOff();
    assertThat(cut.isOn()).isFalse();

    cut.begin(LONG);

    assertThat(cut.isOn()).isTrue();
    assertThat(reaches(both.get(1), "one")).isFalse();
    assertThat(reaches(both.get(0), "two")).isFalse();
    assertThat(Redis.ping(both.get(0).endpoint(Redis.PORT))).hasValue("+PONG");
    cut.end();
    assertThat(cut.isOn()).isFalse();
    assertThat(reaches(both.get(1), "one")).isTrue();
    cut.begin(BRIEF);
    await("the end of its time", () -> !cut.isOn());
    assertThat(reaches(both.get(1), "one")).isTrue();
    cut.end();
    assertThat(journal).anyMatch(line -> line.contains("AllInjected True"));
  }

  /** Where the kernel has no netem, that is said before anything is made. */
  @Test
  void delayed_answersLate_orCannotBe() throws IOException {
    Component one = started().get(0);
    Duration by = Duration.ofMillis(500);
    Disturbance delay;
    try {
      delay = one.delay(by);
    } catch (NotPossibleHereException e) {
      System.out.println(e.getMessage());
      assertThat(e).hasMessageContaining("component 'one'").hasMessageContaining("has no netem");
      return;
    }
    delay.begin(LONG);
    long before = System.nanoTime();
    assertThat(Redis.ping(one.endpoint(Redis.PORT))).hasValue("+PONG");
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(by);
    delay.end();
    assertThat(delay.isOn()).isFalse();
  }

  @Test
  void frozen_byTheRunsOwnAgent_whichTheJournalSays() {
    Component one = started().get(0);
    one.freeze(LONG);
    assertThat(one.state()).isEqualTo(ComponentState.FROZEN);
    one.thaw();
    assertThat(journal).anyMatch(line -> line.startsWith("Chaos Mesh has no fault that freezes"));
  }

  @Test
  void daemonMissing_isASentence_andTheRunsEndLeavesNothing() {
    List<KubernetesComponent> both = started();
    daemonsOnlyOn(Map.of("chaoschapters.io/nowhere", "true"));
    try {
      await("no daemon", () -> daemons() == 0);
      Disturbance cut = both.get(0).cutOff();
      assertThatThrownBy(() -> cut.begin(LONG))
          .isInstanceOf(RuntimeFailureException.class)
          .satisfies(e -> System.out.println(e.getMessage()))
          .hasMessageContaining("Chaos Mesh has not injected NetworkChaos partition-one-1")
          .hasMessageContaining("and a chaos-daemon on each node");
      assertThat(reaches(both.get(1), "one")).isTrue();
      long begun = System.nanoTime();
      runtime.close();
      System.out.printf(
          Locale.ROOT, "Closed in %.1f s without a daemon.%n", (System.nanoTime() - begun) / 1e9);
      assertThat(found()).isEmpty();
    } finally {
      daemonsOnlyOn(Map.of());
      await("a daemon", () -> daemons() == 1);
    }
  }

  /** What it has done it cannot undo then; the rule is gone with the pod, at the run's end. */
  @Test
  void daemonGoneInTheMiddle_isASentence_andTheRunsEndLeavesNothing() {
    List<KubernetesComponent> both = started();
    Disturbance cut = both.get(0).cutOff();
    cut.begin(LONG);
    daemonsOnlyOn(Map.of("chaoschapters.io/nowhere", "true"));
    try {
      await("no daemon", () -> daemons() == 0);
      assertThatThrownBy(cut::end)
          .isInstanceOf(RuntimeFailureException.class)
          .satisfies(e -> System.out.println(e.getMessage()))
          .hasMessageContaining("NetworkChaos partition-one-1")
          .hasMessageContaining("finalizers: chaos-mesh/records");
      assertThat(reaches(both.get(1), "one")).as("still cut off").isFalse();
      runtime.close();
      assertThat(found()).isEmpty();
    } finally {
      daemonsOnlyOn(Map.of());
      await("a daemon", () -> daemons() == 1);
    }
  }

  private void daemonsOnlyOn(Map<String, String> nodes) {
    api.ask(
        "move the daemon",
        client ->
            client
                .apps()
                .daemonSets()
                .inNamespace("chaos-mesh")
                .withName("chaos-daemon")
                .edit(
                    set ->
                        new DaemonSetBuilder(set)
                            .editSpec()
                            .editTemplate()
                            .editSpec()
                            .withNodeSelector(nodes)
                            .endSpec()
                            .endTemplate()
                            .endSpec()
                            .build()));
  }

  /** Those that are ready. */
  private long daemons() {
    return api
        .ask(
            "list",
            client ->
                client
                    .pods()
                    .inNamespace("chaos-mesh")
                    .withLabel("app.kubernetes.io/component", "chaos-daemon")
                    .list())
        .getItems()
        .stream()
        .filter(pod -> pod.getMetadata().getDeletionTimestamp() != null || isReady(pod))
        .count();
  }

  private static boolean isReady(io.fabric8.kubernetes.api.model.Pod pod) {
    return Pods.isRunning(pod, "chaos-daemon");
  }

  /** The guard in the cluster removes the namespace, and Chaos Mesh's objects with it. */
  @ParameterizedTest
  @ValueSource(strings = {"kill", "partition"})
  void pulledPlug_nothingIsLeftWithinAMinute(String fault) throws IOException {
    String plug = namespace + "-plug";
    Victim.killInTheMiddle(folder, plug, fault, "false", "chaos-mesh");
    long killed = System.nanoTime();

    Wait.atMost("namespace " + plug + " gone", PATIENCE)
        .until(
            () ->
                new Progress(
                    api.askFor("look", client -> client.namespaces().withName(plug).get())
                        .isEmpty(),
                    "it is still there"));

    System.out.printf(
        Locale.ROOT,
        "Gone %.1f s after kill -9 in the middle of %s by Chaos Mesh.%n",
        (System.nanoTime() - killed) / 1e9,
        fault);
  }
}
